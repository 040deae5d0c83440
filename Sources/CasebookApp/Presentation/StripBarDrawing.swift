import CasebookCore
import CasebookText

/// Draws one bar: its ends, its inside, and a word in it where there is room.
struct StripBarDrawing {
  /// A sign or word with the column it begins on.
  struct Piece {
    let column: Int
    let text: ShownText
    /// What it means, where that is not what the bar means.
    let role: StyleRole?
  }

  private var cells: [Piece]
  private let fillText: ShownText

  /// Draws the signs of a bar.
  init(
    _ bar: StripBar, _ mark: StripMark, _ basis: EventBasis, _ axis: StripAxis, _ signs: StripSigns
  ) {
    let columns = mark.columns
    fillText = signs.fill(basis)
    cells = columns.map { column in
      let text: ShownText
      if columns.count == 1, bar.start == .exact, bar.end == .exact {
        text = signs.short(basis)
      } else if column == columns.lowerBound {
        text = StripBarDrawing.end(bar.start, bar, signs.start(basis), signs.earlier, basis, signs)
      } else if column == columns.upperBound {
        text = StripBarDrawing.end(bar.end, bar, signs.end(basis), signs.later, basis, signs)
      } else {
        text = bar.sure?.contains(column) == true ? signs.fill(basis) : signs.possible
      }
      return Piece(column: column, text: text, role: nil)
    }
    for fold in axis.folds { cut(fold.columns) }
  }

  private static func end(
    _ edge: StripEdge, _ bar: StripBar, _ exact: ShownText, _ arrow: ShownText,
    _ basis: EventBasis, _ signs: StripSigns
  ) -> ShownText {
    switch edge {
    case .exact: exact
    case .partial: signs.possible
    case .open, .cut: arrow
    case .unknown: signs.unknown
    }
  }

  /// Marks a fold that the bar runs through.
  private mutating func cut(_ fold: Range<Int>) {
    let middle = fold.lowerBound + (fold.count - 2) / 2
    for index in cells.indices where cells[index].text == fillText {
      guard (middle...middle + 1).contains(cells[index].column) else { continue }
      cells[index] = Piece(column: cells[index].column, text: "/", role: nil)
    }
  }

  /// The signs and words from left to right.
  var pieces: [Piece] { cells }

  /// Puts a word into the inside of the bar, a blank and a sign at each side at least.
  ///
  /// - Returns: Whether there was room.
  mutating func place(_ word: ShownText, _ role: StyleRole?) -> Bool {
    guard let inside = longestInside, word.columns > 0, word.columns + 4 <= inside.count else {
      return false
    }
    let start = inside.lowerBound + (inside.count - word.columns - 2) / 2
    let width = word.columns + 2
    let column = cells[start].column
    cells.replaceSubrange(
      start..<(start + width),
      with: [
        Piece(column: column, text: " ", role: nil),
        Piece(column: column + 1, text: word, role: role),
        Piece(column: column + width - 1, text: " ", role: nil),
      ])
    return true
  }

  /// The longest stretch of plain inside.
  private var longestInside: Range<Int>? {
    var longest: Range<Int>?
    var start: Int?
    for index in cells.indices {
      if cells[index].text == fillText {
        let first = start ?? index
        start = first
        if index + 1 - first > longest?.count ?? 0 { longest = first..<(index + 1) }
      } else {
        start = nil
      }
    }
    return longest
  }
}
