import CasebookCore
import CasebookText

/// What plain mode says of the filter.
package enum SpokenFilter {
  /// "Filter 1: detainer outcome is declined. 19 of 240 cases match."; the order is said apart.
  package static func stateLine(_ state: State, _ workspace: Workspace) -> ShownText {
    let count = CaseCount(state, workspace)
    let filters = state.filter.terms.indices.filter { !state.filter.terms[$0].isOrder }
    let holds = filters.contains { state.filter.terms[$0].isOn }
    if !holds { return "No filter. \(count.sentences)" }
    let words = TermWords(state, workspace)
    let terms = filters.map { line(state.filter.terms[$0], $0, "", words) }
    return (terms + [count.matching]).joined(separator: " ")
  }

  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    var lines = [stateLine(state, workspace)]
    if let order = OrderWords.line(workspace) { lines.append("Order: \(order).") }
    if workspace.results.count == 0 {
      lines.append(culprit(state, workspace) ?? "Type clear to list all cases.")
    } else if state.filter.keptCase, let line = stayed(state, workspace) {
      lines.append(line)
    } else if !state.filter.applied.isEmpty {
      lines.append(SpokenCase.positionLine(state, workspace))
    }
    guard let other = workspace.otherReading(of: state.filter.applied) else { return Answer(lines) }
    let line: ShownText = "\(ReadingWords.other(other).capitalized). Press Enter for those."
    return Answer(lines + [line], more: "filter " + other.filter)
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

  /// "Without filter 2, 19 cases match. Type drop to drop it."
  private static func culprit(_ state: State, _ workspace: Workspace) -> ShownText? {
    let filter = { (term: String) -> ShownText in
      let index = state.filter.terms.firstIndex { $0.text == term }
      return index.map { "filter \($0 + 1)" } ?? Gate.shown(term)
    }
    guard let words = CulpritWords.line(workspace, filter) else { return nil }
    return "\(words). Type drop to drop it."
  }

  // MARK: - Terms

  /// "Filters 1 to 2 of 2.", then a term a line, as "Filter 1: detainer outcome is declined."
  static func terms(_ state: State, _ workspace: Workspace) -> Answer {
    let terms = state.filter.terms
    guard !terms.isEmpty else { return Answer([stateLine(state, workspace)]) }
    let words = TermWords(state, workspace)
    let lines = terms.indices.map { line(terms[$0], $0, "", words) }
    return Answer(SpokenRange.whole("Filters", lines))
  }

  /// "Filter 1 of 3: detainer outcome is declined."
  static func term(_ state: State, _ workspace: Workspace) -> Answer {
    let terms = state.filter.terms
    guard let index = state.filter.term, terms.indices.contains(index) else {
      return Answer(["No term of the filter is selected."])
    }
    let words = TermWords(state, workspace)
    return Answer([line(terms[index], index, " of \(terms.count)", words)])
  }

  private static func line(
    _ term: FilterTerm, _ index: Int, _ total: ShownText, _ words: TermWords
  ) -> ShownText {
    let off: ShownText = term.isOn ? "" : " Switched off."
    if term.isOrder {
      return "Term \(index + 1)\(total) is the order: \(words.words(term.text)).\(off)"
    }
    return "Filter \(index + 1)\(total): \(SpokenText.closed(words.words(term.text)))\(off)"
  }
}

/// The term that leaves no case, in words.
enum CulpritWords {
  /// "Without zebra, 19 cases match", or nothing where dropping no single term helps; where a value
  /// does not occur, with the nearest that does.
  ///
  /// The term is shown as written, or as `words` say it.
  static func line(
    _ workspace: Workspace, _ words: (String) -> ShownText = { Gate.shown($0) }
  ) -> ShownText? {
    guard let culprit = workspace.culprit else { return nil }
    let count = culprit.countWithout
    let verb: ShownText = count == 1 ? "matches" : "match"
    let without: ShownText =
      "Without \(words(culprit.term)), \(CountWords.cases(count)) \(verb)"
    guard let nearest = culprit.nearest else { return without }
    return "Did you mean \(Gate.shown(nearest))? \(without)"
  }
}
