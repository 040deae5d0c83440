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
  private var takenNames: Set<String> = []
  private var takenKeys: Set<String> = []

  // What was found and taken while the names were read is not needed to read rows again.
  private enum CodingKeys: CodingKey {
    case names, keys, row, indices
  }

  /// Reads the names of a row.
  public init(_ row: TableRow, of text: UnsafeRawBufferPointer) {
    self.row = row
    for (index, cell) in row.cells.enumerated() {
      let written = Self.trimmed(TableText.string(cell, of: text))
      let name = Self.distinct(
        written.isEmpty ? "column \(index + 1)" : written, among: &takenNames
      ) { "\($0) (\($1))" }
      if name != written { noteRenaming(written, name, cell, text) }
      names.append(name)
      let key = Self.key(name)
      keys.append(
        Self.distinct(key.isEmpty ? "column_\(index + 1)" : key, among: &takenKeys) {
          "\($0)_\($1)"
        })
      indices[Self.folded(name), default: index] = indices[Self.folded(name)] ?? index
    }
  }

  /// Names the columns of a table that has no header.
  init(columns: [String]) {
    names = columns
    keys = columns.map(Self.key)
    row = TableRow()
    for (index, name) in columns.enumerated() { indices[Self.folded(name)] = index }
  }

  /// The column with a name; case, blanks and underscores do not count.
  public func column(_ name: String) -> Int? {
    indices[Self.folded(name)]
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

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    let front = scalars.drop(while: isBlank)
    guard let last = front.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(String.UnicodeScalarView(front[...last]))
  }

  /// A name no earlier column has: `title (2)` for a second `title`.
  private static func distinct(
    _ base: String, among taken: inout Set<String>, numbered: (String, Int) -> String
  ) -> String {
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = numbered(base, number)
      number += 1
    }
    return name
  }

  private mutating func noteRenaming(
    _ written: String, _ name: String, _ cell: TableCell, _ text: UnsafeRawBufferPointer
  ) {
    let problem: TableProblem =
      written.isEmpty
      ? .unnamedColumn(renamed: name) : .repeatedColumn(name: written, renamed: name)
    findings.append(
      TableFinding(problem, at: row.position(of: cell.firstByte, in: text), row: row.number))
  }
}
