import CasebookCanvas
import CasebookCore
import CasebookText

/// The facets: a heading, the values with their counts and shares, and what is not said, which
/// stays in sight below them.
enum FacetRegion {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let rect = state.layout.facets
    let rows = FacetRows(state, workspace)
    let parts = rect.split(top: min(1, rect.rows))
    canvas.draw(heading(rows, state, workspace), at: rect.origin, clippedTo: parts.top)
    guard rows.count > 0 else {
      let words: ShownText =
        state.facets.request.isEmpty ? "There is nothing to count." : "Counting"
      canvas.draw([StyledLine(words)], in: parts.bottom)
      if state.focus == .facets, state.prompt == nil { canvas.cursor = parts.bottom.origin }
      return
    }
    let table = FacetTable(rows, columns: rect.columns, canvas.glyphs)
    let hasUnknown = rows.answer != nil && state.layout.keepsUnsaid
    let body = parts.bottom.split(top: max(0, parts.bottom.rows - (hasUnknown ? 1 : 0)))
    let hasFocus = state.focus == .facets && state.page == nil && state.prompt == nil
    let position = state.facets.position
    let scrolled = rows.count - (hasUnknown ? 1 : 0)
    let list = ListView(
      count: scrolled, selection: position < scrolled ? position : nil, offset: state.facets.top,
      header: state.layout.hasFacetHeads ? table.header : nil, isFocused: hasFocus)
    list.draw(in: body.top, of: &canvas) { table.line(rows[$0]) }
    guard hasUnknown else { return }
    let last = body.bottom
    canvas.draw(table.line(.unknown), at: last.origin, clippedTo: last)
    guard position == scrolled else { return }
    canvas.select(last, hasFocus ? .selected : .selectedInactive)
    if hasFocus { canvas.cursor = last.origin }
  }

  /// "detainer.outcome: 6 values, 36 cases", with what makes the counts less than whole.
  private static func heading(
    _ rows: FacetRows, _ state: State, _ workspace: Workspace
  ) -> StyledLine {
    guard !state.facets.request.isEmpty else {
      return StyledLine("Count the listed cases by", .heading)
    }
    guard let answer = rows.answer else {
      return StyledLine(Gate.shown(state.facets.request), .heading)
    }
    let values = ShownText.plural(answer.rows.values.count, "value", "values")
    var line = StyledLine(Gate.shown(answer.request.text), .heading)
    if workspace.library.isPartial || answer.rowCount != workspace.library.caseCount {
      line.append(" partial,", .warning)
    }
    line.append(" \(values), \(CountWords.cases(answer.rows.caseCount))", .secondary)
    return line
  }
}

/// The columns of the facets that fit a width.
struct FacetTable {
  private let rows: FacetRows
  private let table: TableColumns
  private let crossed: [FacetColumns.Column]
  private let glyphs: GlyphSet

  init(_ rows: FacetRows, columns: Int, _ glyphs: GlyphSet) {
    self.rows = rows
    self.glyphs = glyphs
    crossed = rows.answer?.cross.map { FacetColumns($0).all } ?? []
    guard rows.answer != nil else {
      table = TableColumns(
        [
          TableColumn("Field", minimum: 12, ideal: 24),
          TableColumn("Occurs", minimum: 8, ideal: 24, priority: 1, grows: true),
        ], fitting: columns)
      return
    }
    let head = [
      TableColumn("Value", minimum: 12, ideal: 28, grows: true),
      TableColumn("Cases", minimum: 6, ideal: 9, priority: 1, alignment: .right),
    ]
    table = TableColumns(head + Self.parts(crossed), fitting: columns)
  }

  /// Share and bar of one field, or the values of the second; what is not said goes last of all.
  private static func parts(_ crossed: [FacetColumns.Column]) -> [TableColumn] {
    guard !crossed.isEmpty else {
      return [
        TableColumn("Share", minimum: 5, ideal: 5, priority: 2, alignment: .right),
        TableColumn("", minimum: 4, ideal: 20, priority: 3),
      ]
    }
    return crossed.enumerated().map { place, column in
      TableColumn(
        column.label, minimum: place == 0 && !column.isUnknown ? 6 : 8,
        ideal: min(14, max(8, column.label.columns)),
        priority: column.isUnknown ? 2 : 3 + place, alignment: .right)
    }
  }

  /// The heads of the columns.
  var header: StyledLine { table.header(ellipsis: glyphs.ellipsis) }

  /// A row in its columns.
  func line(_ row: FacetRows.Row) -> StyledLine {
    let line = table.line(ellipsis: glyphs.ellipsis) { cell($0, row) }
    return glyphs.isASCII ? Gate.ascii(line) : line
  }

  private func cell(_ column: Int, _ row: FacetRows.Row) -> StyledLine {
    if case .field(let name, let note) = row {
      return column == 0 ? StyledLine(Gate.shown(name)) : StyledLine(note, .secondary)
    }
    guard let answer = rows.answer, let count = rows.count(row) else { return StyledLine() }
    switch column {
    case 0: return label(row)
    case 1: return StyledLine("\(grouped: count)")
    case _ where answer.cross == nil:
      if column == 2 { return StyledLine(FacetWords.share(count, of: answer.rows.caseCount)) }
      let share = Double(count) / Double(max(1, answer.rows.caseCount))
      let width = table.placed.first { $0.index == column }?.columns ?? 0
      return StyledLine(
        glyphs.bar(share: share, columns: width), row == .unknown ? .unknown : .accent)
    default:
      guard let cross = answer.cross else { return StyledLine() }
      let part = crossed[column - 2].count(in: row, cross)
      return StyledLine(part == 0 ? "" : FacetWords.share(part, of: count))
    }
  }

  /// The label first, then whether the filter asks for it.
  private func label(_ row: FacetRows.Row) -> StyledLine {
    let role: StyleRole = row == .unknown ? .unknown : .normal
    guard let mark = rows.mark(row) else { return StyledLine(rows.label(row), role) }
    let width = table.placed.first?.columns ?? 0
    let room = max(4, width - mark.columns - 3)
    return StyledLine(rows.label(row), role).truncated(to: room, ellipsis: glyphs.ellipsis)
      + StyledLine(" (\(mark))", .accent)
  }
}
