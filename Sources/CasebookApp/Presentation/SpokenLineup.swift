import CasebookCore
import CasebookText

/// What plain mode says of a lined-up list.
enum SpokenLineup {
  /// How many cases are lined up, how many left, and what happens before and after.
  ///
  /// The types of the most cases come first; the others follow when Enter is pressed.
  static func answer(
    _ state: State, _ workspace: Workspace, from start: Int = 0, isWhole: Bool = false
  ) -> Answer {
    guard state.lineup.anchor != nil || state.lineup.showsTimelines else {
      return Answer(["Not lined up.", SpokenFilter.stateLine(state, workspace)])
    }
    guard let findings = workspace.lineup, findings.origin == state.lineup.origin else {
      return Answer(["The cases are being lined up."])
    }
    let vocabulary = workspace.library.vocabulary
    let count = findings.summary.caseCount
    var lines: [ShownText] = [
      LineupWords.caption(
        findings, count: count, of: workspace.library.caseCount, vocabulary) + "."
    ]
    if let undated = LineupWords.undated(findings) { lines.append("\(undated).") }
    if let rank = state.lineup.rank { lines.append("\(LineupWords.rank(rank).capitalized).") }
    let kinds = findings.summary.kinds
    let listed = kinds.map { kind in
      Choices.Choice(
        LineupWords.sentence(kind, of: count, vocabulary, besides: findings.origin.anchor),
        line: "align \(kind.type)")
    }
    guard !kinds.isEmpty else { return Answer(lines + ["No other dated event."]) }
    var page = SpokenRange.page(
      "Types", picking: Choices("type", listed), from: start,
      length: isWhole ? kinds.count : state.pageLength, command: "align")
    if start == 0 { page.lines.insert(contentsOf: lines, at: 0) }
    return page
  }

  /// How the cases are ranked.
  static func rank(_ state: State, _ workspace: Workspace) -> Answer {
    guard let rank = state.lineup.rank else { return Answer(["Not ranked."]) }
    return Answer([
      "\(LineupWords.rank(rank).capitalized).", SpokenCase.positionLine(state, workspace),
    ])
  }

  /// Which days the axis shows evenly.
  static func window(_ state: State, _ workspace: Workspace) -> Answer {
    guard let axis = workspace.lineupAxis(in: state, columns: state.size.columns) else {
      return Answer(["No event has a day."])
    }
    let isCalendar = state.lineup.anchor == nil
    return Answer(["Days \(LineupWords.window(axis.window, isCalendar: isCalendar, state.dates))."])
  }

  /// The events of a case by their days from the one it is lined up on; nothing where it is not.
  static func offsets(ofRow row: Int, _ state: State, _ workspace: Workspace) -> ShownText? {
    guard let anchor = state.lineup.anchor,
      let offsets = CaseOffsets(ofRow: row, in: workspace.library, from: anchor)
    else { return nil }
    // A sentence an event: a line that is too long then ends where one ends.
    return SpokenText.closed(
      LineupWords.offsets(offsets, workspace.library.vocabulary).map(\.capitalized)
        .joined(separator: ". "))
  }
}
