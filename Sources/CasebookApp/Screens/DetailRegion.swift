import CasebookCanvas
import CasebookCore
import CasebookText

/// The text of the case at hand.
enum DetailRegion {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let rect = state.layout.detail
    let document = workspace.detail(in: state)
    let hasFocus = state.focus == .detail && state.page == nil
    let terms = state.detail.search.isEmpty ? state.filter.words : [state.detail.search]
    let highlight = SearchHighlight(terms: terms, fold: ListRegion.fold)
    let top = state.detail.top
    let shown = document.lines.indices.dropFirst(top).prefix(rect.rows)
    for index in shown {
      let place = Point(column: rect.left, row: rect.top + index - top)
      canvas.draw(highlight.applied(to: document.lines[index]), at: place, clippedTo: rect)
    }
    let isReader = state.layout.shape == .reader
    if !isReader { drawMore(document.lines.count, top, rect, &canvas) }
    guard hasFocus, state.prompt == nil else { return }
    let row = rect.top + state.detail.line - top
    canvas.cursor = Point(column: rect.left, row: row)
    guard !isReader else { return }
    canvas.select(
      Rect(column: rect.left, row: row, columns: rect.columns, rows: 1), .selected)
  }

  /// Says that text goes on above or below, at the right edge.
  private static func drawMore(
    _ count: Int, _ top: Int, _ rect: Rect, _ canvas: inout Canvas
  ) {
    let column = rect.right
    guard column < canvas.size.columns, rect.rows > 1 else { return }
    if top > 0 {
      canvas.draw(canvas.glyphs.moreAbove, .secondary, at: Point(column: column, row: rect.top))
    }
    if top + rect.rows < count {
      canvas.draw(
        canvas.glyphs.moreBelow, .secondary,
        at: Point(column: column, row: rect.bottom - 1))
    }
  }
}
