import CasebookText

extension TextField {
  /// Draws the line into the first row of a rectangle, scrolled so that the cursor is seen.
  ///
  /// The prompt before it is cut to at most half of the width. The terminal's cursor is put here
  /// when the line is focused.
  public func draw(
    in rect: Rect, of canvas: inout Canvas, prompt: StyledLine = StyledLine(),
    _ role: StyleRole = .normal, isFocused: Bool = true
  ) {
    let row = rect.row(0).intersection(canvas.bounds)
    guard !row.isEmpty else { return }
    canvas.fill(row)
    let head = prompt.prefix(columns: row.columns / 2)
    let parts = row.split(left: canvas.draw(head, at: row.origin, clippedTo: row) - row.left)
    let place = parts.right
    let shownBefore = shown(before, on: canvas)
    let cursor = shownBefore.columns
    let scrolled = isFocused ? max(0, cursor - place.columns + 1) : 0
    let start = Point(column: place.left - scrolled, row: place.top)
    let line = StyledLine(shownBefore + shown(after, on: canvas), role)
    canvas.draw(line, at: start, clippedTo: place)
    if isFocused { canvas.cursor = start.moved(columns: cursor) }
  }

  private func shown(_ raw: String, on canvas: Canvas) -> ShownText {
    canvas.glyphs.isASCII ? Gate.ascii(Gate.shown(raw)) : Gate.shown(raw)
  }
}
