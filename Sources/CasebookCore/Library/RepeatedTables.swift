/// Finds the tables of a release that were given twice: a copy under another name, or the same rows
/// in a file of another kind.
///
/// Two tables are the same if they have the same rows in the same order, and three of four columns
/// have a name that the other table has too. Cells may be written differently: a blank or a word for
/// nothing, dates and moments in any notation of tables, numbers and flags.
struct RepeatedTables {
  /// A table whose beginning is known.
  struct Table {
    var file: SourceFile
    var found: TableHeaderSearch.Found
    /// The first row, a text a column.
    var firstRow: [String]
  }

  private let limits: Limits

  init(limits: Limits) {
    self.limits = limits
  }

  /// The tables that repeat an earlier one, with the number of that.
  ///
  /// - Parameter tables: The tables of one profile in their order; nil for what cannot be read.
  /// - Returns: The number of the first table that holds the same rows, by that of the table.
  /// - Complexity: The beginnings are compared with each other; all rows only of tables whose first
  ///   rows are the same.
  func repeated(_ tables: [Table?]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (later, table) in tables.enumerated() {
      guard let table else { continue }
      for (earlier, candidate) in tables[..<later].enumerated() where found[earlier] == nil {
        guard let candidate, let columns = columns(candidate, table),
          (try? isSame(candidate, table, columns)) == true
        else { continue }
        found[later] = earlier
        break
      }
    }
    return found
  }

  /// Columns of two tables that have the same name, if the tables may be the same by their first
  /// rows.
  private func columns(_ one: Table, _ other: Table) -> [(Int, Int)]? {
    let names = one.found.header.names
    let pairs = names.enumerated().compactMap { index, name in
      other.found.header.column(name).map { (index, $0) }
    }
    let most = max(names.count, other.found.header.names.count)
    guard pairs.count * 4 >= most * 3, !one.firstRow.isEmpty, !other.firstRow.isEmpty else {
      return nil
    }
    let rule = CellRule(one.found.profile)
    return pairs.allSatisfy {
      rule.isSame(one.firstRow[$0.0], other.firstRow[$0.1])
    } ? pairs : nil
  }

  private func isSame(
    _ one: Table, _ other: Table, _ columns: [(Int, Int)]
  ) throws(SourceFileError) -> Bool {
    if try hasSameBytes(one.file, other.file) { return true }
    let rule = CellRule(one.found.profile)
    let rows = (
      try TableRowStream(one.file, one.found, limits: limits),
      try TableRowStream(other.file, other.found, limits: limits)
    )
    while true {
      let next = (try rows.0.next(), try rows.1.next())
      guard let left = next.0, let right = next.1 else { return next.0 == nil && next.1 == nil }
      guard columns.allSatisfy({ rule.isSame(left[$0.0], right[$0.1]) }) else { return false }
    }
  }

  /// Whether two files are copies of each other, and the same part of them is meant.
  private func hasSameBytes(
    _ one: SourceFile, _ other: SourceFile
  ) throws(SourceFileError) -> Bool {
    let first = try FileReader(one.place)
    let second = try FileReader(other.place)
    guard one.form == other.form, first.identity.size == second.identity.size else { return false }
    let blocks = (SourceBytes(capacity: 1 << 18), SourceBytes(capacity: 1 << 18))
    var at = 0
    while true {
      let counts = (
        try first.read(into: blocks.0.room, at: at), try second.read(into: blocks.1.room, at: at)
      )
      guard counts.0 == counts.1,
        blocks.0.room.prefix(counts.0).elementsEqual(blocks.1.room.prefix(counts.1))
      else { return false }
      at += counts.0
      if counts.0 < blocks.0.room.count { return true }
    }
  }
}

extension RepeatedTables.Table {
  /// Reads the beginning of a table.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - found: Its header.
  ///   - text: The beginning of its text.
  init(_ file: SourceFile, _ found: TableHeaderSearch.Found, _ text: UnsafeRawBufferPointer) {
    self.file = file
    self.found = found
    var reader = TableReader(
      text, delimiter: found.dialect.delimiter.byte, from: found.firstRow)
    var row = TableRow()
    let hasRow = reader.read(into: &row)
    firstRow = hasRow ? TableRowStream.texts(row, found, of: text) : []
  }
}

