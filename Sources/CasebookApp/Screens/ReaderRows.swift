import CasebookCanvas
import CasebookCore
import CasebookText

/// Rows for screen readers: the title or heading first, then words, so that a row is a sentence.
enum ReaderRows {
  /// "Detainer not honored, Hartford. In ICE custody.", as much as the verbosity asks for.
  static func row(
    of loaded: LoadedCase, _ state: State, _ workspace: Workspace, columns: Int, _ glyphs: GlyphSet
  ) -> StyledLine {
    var words = SpokenList.words(loaded, state.verbosity.inMove, state.dates)
    if let days = SpokenLineup.offsets(ofRow: loaded.row, state, workspace) { words += " \(days)" }
    let line = StyledLine(words)
    let shown = glyphs.isASCII ? Gate.ascii(line) : line
    return shown.truncated(to: columns, ellipsis: glyphs.ellipsis)
  }

  /// The timeline as a list of events, oldest first.
  static func drawTimeline(
    _ state: State, _ workspace: Workspace, in rect: Rect, _ canvas: inout Canvas
  ) {
    guard let loaded = workspace.loadedCase(at: state.list.position) else { return }
    let count = loaded.chronology.count
    guard count > 0 else {
      canvas.draw(StyledLine("No events."), at: rect.origin)
      canvas.cursor = rect.origin
      return
    }
    var list = ListView(
      count: count, selection: state.timeline.event,
      offset: state.top(0, holding: state.timeline.event, of: count, rows: rect.rows),
      isFocused: state.page == nil && state.prompt == nil)
    list.showsSelection = false
    let glyphs = canvas.glyphs
    list.draw(in: rect, of: &canvas) { index in
      let sentence = EventSentence(
        index, of: loaded.chronology, loaded.intervals, workspace.library.vocabulary,
        columns: rect.columns)
      let line = StyledLine(sentence.words).truncated(to: rect.columns, ellipsis: glyphs.ellipsis)
      return glyphs.isASCII ? Gate.ascii(line) : line
    }
  }
}
