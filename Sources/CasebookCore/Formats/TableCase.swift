/// Where a row stands in its file: enough to read it again.
public struct TableRowPlace: Sendable, Hashable {
  /// The bytes of the row, its line end not included.
  public var bytes: Range<Int>
  /// The row as a spreadsheet counts it, from 1; headers and blank rows count.
  public var number: Int
  /// The line the row starts on, from 1.
  public var line: Int
  /// The number of its table among those that are read together, from 0.
  public var table: Int

  /// Makes a place.
  public init(bytes: Range<Int>, number: Int, line: Int, table: Int = 0) {
    self.bytes = bytes
    self.number = number
    self.line = line
    self.table = table
  }
}

/// A case made of rows, or a row that could not become part of one.
public struct TableCase: Sendable, Hashable {
  /// The rows it is made of, in the order of the tables and of their rows.
  public var rows: [TableRowPlace]
  /// What is odd about these rows.
  public var findings: [TableFinding] = []
  /// Whether nothing was made of it; then it has one row, and a finding says why.
  public var isRefused = false

  /// Makes a case.
  public init(rows: [TableRowPlace]) {
    self.rows = rows
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
