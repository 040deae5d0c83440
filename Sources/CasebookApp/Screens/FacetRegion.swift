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
    let heading = heading(rows, state, workspace)
      .truncated(to: rect.columns, ellipsis: canvas.glyphs.ellipsis)
    canvas.draw(heading, at: rect.origin, clippedTo: parts.top)
    guard rows.count > 0 else {
      let sought = state.facets.sought
      let words: ShownText =
        !state.facets.request.isEmpty
        ? "Counting"
        : sought.isEmpty ? "There is nothing to count." : "No field has that in its name."
      canvas.draw([StyledLine(words)], in: parts.bottom)
      if state.focus == .facets, state.prompt == nil { canvas.cursor = parts.bottom.origin }
      return
    }
    let table = FacetTable(rows, state.facets, columns: rect.columns, canvas.glyphs)
    let below = state.layout.facetFoot(rows.answer)
    let body = parts.bottom.split(top: parts.bottom.rows - below.count)
    let hasFocus = state.focus == .facets && state.page == nil && state.prompt == nil
    let position = state.facets.position
    let scrolled = rows.count - (below.contains(.unknown) ? 1 : 0)
    let list = ListView(
      count: scrolled, selection: position < scrolled ? position : nil, offset: state.facets.top,
      header: state.layout.hasFacetHeads ? table.header : nil, isFocused: hasFocus)
    list.draw(in: body.top, of: &canvas) { table.line(rows[$0]) }
    for (place, row) in below.enumerated() {
      let area = body.bottom.row(place)
      canvas.draw(table.line(row), at: area.origin, clippedTo: area)
      guard row == .unknown, position == scrolled else { continue }
      canvas.select(area, hasFocus ? .selected : .selectedInactive)
      if hasFocus { canvas.cursor = area.origin }
    }
  }

  /// "detainer.outcome: 6 values, 36 cases; 6 listed", with what makes the counts less than whole
  /// and, of two fields, which columns are in sight.
  private static func heading(
    _ rows: FacetRows, _ state: State, _ workspace: Workspace
  ) -> StyledLine {
    guard !state.facets.request.isEmpty else {
      let sought = state.facets.sought
      return StyledLine("Count the listed cases by", .heading)
        + StyledLine(sought.isEmpty ? " (type part of a name)" : " \(Gate.shown(sought))", .accent)
    }
    guard let answer = rows.answer else {
      return StyledLine(Gate.shown(state.facets.request), .heading)
    }
    let values = ShownText.plural(answer.rows.values.count, "value", "values")
    var line = StyledLine(Gate.shown(answer.request.text), .heading)
    if workspace.library.isPartial || answer.rowCount != workspace.library.caseCount {
      line.append(" partial,", .warning)
    }
    if answer.cross != nil {
      let table = FacetTable(
        rows, state.facets, columns: state.layout.facets.columns, state.glyphs)
      if let columns = table.columnsInSight { line.append(" \(columns);", .secondary) }
    }
    line.append(" \(values), \(answer.words(listed: workspace.results.count))", .secondary)
    if answer.cross?.overlaps == true {
      line.append("; a case may count in several columns", .secondary)
    }
    return line
  }
}
