import CasebookCore
import CasebookText

/// What plain mode says of problems in the files.
enum SpokenProblems {
  /// How many there are, then a problem a line by pages, or all at once.
  static func answer(_ arguments: Arguments, _ state: State, _ workspace: Workspace) -> Answer {
    let problems = ProblemWords.all(workspace.library)
    guard !problems.isEmpty else { return Answer(["No problems in the files."]) }
    let (text, start) = SpokenRange.parts(arguments)
    var page = SpokenRange.page(
      "Problems", problems.map { line($0) }, from: start,
      length: text == "all" ? problems.count : state.pageLength, command: "check")
    if start == 0 { page.lines.insert(ProblemWords.summary(workspace.library), at: 0) }
    return page
  }

  /// "Error, ex-011.yaml, line 21, column 77. 30 February 2013 does not exist."
  private static func line(_ problem: Problem) -> ShownText {
    var place = Gate.shown(problem.file)
    if let position = problem.position {
      place += ", line \(position.line), column \(position.column)"
    }
    let times: ShownText =
      problem.count > 1 ? " \(grouped: problem.count) times, first here." : ""
    let fact = SpokenText.closed(ProblemWords.fact(problem.fact))
    return "\(ProblemWords.severity(problem.severity).capitalized), \(place). \(fact)\(times)"
  }
}
