import CasebookCore
import CasebookText

/// A sign or a word of a strip with the column it begins on.
struct StripPiece {
  let column: Int
  let text: ShownText
  /// What it means, where that is not what the mark means.
  var role: StyleRole?
  /// Whether the mark is not understood without it: an end of a bar, the sign of an event.
  var isKey = false
}

/// Draws one mark: its signs column by column, and a word inside where there is room.
struct StripMarkDrawing {
  /// The signs and words from left to right.
  private(set) var pieces: [StripPiece]
  private let fill: ShownText

  /// Draws the signs of a mark.
  ///
  /// `hidden` is how many events lie under it, for the count; `sign` is that of a point, where it
  /// is another than the strip's own.
  init(
    _ mark: StripMark, _ basis: EventBasis, _ category: EventCategory, hidden: Int,
    _ axis: StripAxis, _ signs: StripSigns, sign: ShownText? = nil
  ) {
    fill = signs.fill(basis)
    let count = mark.events.count + hidden
    switch mark.shape {
    case .bar(let bar) where hidden == 0:
      pieces = StripMarkDrawing.bar(bar, mark.columns, basis, signs)
      for fold in axis.folds { cut(fold.columns) }
    case .undated: pieces = StripMarkDrawing.undated(mark, signs)
    case .point, .stretch, .crowd, .bar:
      let isDoubtful = mark.shape == .stretch && mark.columns.count == 1
      let sign =
        count > 1
        ? signs.count(count, columns: mark.columns.count)
        : mark.isDisputed
          ? signs.disputed
          : isDoubtful ? signs.doubtful : sign ?? signs.point(basis, category)
      pieces = StripMarkDrawing.stretch(mark, sign, signs)
    }
  }

  /// Leaves out the signs that lie under another mark.
  ///
  /// - Returns: How many of them are key signs.
  mutating func uncover(_ columns: ClosedRange<Int>) -> Int {
    let keys = pieces.filter { $0.isKey && columns.contains($0.column) }.count
    pieces.removeAll { columns.contains($0.column) }
    return keys
  }

  /// Puts a word into the inside of a bar, a blank and a sign at each side at least.
  ///
  /// - Returns: Whether there was room.
  mutating func place(_ word: ShownText, _ role: StyleRole?) -> Bool {
    guard let inside = longestInside, !word.isEmpty, word.columns + 4 <= inside.count else {
      return false
    }
    let start = inside.lowerBound + (inside.count - word.columns - 2) / 2
    let width = word.columns + 2
    let column = pieces[start].column
    pieces.replaceSubrange(
      start..<(start + width),
      with: [
        StripPiece(column: column, text: " "),
        StripPiece(column: column + 1, text: word, role: role),
        StripPiece(column: column + width - 1, text: " "),
      ])
    return true
  }

  /// The longest stretch of plain inside.
  private var longestInside: Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    for index in pieces.indices {
      let piece = pieces[index]
      let goesOn = index > start && pieces[index - 1].column == piece.column - 1
      if piece.text != fill || piece.isKey {
        start = index + 1
      } else {
        if !goesOn { start = index }
        if index + 1 - start > longest?.count ?? 0 { longest = start..<(index + 1) }
      }
    }
    return longest
  }

  // MARK: - Signs

  private static func stretch(
    _ mark: StripMark, _ sign: ShownText, _ signs: StripSigns
  ) -> [StripPiece] {
    let middle = mark.columns.lowerBound + (mark.columns.count - sign.columns) / 2
    let taken = middle..<(middle + sign.columns)
    var pieces: [StripPiece] = []
    for column in mark.columns {
      if column == middle {
        pieces.append(StripPiece(column: column, text: sign, isKey: true))
      } else if !taken.contains(column) {
        let isFirst = mark.isCutAtStart && column == mark.columns.lowerBound
        let isLast = mark.isCutAtEnd && column == mark.columns.upperBound
        let text = isFirst ? signs.earlier : isLast ? signs.later : signs.possible
        pieces.append(StripPiece(column: column, text: text))
      }
    }
    return pieces
  }

  private static func undated(_ mark: StripMark, _ signs: StripSigns) -> [StripPiece] {
    let count = mark.events.count
    let text = count == 1 ? signs.unknown : signs.unknown + "\(count)"
    let sign = text.columns < mark.columns.count ? text : count == 1 ? signs.unknown : "+"
    return [StripPiece(column: mark.columns.lowerBound + 1, text: sign, isKey: true)]
  }

  private static func bar(
    _ bar: StripBar, _ columns: ClosedRange<Int>, _ basis: EventBasis, _ signs: StripSigns
  ) -> [StripPiece] {
    columns.map { column in
      let isFirst = column == columns.lowerBound
      let isLast = column == columns.upperBound
      let isShort = isFirst && isLast && bar.start == .exact && bar.end == .exact
      let text =
        isShort
        ? signs.short(basis)
        : isFirst
          ? signs.start(bar.start, basis)
          : isLast
            ? signs.end(bar.end, basis)
            : bar.sure?.contains(column) == true ? signs.fill(basis) : signs.possible
      return StripPiece(column: column, text: text, isKey: isFirst || isLast)
    }
  }

  /// Marks a fold that a bar runs through.
  private mutating func cut(_ fold: Range<Int>) {
    let middle = fold.lowerBound + (fold.count - 2) / 2
    for index in pieces.indices where !pieces[index].isKey && pieces[index].text == fill {
      guard (middle...middle + 1).contains(pieces[index].column) else { continue }
      pieces[index] = StripPiece(column: pieces[index].column, text: "/")
    }
  }
}
