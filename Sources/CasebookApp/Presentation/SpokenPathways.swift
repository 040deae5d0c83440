import CasebookCore
import CasebookText

/// What plain mode says of pathways: the branch at hand, and its next steps by number.
enum SpokenPathways {
  static func answer(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    guard let found = workspace.pathways else { return Answer(["The paths are being counted."]) }
    let vocabulary = workspace.library.vocabulary
    let branch = found.branch(state.pathways.place)
    var lines: [ShownText] = []
    if let branch {
      let cases = CountWords.cases(found.branches[branch].caseCount)
      lines.append("Of \(cases) with \(PathwayWords.path(state.pathways.place, vocabulary)):")
    } else {
      lines.append(PathwayWords.title(found, vocabulary) + ".")
      lines += PathwayWords.rule(found.rule, vocabulary)
      lines += PathwayWords.counts(found, vocabulary)
      lines.append("Of \(CountWords.cases(found.pathCount)):")
    }
    let rows = state.pathways.steps(of: found).rows
    let listed = rows.enumerated().map { number, row in
      Choices.Choice(PathwayWords.sentence(row, found, vocabulary), line: "open \(number + 1)")
    }
    if !rows.isEmpty { lines.append("Steps 1 to \(rows.count) of \(rows.count).") }
    lines += listed.enumerated().map { "\($0 + 1). \($1.label)" }
    lines.append(end(of: branch, found))
    return Answer(lines, choices: Choices("step", listed))
  }

  private static func end(of branch: Int?, _ pathways: Pathways) -> ShownText {
    guard let branch else {
      return pathways.branches.isEmpty ? "No dated events." : "End of steps."
    }
    let deeper = pathways.deeperCount(of: branch)
    if deeper > 0 { return "Paths are cut here; \(grouped: deeper) go on. Type deeper." }
    return pathways.branches[branch].below.isEmpty ? "Nothing comes after it." : "End of steps."
  }
}
