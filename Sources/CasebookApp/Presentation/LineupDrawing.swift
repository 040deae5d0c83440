import CasebookCanvas
import CasebookCore
import CasebookText

/// Draws the timelines of listed cases on one axis: the axis, the counts above it, the rows.
package struct LineupDrawing: Sendable {
  /// The axis.
  package let axis: LineupAxis
  private let origin: LineupOrigin
  private let glyphs: GlyphSet
  private let vocabulary: Vocabulary

  /// Draws on an axis.
  package init(
    _ axis: LineupAxis, origin: LineupOrigin, vocabulary: Vocabulary, glyphs: GlyphSet
  ) {
    self.axis = axis
    self.origin = origin
    self.glyphs = glyphs
    self.vocabulary = vocabulary
  }

  private var columns: Int { axis.axis.columns.count }

  // MARK: - Axis

  /// The axis with the name of the event that cases are lined up on at its place.
  package var axisLine: StyledLine {
    var cells = StripCells(columns: columns)
    let name = anchorName
    for tick in axis.ticks {
      let isCovered = name.map { name in
        tick.columns.lowerBound <= name.columns.upperBound
          && name.columns.lowerBound <= tick.columns.upperBound
      }
      if isCovered == true { continue }
      cells.put(Gate.shown(tick.text), tick.isFold ? .rule : .secondary, at: tick.column)
    }
    if let name { cells.put(name.text, .heading, at: name.columns.lowerBound) }
    return cells.line
  }

  /// The name at its column, moved to the left where it would not fit.
  private var anchorName: (text: ShownText, columns: Range<Int>)? {
    guard let anchor = origin.anchor, let column = axis.anchorColumn else { return nil }
    let label = PathwayWords.spoken(anchor.type, vocabulary)
    let text = (glyphs.isASCII ? Gate.ascii(label) : label).prefix(columns: columns)
    let start = max(0, min(column, columns - text.columns))
    return (text, start..<(start + text.columns))
  }

  // MARK: - Counts

  /// How many cases have events of a type in each column, higher signs for more; the column with
  /// most has the highest.
  package func band(_ counts: [Int], role: StyleRole) -> StyledLine {
    let greatest = counts.max() ?? 0
    guard greatest > 0 else { return StyledLine() }
    let levels = glyphs.density.count - 1
    let signs = counts.map { count -> ShownText in
      if count == 0 { return glyphs.density[0] }
      return glyphs.density[max(1, (count * levels + greatest - 1) / greatest)]
    }
    return StyledLine(signs.joined(), role)
  }

  // MARK: - Rows

  /// The small timeline of a case.
  package func line(_ row: LineupRow) -> StyledLine {
    let signs = StripSigns(glyphs)
    var cells = [StyledSpan?](repeating: nil, count: columns)
    for mark in row.marks {
      let type = vocabulary.type(mark.events.first.map { row.types[$0] } ?? "")
      let drawing = StripMarkDrawing(
        mark, .recorded, type.category, hidden: 0, axis.axis, signs, sign: sign(of: type))
      for piece in drawing.pieces where cells.indices.contains(piece.column) {
        cells[piece.column] = StyledSpan(piece.text, piece.role ?? type.category.role)
      }
    }
    var line = StyledLine()
    for cell in cells.prefix(1 + (cells.lastIndex { $0 != nil } ?? -1)) {
      let cell = cell ?? StyledSpan(" ")
      if let last = line.spans.last, last.role == cell.role {
        line.spans[line.spans.count - 1].text += cell.text
      } else {
        line.spans.append(cell)
      }
    }
    return line
  }

  /// The sign of a point: that of its type, for in one row no lane tells types apart.
  private func sign(of type: EventType) -> ShownText {
    Gate.shown(String(glyphs.isASCII ? type.letter : type.glyph))
  }
}
