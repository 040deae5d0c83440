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
  /// - Returns: The column of the first character of the text, which may be scrolled out of sight.
  @discardableResult
  public func draw(
    in rect: Rect, of canvas: inout Canvas, prompt: StyledLine = StyledLine(),
    mistake: Range<Int>? = nil, isFocused: Bool = true
  ) -> Int {
    let row = rect.row(0).intersection(canvas.bounds)
    guard !row.isEmpty else { return rect.left }
    canvas.fill(row)
    let head = prompt.prefix(columns: row.columns / 2)
    let parts = row.split(left: canvas.draw(head, at: row.origin, clippedTo: row) - row.left)
    let place = parts.right
    let shownBefore = shown(before, on: canvas)
    let cursor = shownBefore.columns
    let scrolled = isFocused ? max(0, cursor - place.columns + 1) : 0
    let start = Point(column: place.left - scrolled, row: place.top)
    canvas.draw(line(marking: mistake, on: canvas), at: start, clippedTo: place)
    if isFocused { canvas.cursor = start.moved(columns: cursor) }
    return start.column
  }

  /// The text in pieces, so that what is wrong stands out.
  private func line(marking mistake: Range<Int>?, on canvas: Canvas) -> StyledLine {
    let bytes = Array(text.utf8)
    let range = (mistake ?? 0..<0).clamped(to: 0..<bytes.count)
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
