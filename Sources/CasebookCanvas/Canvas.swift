import CasebookText

/// A page of cells on which screens draw, before anything reaches a terminal.
public struct Canvas: Sendable, Equatable {
  /// How large the page is.
  public let size: Size
  /// The signs for lines and cuts.
  public let glyphs: GlyphSet
  /// The cells, row by row, each row as wide as the page.
  ///
  /// Comparing two rows costs O(columns), and O(1) where one is an unchanged copy of the other.
  public internal(set) var rows: [[Cell]]
  /// Where the terminal's cursor stands; hidden where there is none.
  public var cursor: Point?
  /// Whether a row that changed is sent whole: a screen reader then hears it as one, and never the
  /// cells alone that differ.
  public var sendsWholeRows = false

  /// Makes an empty page.
  public init(size: Size, glyphs: GlyphSet = .unicode) {
    self.size = size
    self.glyphs = glyphs
    rows = Array(repeating: Array(repeating: .blank(), count: size.columns), count: size.rows)
  }

  /// The whole page.
  public var bounds: Rect { Rect(size) }

  /// The text of a row without blanks at its end.
  public func text(ofRow row: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let cells = rows[row].prefix(1 + (rows[row].lastIndex { $0.text != " " } ?? -1))
    return cells.map(\.text).joined()
  }

  /// The rows that differ from those of a page of the same size; all where sizes differ.
  public func changedRows(since earlier: Canvas) -> [Int] {
    guard size == earlier.size else { return Array(rows.indices) }
    return rows.indices.filter { rows[$0] != earlier.rows[$0] }
  }

  /// Gives every cell the look of ordinary text.
  public mutating func dropRoles() {
    for row in rows.indices {
      for column in rows[row].indices { rows[row][column].role = .normal }
    }
  }

  /// Puts a cell at a place and keeps the halves of wide characters whole.
  mutating func put(_ cell: Cell, at point: Point) {
    let last = point.column + max(cell.columns, 1) - 1
    guard rows.indices.contains(point.row), point.column >= 0, last < size.columns else { return }
    mend(point.row, from: point.column, through: last)
    rows[point.row][point.column] = cell
    if cell.columns == 2 { rows[point.row][last] = .rest(cell.role) }
  }

  /// Blanks the halves that are left over of wide characters at the edges of a stretch.
  private mutating func mend(_ row: Int, from first: Int, through last: Int) {
    if rows[row][first].columns == 0, first > 0 {
      rows[row][first - 1] = .blank(rows[row][first - 1].role)
    }
    if rows[row][last].columns == 2, last + 1 < size.columns {
      rows[row][last + 1] = .blank(rows[row][last + 1].role)
    }
  }
}
