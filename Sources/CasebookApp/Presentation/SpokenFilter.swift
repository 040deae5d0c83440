import CasebookCore
import CasebookText

/// What plain mode says of the filter.
package enum SpokenFilter {
  /// "Filter 1: detainer outcome is declined. 19 of 240 cases match."
  package static func stateLine(_ state: State, _ workspace: Workspace) -> ShownText {
    let total = workspace.library.caseCount
    let mark = LoadingWords.spokenMark(state.loading)
    if state.filter.applied.isEmpty {
      let off = state.filter.terms.count
      let words: ShownText = off == 0 ? "" : ", \(off) switched off"
      return "No filter\(words). \(CountWords.cases(total))\(mark)."
    }
    let count = workspace.results.count
    let verb: ShownText = count == 1 ? "cases matches" : "cases match"
    let terms = state.filter.terms.indices.map { line(state.filter.terms[$0], $0, "") }
    return terms.joined(separator: " ")
      + " \(grouped: count) of \(grouped: total) \(verb)\(mark)."
  }

  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    var lines = [stateLine(state, workspace)]
    if workspace.results.count == 0 {
      lines.append(culprit(workspace) ?? "Type clear to list all cases.")
    } else if state.filter.keptCase, let line = stayed(state, workspace) {
      lines.append(line)
    } else if !state.filter.applied.isEmpty {
      lines.append(SpokenCase.positionLine(state, workspace))
    }
    return Answer(lines)
  }

  /// "Still on case ct-2024-0007, now 1 of 19."
  private static func stayed(_ state: State, _ workspace: Workspace) -> ShownText? {
    let mark = LoadingWords.spokenMark(state.loading)
    return workspace.loadedCase(at: state.list.position).map { loaded in
      let place: ShownText =
        "\(grouped: state.list.position + 1) of \(grouped: workspace.results.count)"
      return "Still on case \(Gate.shown(loaded.id)), now \(place)\(mark)."
    }
  }

  /// "Without zebra 19 cases match. Type drop to drop it."
  private static func culprit(_ workspace: Workspace) -> ShownText? {
    guard let words = CulpritWords.line(workspace) else { return nil }
    return "\(words). Type drop to drop it."
  }

  // MARK: - Terms

  /// "Filter 1: detainer outcome is declined."
  static func terms(_ state: State) -> Answer {
    Answer(state.filter.terms.indices.map { line(state.filter.terms[$0], $0, "") })
  }

  /// "Filter 1 of 3: detainer outcome is declined."
  static func term(_ state: State) -> Answer {
    let terms = state.filter.terms
    guard let index = state.filter.term, terms.indices.contains(index) else {
      return Answer(["No term of the filter is at hand."])
    }
    return Answer([line(terms[index], index, " of \(terms.count)")])
  }

  private static func line(_ term: FilterTerm, _ index: Int, _ total: ShownText) -> ShownText {
    let off: ShownText = term.isOn ? "" : " Switched off."
    return "Filter \(index + 1)\(total): \(SpokenText.closed(TermWords.words(term.text)))\(off)"
  }
}

/// The term that leaves no case, in words.
enum CulpritWords {
  /// "Without zebra 19 cases match", or nothing where dropping no single term helps; where a value
  /// does not occur, with the nearest that does.
  static func line(_ workspace: Workspace) -> ShownText? {
    guard let culprit = workspace.culprit else { return nil }
    let count = culprit.countWithout
    let verb: ShownText = count == 1 ? "matches" : "match"
    let without: ShownText =
      "Without \(Gate.shown(culprit.term)) \(CountWords.cases(count)) \(verb)"
    return culprit.nearest.map { "Did you mean \(Gate.shown($0))? \(without)" } ?? without
  }
}