/// When two cells say the same.
private struct CellRule {
  private let missing: Set<String>
  private let order: DateOrder
  private let firstYear: Int

  init(_ profile: Profile) {
    missing = Set(
      (profile.missing + ["", "na", "n/a", "null", ".", "-", "--"]).map { $0.lowercased() })
    order = profile.dates.order ?? .monthFirst
    firstYear = profile.dates.firstYear
  }

  func isSame(_ one: String, _ other: String) -> Bool {
    one == other || plain(one) == plain(other)
  }

  /// A cell in one notation.
  private func plain(_ cell: String) -> String {
    let lower = cell.lowercased()
    if missing.contains(lower) { return "" }
    if lower == "true" { return "1.0" }
    if lower == "false" { return "0.0" }
    // Longer numbers are not told from each other by a number of the machine.
    if lower.utf8.count <= 15, let number = Double(lower) {
      return "\(number == 0 ? 0 : number)"
    }
    var written = cell
    let date = written.withUTF8 {
      TableDate(UnsafeRawBufferPointer($0), order: order, firstYear: firstYear)
    }
    if case .converted(let text) = date { written = text }
    guard written.utf8.count >= 10, written.utf8.prefix(4).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return written }
    if written.hasSuffix("Z") { written.removeLast() }
    written = written.replacing(" ", with: "T")
    return written.hasSuffix("T00:00:00") ? String(written.dropLast(9)) : written
  }
}

/// The rows of a table one after the other, while its text comes in.
private final class TableRowStream {
  private let found: TableHeaderSearch.Found
  private let stream: TextStream
  private var text = SourceBytes(capacity: TableRowStream.step)
  private var start: TableRowStart
  private var isAtEnd = false
  private var row = TableRow()
  private let longest: Int

  private static let step = 1 << 18

  init(
    _ file: SourceFile, _ found: TableHeaderSearch.Found, limits: Limits
  ) throws(SourceFileError) {
    self.found = found
    start = found.firstRow
    longest = max(2 * limits.recordSize, found.firstRow.byte)
    stream = TextStream(try FileReader(file.place), file.form, limit: limits.fileSize)
    try fill(from: 0)
  }

  /// The texts of the next row that is not blank; nil at the end.
  func next() throws(SourceFileError) -> [String]? {
    while true {
      let bytes = text.withBytes(\.self)
      var reader = TableReader(bytes, delimiter: found.dialect.delimiter.byte, from: start)
      let hasRow = reader.read(into: &row)
      // A row that ends with the text may go on behind it.
      if hasRow, isAtEnd || reader.start.byte < bytes.count || bytes.count >= longest {
        start = reader.start
        if row.isBlank { continue }
        return withExtendedLifetime(text) { Self.texts(row, found, of: bytes) }
      }
      if isAtEnd { return nil }
      try fill(from: min(start.byte, text.count))
    }
  }

  /// A text for each column; blanks at its ends do not count.
  static func texts(
    _ row: TableRow, _ found: TableHeaderSearch.Found, of text: UnsafeRawBufferPointer
  ) -> [String] {
    let cells = row.cells.prefix(found.header.names.count).map { cell in
      let written = TableText.string(cell, of: text)
      let start = written.unicodeScalars.drop { $0.properties.isWhitespace }
      let end = start.lastIndex { !$0.properties.isWhitespace }
      return end.map { String(start[...$0]) } ?? ""
    }
    return cells + [String](repeating: "", count: found.header.names.count - cells.count)
  }

  /// Keeps the text from a byte on, and reads on behind it.
  private func fill(from first: Int) throws(SourceFileError) {
    let rest = text.count - first
    let larger = SourceBytes(capacity: rest + max(Self.step, rest))
    text.withBytes { raw in
      larger.room.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[first...]))
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: larger.room[rest...])
    let got = try stream.read(into: room)
    larger.finish(count: rest + got)
    isAtEnd = got < room.count
    text = larger
    start = TableRowStart(byte: start.byte - first, row: start.row, line: start.line)
  }
}
