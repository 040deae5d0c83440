/// The header and the first rows of a table that a profile is drafted from.
public struct TableSample: Sendable {
  /// The name of the file, or of the sheet or table in it, without its ending.
  public let name: String
  /// How many rows were looked at.
  public private(set) var rowCount = 0
  /// Whether there are more.
  public private(set) var isCut = false
  /// How many columns it has.
  public var columnCount: Int { columns.count }
  /// The row that the header stands in, as a spreadsheet counts it.
  let headerRow: Int
  let header: TableHeader
  private(set) var columns: [ColumnSample]
  /// The words for nothing that occur.
  private(set) var missing: Set<String> = []

  /// How many rows are looked at.
  static let mostRows = 5_000
  /// Words that mean that nothing was written, as they occur in released tables.
  static let missingWords = ["NA", "N/A", "#N/A", "NULL", "null", ".", "-", "--"]

  /// Looks at a table.
  ///
  /// - Parameters:
  ///   - found: its header.
  ///   - text: its text, or the beginning of it.
  ///   - name: what it is called.
  ///   - isWhole: whether the text is not cut.
  ///   - limits: how much is read of a row.
  init(
    _ found: TableHeaderSearch.Found, of text: UnsafeRawBufferPointer, name: String,
    isWhole: Bool, limits: TableLimits
  ) {
    self.name = name
    header = found.header
    headerRow = max(1, found.header.row.number)
    columns = found.header.names.map { ColumnSample($0) }
    isCut = !isWhole
    var reader = TableReader(
      text, delimiter: found.dialect.delimiter.byte, from: found.firstRow,
      maximumCells: limits.columns)
    let missing = Dictionary(
      Self.missingWords.map { (Array($0.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let scratch = ScratchBytes(capacity: 256)
    var row = TableRow()
    while reader.read(into: &row) {
      // The last row of a text that is cut may be cut as well.
      if !isWhole, reader.start.byte >= text.count { break }
      if row.isBlank { continue }
      if rowCount == Self.mostRows {
        isCut = true
        break
      }
      rowCount += 1
      for (column, cell) in row.cells.enumerated() where columns.indices.contains(column) {
        note(cell, of: text, column, missing, scratch)
      }
    }
  }

  private mutating func note(
    _ cell: TableCell, of text: UnsafeRawBufferPointer, _ column: Int,
    _ words: [[UInt8]: String], _ scratch: ScratchBytes
  ) {
    var bytes = UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end])
    if cell.needsUnquoting {
      scratch.truncate(to: 0)
      TableText.unquote(bytes, into: scratch)
      bytes = UnsafeRawBufferPointer(scratch.bytes)
    }
    while let first = bytes.first, first <= ASCII.blank {
      bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }
    while let last = bytes.last, last <= ASCII.blank {
      bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
    }
    if bytes.isEmpty || Redaction.isExemption(bytes) { return }
    if bytes.count <= 4, let word = words[Array(bytes)] {
      missing.insert(word)
      return
    }
    columns[column].note(bytes)
  }
}
