import CasebookText

/// One row of the strip while it is drawn: pieces at their columns, never one over another.
struct StripCells {
  private let columns: Int
  private var pieces: [(column: Int, span: StyledSpan)] = []

  init(columns: Int) {
    self.columns = columns
  }

  /// Puts a piece on columns that are free.
  mutating func put(_ text: ShownText, _ role: StyleRole, at column: Int) {
    guard !text.isEmpty, column >= 0, column + text.columns <= columns else { return }
    pieces.append((column, StyledSpan(text, role)))
  }

  /// The free columns at the right of a column, up to the next piece or the end.
  func free(rightOf column: Int) -> Range<Int> {
    let next = pieces.map(\.column).filter { $0 > column }.min() ?? columns
    return min(column + 1, next)..<next
  }

  /// The free columns at the left of a column, from the end of the piece before.
  func free(leftOf column: Int) -> Range<Int> {
    let ends = pieces.filter { $0.column < column }.map { $0.column + $0.span.text.columns }
    let start = ends.max() ?? 0
    return min(start, column)..<column
  }

  /// Whether nothing stands on a column.
  func isFree(_ column: Int) -> Bool {
    !pieces.contains { ($0.column..<$0.column + $0.span.text.columns).contains(column) }
  }

  /// Whether a word stands on columns.
  func hasWords(in range: ClosedRange<Int>) -> Bool {
    pieces.contains { range.contains($0.column) && $0.span.text.columns > 1 }
  }

  /// The row from its first column on, without blanks at its end.
  var line: StyledLine {
    var line = StyledLine()
    var column = 0
    for piece in pieces.sorted(by: { $0.column < $1.column }) {
      line.append(ShownText.repeating(" ", count: piece.column - column))
      if let last = line.spans.last, last.role == piece.span.role, piece.column == column {
        line.spans[line.spans.count - 1].text += piece.span.text
      } else {
        line.append(piece.span.text, piece.span.role)
      }
      column = piece.column + piece.span.text.columns
    }
    return line
  }
}
