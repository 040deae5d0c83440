/// Where a row stands in its file: enough to read it again.
public struct TableRowPlace: Sendable, Hashable {
  /// The bytes of the row, its line end not included.
  public var bytes: Range<Int>
  /// The row as a spreadsheet counts it, from 1; headers and blank rows count.
  public var number: Int
  /// The line the row starts on, from 1.
  public var line: Int

  /// Makes a place.
  public init(bytes: Range<Int>, number: Int, line: Int) {
    self.bytes = bytes
    self.number = number
    self.line = line
  }
}

/// A case made of rows, or a row that could not become part of one.
public struct TableCase: Sendable, Hashable {
  /// The rows it is made of, in the order of the file.
  public var rows: [TableRowPlace]
  /// What is odd about these rows.
  public var findings: [TableFinding] = []
  /// Whether nothing was made of it; then it has one row, and a finding says why.
  public var isRefused = false

  /// Makes a case.
  public init(rows: [TableRowPlace]) {
    self.rows = rows
  }

  /// The bytes from the first of the rows to the last, with the number and line of the first.
  ///
  /// `TableDecoder` makes the case again from these alone. Rows of other cases may lie between.
  public var span: TableRowPlace? {
    guard let first = rows.first, let last = rows.last else { return nil }
    return TableRowPlace(
      bytes: first.bytes.lowerBound..<last.bytes.upperBound, number: first.number,
      line: first.line)
  }
}

/// A cell as it stands in the file, for showing the row a fact comes from.
public struct TableOriginalCell: Sendable, Hashable {
  /// The name of the column.
  public var name: String
  /// The text, quotes taken out and nothing else changed.
  public var text: String

  /// Makes a cell.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
