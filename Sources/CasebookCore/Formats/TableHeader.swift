import CScan

/// The columns of a table by name.
public struct TableHeader: Sendable, Codable {
  /// The names as written, without blanks around them; made distinct where two are the same.
  public private(set) var names: [String] = []
  /// The keys that columns become fields under, such as `detainer_type`; distinct.
  public private(set) var keys: [String] = []
  /// The row the names stand in.
  public private(set) var row: TableRow
  /// What is odd about the names.
  public private(set) var findings: [TableFinding] = []

  private var indices: [String: Int] = [:]
  /// The first column of each spelling.
  private var spellings: [String: Int] = [:]
  private var takenNames = TakenNames()
  private var takenKeys = TakenNames()

  // What was found and taken while the names were read is not needed to read rows again.
  private enum CodingKeys: CodingKey {
    case names, keys, row, indices, spellings
  }

  /// Reads the names of a row.
  public init(_ row: TableRow, of text: UnsafeRawBufferPointer) {
    self.row = row
    var places = row.places(in: text)
    for (index, cell) in row.cells.enumerated() {
      let written = Self.written(cell, of: text)
      cscan_count_work(UInt64(written.utf8.count + 1))
      let name = takenNames.distinct(written.isEmpty ? "column \(index + 1)" : written) {
        "\($0) (\($1))"
      }
      if cell.end - cell.start > Self.longestName {
        note(.cutColumnName(renamed: name, limit: Self.longestName), cell, &places)
      } else if name != written {
        note(
          written.isEmpty
            ? .unnamedColumn(renamed: name) : .repeatedColumn(name: written, renamed: name),
          cell, &places)
      }
      names.append(name)
      let key = Self.key(name)
      keys.append(
        takenKeys.distinct(key.isEmpty ? "column_\(index + 1)" : key) { "\($0)_\($1)" })
      indices[Self.folded(name), default: index] = indices[Self.folded(name)] ?? index
    }
    noteSpellings()
  }

  /// A spelling that leaves out the time comes after all that name it.
  private mutating func noteSpellings() {
    let all = names.map { ColumnSpelling($0) }
    for (index, spelling) in all.enumerated() where spellings[spelling.whole] == nil {
      spellings[spelling.whole] = index
    }
    for (index, spelling) in all.enumerated() where spellings[spelling.timeless] == nil {
      spellings[spelling.timeless] = index
    }
    spellings[""] = nil
  }

  /// Names the columns of a table that has no header.
  init(columns: [String]) {
    names = columns
    keys = columns.map(Self.key)
    row = TableRow()
    for (index, name) in columns.enumerated() { indices[Self.folded(name)] = index }
  }

  /// The column with a name; case, blanks and underscores do not count. If there is none, the column
  /// whose name has the same words in another order or form (``ColumnSpelling``).
  public func column(_ name: String) -> Int? {
    if let exact = indices[Self.folded(name)] { return exact }
    let spelling = ColumnSpelling(name)
    return spellings[spelling.whole] ?? spellings[spelling.timeless]
  }

  /// Where the name of a column stands.
  public func position(ofColumn column: Int, in text: UnsafeRawBufferPointer) -> SourcePosition {
    let byte =
      row.cells.indices.contains(column) ? row.cells[column].firstByte : row.bytes.lowerBound
    return row.position(of: byte, in: text)
  }

  /// A name for comparing: letters and digits only, in small letters.
  public static func folded(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter(isPartOfWord)))
  }

  /// A name as the key of a field: words in small letters joined by underscores.
  public static func key(_ name: String) -> String {
    let words = name.lowercased().unicodeScalars.split { !isPartOfWord($0) }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "_")
  }

  // MARK: - Names

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The bytes that a name has at most; a longer cell names its column by its beginning.
  static let longestName = 1_024

  /// The name that a cell writes, without blanks around it.
  private static func written(_ cell: TableCell, of text: UnsafeRawBufferPointer) -> String {
    var cell = cell
    if cell.end - cell.start > longestName {
      cell.end = cell.start + longestName
      while cell.end > cell.start, text[cell.end] & 0xC0 == 0x80 { cell.end -= 1 }
    }
    return trimmed(TableText.string(cell, of: text))
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    let front = scalars.drop(while: isBlank)
    guard let last = front.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(String.UnicodeScalarView(front[...last]))
  }

  /// Notes something about a name; the cells come in the order of the row.
  private mutating func note(
    _ problem: TableProblem, _ cell: TableCell, _ places: inout TableRowPlaces
  ) {
    findings.append(
      TableFinding(problem, at: places.position(of: cell.firstByte), row: row.number))
  }
}

/// The names that columns have, so that each has one of its own.
private struct TakenNames {
  private var names: Set<String> = []
  /// The number that the next column of a name is tried with, so that none is tried twice.
  private var numbers: [String: Int] = [:]

  /// A name that no earlier column has: `title (2)` for a second `title`.
  mutating func distinct(_ base: String, numbered: (String, Int) -> String) -> String {
    if names.insert(base).inserted { return base }
    var number = numbers[base] ?? 2
    var name = numbered(base, number)
    while !names.insert(name).inserted {
      number += 1
      cscan_count_work(1)
      name = numbered(base, number)
    }
    numbers[base] = number + 1
    return name
  }
}
