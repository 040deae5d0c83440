import CasebookText

extension TextField {
  /// Draws the line into the first row of a rectangle, scrolled so that the cursor is seen.
  ///
  /// The prompt before it is cut to at most half of the width. The terminal's cursor is put here
  /// when the line is focused.
  ///
  /// - Parameters:
  ///   - rect: Where it stands.
  ///   - canvas: What is drawn on.
  ///   - prompt: What stands before it.
  ///   - mistake: What of the text is wrong, in UTF-8 bytes.
  ///   - isFocused: Whether keys go to it.
  public func draw(
    in rect: Rect, of canvas: inout Canvas, prompt: StyledLine = StyledLine(),
    mistake: Range<Int>? = nil, isFocused: Bool = true
  ) {
    let row = rect.row(0).intersection(canvas.bounds)
    guard !row.isEmpty else { return }
    canvas.fill(row)
    let head = prompt.prefix(columns: row.columns / 2)
    let parts = row.split(left: canvas.draw(head, at: row.origin, clippedTo: row) - row.left)
    let place = parts.right
    let seen = window(columns: place.columns, isFocused: isFocused)
    let cursor = shown(String(seen.before), on: canvas).columns
    let scrolled = isFocused ? max(0, cursor - place.columns + 1) : 0
    let start = Point(column: place.left - scrolled, row: place.top)
    canvas.draw(line(seen, marking: mistake, on: canvas), at: start, clippedTo: place)
    if isFocused { canvas.cursor = start.moved(columns: cursor) }
  }

  /// The part of the text that can be in sight; a long text costs no more to draw than a short one.
  private func window(
    columns: Int, isFocused: Bool
  ) -> (before: Substring, after: Substring) {
    // A character takes a column or more.
    isFocused
      ? (before.suffix(columns + 1), after.prefix(columns + 1))
      : (before.prefix(columns + 1), after.prefix(columns + 1))
  }

  /// A part of the text in pieces, so that what is wrong stands out.
  private func line(
    _ seen: (before: Substring, after: Substring), marking mistake: Range<Int>?, on canvas: Canvas
  ) -> StyledLine {
    let bytes = Array(seen.before.utf8) + Array(seen.after.utf8)
    let hidden = before.utf8.distance(
      from: before.startIndex, to: seen.before.startIndex)
    let all = mistake ?? 0..<0
    let range = (max(0, all.lowerBound - hidden)..<max(0, all.upperBound - hidden))
      .clamped(to: 0..<bytes.count)
    let pieces: [(ArraySlice<UInt8>, StyleRole)] = [
      (bytes[..<range.lowerBound], .normal), (bytes[range], .mistake),
      (bytes[range.upperBound...], .normal),
    ]
    return pieces.map { piece, role in
      StyledLine(shown(String(decoding: piece, as: UTF8.self), on: canvas), role)
    }.joined()
  }

  private func shown(_ raw: String, on canvas: Canvas) -> ShownText {
    canvas.glyphs.isASCII ? Gate.ascii(Gate.shown(raw)) : Gate.shown(raw)
  }
}
