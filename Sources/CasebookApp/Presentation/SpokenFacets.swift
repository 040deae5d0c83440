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
    for position in start..<max(start, end) { lines += words(rows, position, state) }
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

  /// "Facets of outcome. 6 values in 36 cases."; empty while a field is chosen. Of two fields, the
  /// totals of the second follow.
  private static func heading(
    _ rows: FacetRows, _ state: State, _ workspace: Workspace
  ) -> [ShownText] {
    guard let answer = rows.answer else { return [] }
    let values = ShownText.plural(answer.rows.values.count, "value", "values")
    let partial: ShownText = workspace.library.isPartial ? " Partial, still loading." : ""
    let order = state.facets.order.map { " \(FacetOrders(answer).words($0))." as ShownText } ?? ""
    let name = Gate.shown(answer.request.text.replacing("->", with: " to "))
    let count = answer.words(listed: workspace.results.count)
    let days: ShownText =
      answer.request.rows.isOfIntervals ? " Days from the earliest possible day of each event." : ""
    let head: ShownText = "Facets of \(name). \(values) in \(count).\(order)\(days)\(partial)"
    guard let cross = answer.cross else { return [head] }
    let total = cells(.total, rows, state, behind: "All: ")
    let overlap: ShownText? =
      cross.overlaps ? "A case may count under several values of the second field." : nil
    return [head] + total + [overlap].compactMap(\.self)
  }

  private static func words(
    _ rows: FacetRows, _ position: Int, _ state: State
  ) -> [ShownText] {
    let row = rows[position]
    let number: ShownText = "\(position + 1). "
    if case .field(let name, let note) = row { return ["\(number)\(Gate.shown(name)), \(note)."] }
    guard let answer = rows.answer, let count = rows.count(row) else { return [] }
    let share = FacetWords.spokenShare(count, of: answer.rows.caseCount)
    let mark = rows.mark(row).map { ", \($0)" as ShownText } ?? ""
    let line: ShownText =
      "\(number)\(rows.label(row).capitalized): \(CountWords.cases(count)), \(share)\(mark)."
    return [line] + cells(row, rows, state)
  }

  /// "Booked 50 percent, declined 50 percent, not said 0 percent.", or with numbers of cases, as
  /// sentences of a line each; none for one field. Every value that occurs in the row is said.
  private static func cells(
    _ row: FacetRows.Row, _ rows: FacetRows, _ state: State, behind label: ShownText = ""
  ) -> [ShownText] {
    guard let cross = rows.answer?.cross, let columns = rows.answer?.columns,
      let count = rows.count(row)
    else { return [] }
    let cells = columns.all.compactMap { column -> ShownText? in
      let part = column.count(in: row, cross)
      guard part > 0 || column.isUnknown else { return nil }
      let amount: ShownText =
        state.facets.showsCounts ? "\(grouped: part)" : FacetWords.spokenShare(part, of: count)
      return "\(column.label) \(amount)"
    }
    return SpokenText.sentences(of: cells, behind: label)
  }

  /// The share of what is not said is heard on every page.
  private static func unknownLine(_ facet: Facet) -> ShownText {
    let share = FacetWords.spokenShare(facet.unknownCount, of: facet.caseCount)
    return "Not said: \(CountWords.cases(facet.unknownCount)), \(share)."
  }
}
