import CasebookText

/// The lines typed in this session.
enum SpokenHistory {
  /// "Lines 1 to 4 of 4.", then a line each; a number runs one again.
  static func answer(_ state: State) -> Answer {
    let lines = state.typedLines.map { Gate.shown($0) }
    guard !lines.isEmpty else { return Answer(["Nothing was typed yet."]) }
    let listed = lines.map { Choices.Choice($0, line: $0.string) }
    return Answer(SpokenRange.numbered("Lines", lines), choices: Choices("line", listed))
  }
}
