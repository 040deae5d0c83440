extension StyledLine {
  /// The line broken into lines of at most a number of columns, in O(n).
  ///
  /// Lines break at blanks, which are dropped there, and beside wide characters; a longer word is
  /// broken where the columns end. A character wider than all columns stands alone on a line that
  /// is too wide; the canvas draws a sign for it.
  ///
  /// With 0 columns there are no lines. Hanging lines, all but the first, have blanks before them,
  /// but over no more than half of the width.
  public func wrapped(to columns: Int, hanging: Int = 0) -> [StyledLine] {
    guard columns > 0 else { return [] }
    let indent = max(0, min(hanging, columns / 2, columns - 2))
    var breaker = LineBreaker(clusters(widest: columns - indent))
    var lines: [StyledLine] = []
    while let range = breaker.next(columns: lines.isEmpty ? columns : columns - indent) {
      var line = StyledLine()
      if !lines.isEmpty { line.append(ShownText.repeating(" ", count: indent)) }
      line += part(breaker.pieces[range])
      lines.append(line)
    }
    return lines.isEmpty ? [StyledLine()] : lines
  }
}

/// Finds the ranges of pieces that make the lines of a paragraph.
private struct LineBreaker {
  let pieces: [LayoutCluster]
  private var position = 0

  init(_ pieces: [LayoutCluster]) {
    self.pieces = pieces
  }

  /// The pieces of the next line; none after the last.
  mutating func next(columns: Int) -> Range<Int>? {
    guard position < pieces.count else { return nil }
    let start = position
    var total = 0
    var end = start
    var lastBreak: Int?
    while end < pieces.count {
      if end > start, mayBreak(before: end) { lastBreak = end }
      total += pieces[end].columns
      if total > columns { break }
      end += 1
    }
    if end == pieces.count {
      position = end
      return start..<end
    }
    end = lastBreak.flatMap { isText(in: start..<$0) ? $0 : nil } ?? max(end, start + 1)
    position = end
    while position < pieces.count, pieces[position].isBlank { position += 1 }
    return start..<trimmed(start..<end)
  }

  private func mayBreak(before index: Int) -> Bool {
    let (left, right) = (pieces[index - 1], pieces[index])
    return left.isBlank || right.isBlank || isWide(left) || isWide(right)
  }

  private func isWide(_ piece: LayoutCluster) -> Bool { piece.columns == 2 }

  private func isText(in range: Range<Int>) -> Bool {
    pieces[range].contains { !$0.isBlank }
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    let text = pieces[range].lastIndex { !$0.isBlank }
    return text.map { $0 + 1 } ?? range.lowerBound
  }
}
