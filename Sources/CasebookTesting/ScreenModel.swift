import CasebookCanvas
import CasebookText

/// What a terminal of the xterm family shows after some bytes: enough of it to test a program, in
/// few lines. Sequences it does not know are kept in ``unknown``, for a test to see.
package struct ScreenModel {
  /// The size.
  package private(set) var size: Size
  /// Where the cursor is.
  package internal(set) var cursor = Point(column: 0, row: 0)
  /// Whether the cursor can be seen.
  package internal(set) var showsCursor = true
  /// Whether the second screen is shown.
  package internal(set) var isAlternate = false
  /// Private modes that are on, by their numbers, except the cursor's and the second screen's.
  package internal(set) var modes: Set<Int> = []
  /// Sequences without a meaning here, without their ESC.
  package internal(set) var unknown: [String] = []
  /// The rows in which something was drawn or erased.
  package internal(set) var drawnRows: Set<Int> = []

  var cells: [[String]]
  var looks: [[String]]
  var look = ""
  /// What makes the look: attributes by their number, colours at 38 and 48.
  var lookParts: [Int: String] = [:]
  var wrapsNext = false
  var region: ClosedRange<Int>
  var parser = SequenceParser()
  private var first: [[String]] = []

  /// Makes an empty screen.
  package init(size: Size) {
    self.size = size
    cells = Self.blank(" ", size)
    looks = Self.blank("", size)
    region = 0...max(0, size.rows - 1)
  }

  /// The rows as text, without blanks at their ends.
  package var rows: [String] { cells.map(Self.trimmed) }

  /// The whole text.
  package var text: String { rows.joined(separator: "\n") }

  /// The graphic rendition of a place, as the parameters of SGR that made it, such as `1;33`.
  package func look(at point: Point) -> String {
    looks.indices.contains(point.row) && looks[point.row].indices.contains(point.column)
      ? looks[point.row][point.column] : ""
  }

  /// Whether no mode is left on.
  package var isAsAtStart: Bool {
    !isAlternate && showsCursor && modes.isEmpty && look.isEmpty
      && region == 0...max(0, size.rows - 1)
  }

  /// Draws bytes.
  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let piece = parser.take(byte) { apply(piece) }
    }
  }

  /// Takes another size, keeping the top left.
  package mutating func resize(_ size: Size) {
    func fitted(_ old: [[String]], _ blank: String) -> [[String]] {
      let rows = old.prefix(size.rows).map { row in
        Array(row.prefix(size.columns))
          + Array(repeating: blank, count: max(0, size.columns - row.count))
      }
      let empty = Array(repeating: blank, count: size.columns)
      return rows + Array(repeating: empty, count: max(0, size.rows - rows.count))
    }
    cells = fitted(cells, " ")
    looks = fitted(looks, "")
    self.size = size
    region = 0...max(0, size.rows - 1)
    moveTo(row: cursor.row, column: cursor.column)
  }

  // MARK: - Parts

  mutating func moveTo(row: Int, column: Int) {
    cursor = Point(
      column: max(0, min(column, size.columns - 1)), row: max(0, min(row, size.rows - 1)))
    wrapsNext = false
  }

  mutating func switchScreen(toAlternate: Bool) {
    guard toAlternate != isAlternate else { return }
    isAlternate = toAlternate
    swap(&first, &cells)
    if toAlternate || cells.count != size.rows {
      cells = Self.blank(" ", size)
    }
    looks = Self.blank("", size)
  }

  /// Puts a scalar at the cursor; one of no width joins the character before.
  mutating func put(_ scalar: Unicode.Scalar) {
    let width = DisplayWidth.columns(of: scalar) ?? 1
    guard width > 0 else { return join(scalar) }
    if wrapsNext || cursor.column + width > size.columns {
      moveTo(row: cursor.row, column: 0)
      lineFeed()
    }
    guard cells.indices.contains(cursor.row), cursor.column + width <= size.columns else { return }
    drawnRows.insert(cursor.row)
    for offset in 0..<width {
      cells[cursor.row][cursor.column + offset] = offset == 0 ? String(Character(scalar)) : ""
      looks[cursor.row][cursor.column + offset] = look
    }
    let next = cursor.column + width
    cursor.column = min(next, size.columns - 1)
    wrapsNext = next >= size.columns
  }

  mutating func lineFeed() {
    if cursor.row == region.upperBound {
      scroll(1)
    } else {
      moveTo(row: cursor.row + 1, column: cursor.column)
    }
  }

  /// Moves the region's rows up, or down where negative.
  mutating func scroll(_ count: Int) {
    guard cells.indices.contains(region.upperBound) else { return }
    drawnRows.formUnion(region)
    for _ in 0..<min(abs(count), region.count) {
      let (out, into) =
        count > 0
        ? (region.lowerBound, region.upperBound) : (region.upperBound, region.lowerBound)
      cells.remove(at: out)
      cells.insert(Array(repeating: " ", count: size.columns), at: into)
      looks.remove(at: out)
      looks.insert(Array(repeating: "", count: size.columns), at: into)
    }
  }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    guard cells.indices.contains(row) else { return }
    drawnRows.insert(row)
    for column in columns.clamped(to: 0..<size.columns) {
      cells[row][column] = " "
      looks[row][column] = ""
    }
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    var column = wrapsNext ? cursor.column : cursor.column - 1
    guard cells.indices.contains(cursor.row) else { return }
    while column > 0, cells[cursor.row][column].isEmpty { column -= 1 }
    guard cells[cursor.row].indices.contains(column) else { return }
    cells[cursor.row][column].unicodeScalars.append(scalar)
  }

  private static func blank(_ cell: String, _ size: Size) -> [[String]] {
    Array(repeating: Array(repeating: cell, count: size.columns), count: size.rows)
  }

  private static func trimmed(_ row: [String]) -> String {
    let last = row.lastIndex { $0 != " " } ?? -1
    return row[...last].joined()
  }
}
