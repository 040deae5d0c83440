import CasebookCore
import CasebookText

/// What plain mode says of the filter.
package enum SpokenFilter {
  /// "Filter: outcome:declined. 19 of 240 cases match."
  package static func stateLine(_ state: State, _ workspace: Workspace) -> ShownText {
    let total = workspace.library.caseCount
    let mark = LoadingWords.spokenMark(state.loading)
    if state.filter.applied.isEmpty { return "No filter. \(CountWords.cases(total))\(mark)." }
    let count = workspace.results.count
    let verb: ShownText = count == 1 ? "cases matches" : "cases match"
    return "Filter: \(SpokenText.closed(Gate.shown(state.filter.applied))) "
      + "\(grouped: count) of \(grouped: total) \(verb)\(mark)."
  }

  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    var lines = [stateLine(state, workspace)]
    if workspace.results.count > 0, !state.filter.applied.isEmpty {
      lines.append(SpokenCase.positionLine(state, workspace))
    } else if workspace.results.count == 0 {
      lines.append("Type clear to list all cases.")
    }
    return Answer(lines)
  }
}
