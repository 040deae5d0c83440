import CasebookCanvas
import CasebookCore
import CasebookText

/// A page that lies over the regions: help, problems, messages, the raw record.
enum PageScreen {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    guard let page = state.page else { return }
    let isReader = state.layout.shape == .reader
    let rect = state.layout.page
    canvas.draw(
      StyledLine(PageDocument.title(page.kind, workspace), .heading)
        .truncated(to: rect.columns, ellipsis: canvas.glyphs.ellipsis),
      at: Point(column: state.layout.margin, row: 0), columns: rect.columns)
    if !isReader { drawFrame(page, state, workspace, &canvas) }
    let lines = workspace.page(in: state)
    let highlight = SearchHighlight(terms: [page.search], fold: ListRegion.fold)
    for index in lines.indices.dropFirst(page.top).prefix(rect.rows) {
      let line = canvas.glyphs.isASCII ? Gate.ascii(lines[index].line) : lines[index].line
      canvas.draw(
        highlight.applied(to: line),
        at: Point(column: rect.left, row: rect.top + index - page.top), clippedTo: rect)
    }
    guard state.prompt == nil, !lines.isEmpty else { return }
    let row = rect.top + page.line - page.top
    canvas.cursor = Point(column: rect.left, row: row)
    guard !isReader else { return }
    canvas.select(Rect(column: rect.left, row: row, columns: rect.columns, rows: 1), .selected)
  }

  /// The lines above and below; what is below the heads of columns is a table.
  private static func drawFrame(
    _ page: PageState, _ state: State, _ workspace: Workspace, _ canvas: inout Canvas
  ) {
    let columns = 0..<state.size.columns
    if page.kind == .pathways {
      let place = Point(column: state.layout.page.left, row: 1)
      canvas.draw(PathwaysScreen.header(state, workspace), at: place, clippedTo: canvas.bounds)
    } else {
      canvas.horizontalRule(row: 1, columns: columns)
    }
    canvas.horizontalRule(row: state.size.rows - 2, columns: columns)
  }
}
