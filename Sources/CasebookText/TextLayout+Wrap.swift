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
    if fitsPlainly(in: columns), !isEmpty { return [self] }
    var breaker = LineBreaker(eachCluster(widest: columns - indent))
    var lines: [StyledLine] = []
    while let pieces = breaker.next(columns: lines.isEmpty ? columns : columns - indent) {
      var line = StyledLine()
      if !lines.isEmpty { line.append(ShownText.repeating(" ", count: indent)) }
      line += part(pieces)
      lines.append(line)
    }
    return lines.isEmpty ? [StyledLine()] : lines
  }
}

/// Finds the pieces that make the lines of a paragraph, of which it holds those of one line.
private struct LineBreaker {
  private let source: AnyIterator<LayoutCluster>
  /// Pieces that were read and not given out.
  private var pieces: [LayoutCluster] = []

  init(_ source: AnyIterator<LayoutCluster>) {
    self.source = source
  }

  /// The pieces of the next line; nil after the last.
  mutating func next(columns: Int) -> ArraySlice<LayoutCluster>? {
    guard has(0) else { return nil }
    var total = 0
    var end = 0
    var lastBreak: Int?
    while has(end) {
      if end > 0, mayBreak(before: end) { lastBreak = end }
      total += pieces[end].columns
      if total > columns { break }
      end += 1
    }
    if !has(end) {
      defer { pieces = [] }
      return pieces[...]
    }
    end = lastBreak.flatMap { isText(in: 0..<$0) ? $0 : nil } ?? max(end, 1)
    let line = pieces[..<trimmed(0..<end)]
    pieces.removeFirst(end)
    while has(0), pieces[0].isBlank { dropBlanks() }
    return line
  }

  /// Whether there is a piece so far on; reads up to it.
  private mutating func has(_ index: Int) -> Bool {
    while pieces.count <= index {
      guard let piece = source.next() else { return false }
      pieces.append(piece)
    }
    return true
  }

  private mutating func dropBlanks() {
    let text = pieces.firstIndex { !$0.isBlank } ?? pieces.count
    pieces.removeFirst(text)
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
