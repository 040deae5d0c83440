import CasebookCanvas
import CasebookCore
import CasebookText

/// The rows around the region in the layout for screen readers: words from the first column, and
/// nothing that changes while the focus moves.
enum ReaderBars {
  static func drawHeader(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    var line = StyledLine(title(state, workspace), .heading)
    if state.focus == .list {
      line += StyledLine(": ") + HeaderBar.size(state, workspace)
      if let anchor = state.lineup.anchor {
        let event = PathwayWords.anchor(anchor, workspace.library.vocabulary)
        line += StyledLine(", lined up on \(event)")
      }
    }
    draw(line, in: Rect(column: 0, row: 0, columns: state.size.columns, rows: 1), &canvas)
  }

  private static func title(_ state: State, _ workspace: Workspace) -> ShownText {
    guard state.focus != .list, let loaded = workspace.loadedCase(at: state.list.position) else {
      return "Cases"
    }
    let id = Gate.shown(loaded.id)
    guard state.focus == .timeline else { return "Case \(id)" }
    return "Timeline of case \(id): \(StripWords.summary(loaded.chronology))"
  }

  static func drawFilter(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let row = state.layout.filter
    let label = StyledLine("Filter: ", .label)
    if let prompt = state.prompt, prompt.kind == .filter {
      prompt.field.draw(in: row, of: &canvas, prompt: label)
      return
    }
    let applied = state.filter.applied
    let words = applied.isEmpty ? StyledLine("none") : StyledLine(Gate.shown(applied))
    let alignment = CaseCount(state, workspace).alignment.map { StyledLine("; \($0)") }
    draw(label + words.markingEscapes() + (alignment ?? StyledLine()), in: row, &canvas)
  }

  /// What was said last, else the two keys that lead everywhere.
  static func drawHints(_ state: State, _ row: Rect, _ canvas: inout Canvas) {
    let line =
      state.message.map { StyledLine($0.text, $0.kind == .error ? .error : .normal) }
      ?? StyledLine("? all keys, F12 plain mode", .secondary)
    draw(line, in: row, &canvas)
  }

  private static func draw(_ line: StyledLine, in row: Rect, _ canvas: inout Canvas) {
    canvas.draw(line.truncated(to: row.columns, ellipsis: canvas.glyphs.ellipsis), at: row.origin)
  }
}
