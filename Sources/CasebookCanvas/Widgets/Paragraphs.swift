import CasebookText

/// A paragraph that is broken into lines where it is drawn.
public struct Paragraph: Sendable, Hashable {
  /// Its text.
  public var line: StyledLine
  /// Blanks before each of its lines but the first.
  public var hanging: Int

  /// Makes a paragraph.
  public init(_ line: StyledLine = StyledLine(), hanging: Int = 0) {
    self.line = line
    self.hanging = hanging
  }
}

/// Paragraphs broken to a width, scrolled by lines.
public struct Paragraphs: Sendable, Hashable {
  /// All lines in order.
  public let lines: [StyledLine]
  /// The first line of each paragraph, from 0.
  public let starts: [Int]

  /// Breaks paragraphs to a width.
  public init(_ paragraphs: [Paragraph], columns: Int) {
    var lines: [StyledLine] = []
    var starts: [Int] = []
    for paragraph in paragraphs {
      starts.append(lines.count)
      lines += paragraph.line.wrapped(to: columns, hanging: paragraph.hanging)
    }
    self.lines = lines
    self.starts = starts
  }

  /// The nearest first line for which a number of rows is filled as far as can be.
  public func clamped(offset: Int, rows: Int) -> Int {
    max(0, min(offset, lines.count - max(0, rows)))
  }

  /// The nearest first line for which a paragraph's first line is seen.
  public func offset(showing paragraph: Int, from offset: Int, rows: Int) -> Int {
    guard starts.indices.contains(paragraph), rows > 0 else { return offset }
    let line = starts[paragraph]
    return clamped(offset: max(min(offset, line), line - rows + 1), rows: rows)
  }

  /// The paragraph that a line belongs to; the last one for lines after the end.
  public func paragraph(ofLine line: Int) -> Int? {
    starts.lastIndex { $0 <= line }
  }

  /// The lines that are seen, as a range of ``lines``.
  public func visible(offset: Int, rows: Int) -> Range<Int> {
    let first = clamped(offset: offset, rows: rows)
    return first..<min(lines.count, first + max(0, rows))
  }

  /// Draws the lines that are seen; cells without a line are blanked.
  public func draw(in rect: Rect, of canvas: inout Canvas, offset: Int = 0) {
    canvas.fill(rect)
    canvas.draw(lines[visible(offset: offset, rows: rect.rows)], in: rect)
  }
}
