/// What can be wrong with a table, or worth knowing about it.
public enum TableProblem: Sendable, Hashable, Codable {
  // MARK: Rows that are refused

  /// A quote opens and nothing closes it, so that the rest of the file is one cell.
  case unclosedQuote(lastLine: Int)
  /// A row has more cells than the limit.
  case tooManyCells(found: Int, limit: Int)
  /// A row is longer than the limit.
  case rowTooLong(bytes: Int, limit: Int)
  /// A quote opens here, and the row it makes is longer than the limit.
  case quoteTooLong(bytes: Int, limit: Int)
  /// A row has a NUL, which no text has.
  case nul
  /// A row has bytes that are not UTF-8; what the row looks like, if there is evidence.
  case notUTF8(guess: TextEncoding?)
  /// The rows with one id are more than the limit: the case is refused as a whole.
  case tooManyRows(found: Int, limit: Int)
  /// The rows with one id have more bytes together than the limit of a record: the case is refused as
  /// a whole.
  case caseTooLong(rows: Int, limit: Int)

  // MARK: Rows that are kept

  /// Text follows a closing quote; it is kept as part of the cell.
  case textAfterQuote
  /// A quote stands inside a cell that does not begin with one; it is kept.
  case quoteInsideCell
  /// A row has fewer cells than the header; the missing ones are empty.
  case shortRow(cells: Int, expected: Int)
  /// A row has more cells than the header; they are kept as `column N`.
  case longRow(cells: Int, expected: Int)
  /// Rows without anything written are passed over.
  case blankRow
  /// Rows before the header are passed over.
  case rowsBeforeHeader(Int)

  // MARK: The table

  /// The file holds something else, or text in an encoding that is not read.
  case otherContent(ContentKind)
  /// There is no memory to join the rows: how many bytes that takes, and how many are free.
  case needsMemory(bytes: Int, free: Int)
  /// There is no header: the file is empty, or holds blank lines only.
  case noHeader
  /// The first row holds numbers or dates, so it is no header.
  case headerLooksLikeData(cells: [String])
  /// No profile knows the header, not even the one for any table.
  case noProfile(header: [String])
  /// The header is all there is.
  case noRows
  /// A column has the name of an earlier one and is told apart by another.
  case repeatedColumn(name: String, renamed: String)
  /// A column has no name and is given one.
  case unnamedColumn(renamed: String)
  /// The name of a column is longer than any; it is known by its beginning.
  case cutColumnName(renamed: String, limit: Int)
  /// The cells are separated by something else than the file's name says.
  case delimiter(found: TableDelimiter, expected: TableDelimiter)
  /// The first line says what separates the cells, as Excel writes it.
  case separatorLine(TableDelimiter)

  // MARK: The profile

  /// A column that may identify a person is not taken in.
  case droppedColumn(name: String)
  /// Columns that no template names become fields under their own names.
  case fieldColumns(names: [String])
  /// Such a column has nearly the name of one that a template asks for and the table lacks.
  case columnNearNamed(name: String, nearest: String)
  /// A template of the profile stands under a key that is nearly one of the format.
  case keyNearKnown(key: String, nearest: String)
  /// A value is in no list of the profile.
  case unmappedValue(of: String, value: String, nearest: String?)
  /// Nothing in a column of dates tells day from month; the profile has to say it.
  case undecidedDateOrder(column: String)
  /// A column of dates has both orders of day and month; the profile has to say it.
  case mixedDateOrder(column: String)
  /// A date is neither EDTF nor one of the notations of tables; it is kept as text, and the event
  /// has no date.
  case date(column: String, written: String)
  /// An event ends before it begins; its start is its date, and the end is kept as a field.
  case endBeforeStart(start: String, end: String)
  /// Rows of one case differ in what can be said once; the first is the case's, the other stays
  /// with its event.
  case differingValue(key: String, first: String, other: String)

  /// How bad it is.
  public var severity: TableFinding.Severity {
    switch self {
    case .unclosedQuote, .tooManyCells, .rowTooLong, .quoteTooLong, .nul, .notUTF8, .tooManyRows,
      .caseTooLong, .otherContent, .needsMemory, .noHeader,
      .headerLooksLikeData, .noProfile:
      .error
    case .textAfterQuote, .quoteInsideCell, .shortRow, .longRow, .repeatedColumn,
      .unnamedColumn, .cutColumnName, .delimiter, .unmappedValue, .differingValue,
      .endBeforeStart, .undecidedDateOrder, .mixedDateOrder, .columnNearNamed, .keyNearKnown,
      .date:
      .warning
    case .blankRow, .rowsBeforeHeader, .noRows, .separatorLine, .droppedColumn, .fieldColumns:
      .note
    }
  }

  /// What findings have in common that need counting only; nothing for those that stand alone.
  public var repetitionKey: String? {
    switch self {
    case .textAfterQuote: "text after a quote"
    case .quoteInsideCell: "quote inside a cell"
    case .shortRow: "short row"
    case .longRow: "long row"
    case .unmappedValue(let name, let value, _): "unmapped \(name): \(value)"
    case .undecidedDateOrder(let column): "undecided \(column)"
    case .date(let column, _): "date \(column)"
    case .endBeforeStart: "end before start"
    case .differingValue(let key, _, _): "differing \(key)"
    default: nil
    }
  }
}

/// A problem of a table and where it stands.
public struct TableFinding: Sendable, Hashable {
  /// What it is.
  public var problem: TableProblem
  /// The line and column; nothing where the whole table is meant.
  public var position: SourcePosition?
  /// The row as a spreadsheet counts it; nothing where the whole table is meant.
  public var row: Int?
  /// How often it was met; the place is the first.
  public var count: Int
  /// The number of its table among those that are read together, from 0.
  var table = 0

  /// Makes a finding.
  public init(
    _ problem: TableProblem, at position: SourcePosition? = nil, row: Int? = nil, count: Int = 1
  ) {
    self.problem = problem
    self.position = position
    self.row = row
    self.count = count
  }

  /// How bad it is.
  public var severity: Severity { problem.severity }

  /// How bad a finding is.
  public enum Severity: String, Sendable, CaseIterable {
    /// A row or the table is refused, and everything else is still read.
    case error
    /// The row is read; something in it is not as it should be.
    case warning
    /// The row is read; something is worth knowing.
    case note
  }
}

/// A table that cannot be read at all.
public struct TableError: Error, Sendable, Hashable {
  /// Why, and where.
  public var finding: TableFinding

  /// Makes an error.
  public init(
    _ problem: TableProblem, at position: SourcePosition? = nil, row: Int? = nil
  ) {
    self.init(TableFinding(problem, at: position, row: row))
  }

  init(_ finding: TableFinding) {
    self.finding = finding
  }
}
