import CasebookCanvas
import CasebookCore
import CasebookText

/// The timeline of the case at hand.
enum StripRegion {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let rect = state.layout.timeline
    if state.layout.shape == .reader {
      return ReaderRows.drawTimeline(state, workspace, in: rect, &canvas)
    }
    guard !rect.isEmpty, let loaded = workspace.loadedCase(at: state.list.position) else { return }
    let options = StripDrawing.Options(
      cursor: state.timeline.event,
      isStepping: state.focus == .timeline || state.timeline.event > 0,
      foldsGaps: state.look.foldsGaps, sources: loaded.content.sourceTable,
      intervals: workspace.library.intervals, asOf: workspace.asOf,
      window: state.timeline.window, span: span(state, loaded), glyphs: canvas.glyphs)
    let drawing = StripDrawing(
      loaded.chronology, vocabulary: workspace.library.vocabulary, size: rect.size,
      options: options)
    for (row, line) in drawing.lines.prefix(rect.rows).enumerated() {
      canvas.draw(
        line, at: Point(column: rect.left, row: rect.top + row), clippedTo: rect)
    }
    guard state.focus == .timeline, state.page == nil, state.prompt == nil else { return }
    let place = drawing.cursor ?? Point(column: 0, row: 0)
    canvas.cursor = Point(column: rect.left + place.column, row: rect.top + place.row)
  }

  private static func span(_ state: State, _ loaded: LoadedCase) -> StripDrawing.Span {
    let day = { (event: Int?, end: Bool) -> DayNumber? in
      guard let event, loaded.chronology.indices.contains(event) else { return nil }
      let date = loaded.chronology[event].date
      return end ? date?.latest ?? date?.earliest : date?.earliest ?? date?.latest
    }
    return StripDrawing.Span(
      start: day(state.timeline.spanStart, false), end: day(state.timeline.spanEnd, true))
  }
}
