import CasebookCore
import CasebookText

/// What plain mode says of the facets.
enum SpokenFacets {
  /// Rows that are said at once.
  private static let page = 10

  /// The rows from a position on, numbered; a bare number then adds the value to the filter.
  static func answer(from start: Int, _ state: State, _ workspace: Workspace) -> Answer {
    let rows = FacetRows(state, workspace)
    let request = state.facets.request
    guard request.isEmpty || rows.answer != nil else {
      return Answer(["Nothing is counted for \(Gate.shown(request))."])
    }
    var lines = heading(rows, state, workspace)
    let end = min(rows.count, start + page)
    let noun: ShownText = request.isEmpty ? "Fields" : "Values"
    if start < end {
      let range = SpokenRange.line(noun, start..<end, of: rows.count)
      lines.append(request.isEmpty ? range : "\(range) Not said is the last.")
    }
    for position in start..<max(start, end) { lines += words(rows, position) }
    if end < rows.count, let unknown = rows.answer?.rows { lines.append(unknownLine(unknown)) }
    let left = rows.count - end
    let listed = (0..<end).map { position in
      let label = rows.label(rows[position])
      return Choices.Choice(
        label, line: request.isEmpty ? "facets \(label.string)" : "with \(position + 1)")
    }
    let choices = Choices(
      request.isEmpty ? "field" : "value", listed, of: rows.count,
      command: request.isEmpty ? nil : "with")
    guard left > 0 else { return Answer(lines + ["End of list."], choices: choices) }
    return Answer(
      lines + [SpokenRange.more(left, page)], more: "facets \(request) from \(end + 1)",
      choices: choices)
  }

  /// "Facets of outcome. 6 values in 36 cases."; nothing where a field is chosen.
  private static func heading(
    _ rows: FacetRows, _ state: State, _ workspace: Workspace
  ) -> [ShownText] {
    guard let answer = rows.answer else { return [] }
    let values = ShownText.plural(answer.rows.values.count, "value", "values")
    let partial: ShownText = workspace.library.isPartial ? " Partial, still loading." : ""
    let order = state.facets.order.map { " \(FacetOrders(answer).words($0))." as ShownText } ?? ""
    let name = Gate.shown(answer.request.text.replacing("->", with: " to "))
    return [
      "Facets of \(name). \(values) in \(CountWords.cases(answer.rows.caseCount)).\(order)\(partial)"
    ]
  }

  private static func words(_ rows: FacetRows, _ position: Int) -> [ShownText] {
    let row = rows[position]
    let number: ShownText = "\(position + 1). "
    if case .field(let name, let note) = row { return ["\(number)\(Gate.shown(name)), \(note)."] }
    guard let answer = rows.answer, let count = rows.count(row) else { return [] }
    let share = FacetWords.spokenShare(count, of: answer.rows.caseCount)
    let mark = rows.mark(row).map { ", \($0)" as ShownText } ?? ""
    let line: ShownText =
      "\(number)\(rows.label(row).capitalized): \(CountWords.cases(count)), \(share)\(mark)."
    guard let cross = answer.cross else { return [line] }
    let cells = FacetColumns(cross).all.compactMap { column -> ShownText? in
      let part = column.count(in: row, cross)
      guard part > 0 || column.isUnknown else { return nil }
      return "\(column.label) \(FacetWords.spokenShare(part, of: count))"
    }
    return [line, SpokenText.closed(cells.joined(separator: ", ").capitalized)]
  }

  /// The share of what is not said is heard on every page.
  private static func unknownLine(_ facet: Facet) -> ShownText {
    let share = FacetWords.spokenShare(facet.unknownCount, of: facet.caseCount)
    return "Not said: \(CountWords.cases(facet.unknownCount)), \(share)."
  }
}
