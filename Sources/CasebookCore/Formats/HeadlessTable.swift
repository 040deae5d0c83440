/// Tables without a header, such as the event files of LifeLines2, LifeFlow and EventFlow: which
/// columns they have shows in their first rows alone.
struct HeadlessTable {
  let text: UnsafeRawBufferPointer
  let delimiter: TableDelimiter
  let start: TableRowStart
  let limits: TableLimits

  /// How many rows are looked at.
  private static let sampledRows = 64
  /// No date of a table has more bytes.
  private static let longestDate = 100

  /// How the first rows have the columns of a rule.
  enum Fit {
    /// They have other columns.
    case none
    /// All but the first, which has no date: it may be a header.
    case allButFirst
    /// They have them.
    case all
  }

  /// How the first rows have the columns of a rule: none has more cells, the first row and half of
  /// all have a date in the first column of dates and a date or nothing in the others, and some row
  /// reaches the last column of dates.
  func fit(_ rule: Profile.HeaderRule) -> Fit {
    let dates = rule.dates.compactMap { rule.columns.firstIndex(of: $0) }.sorted()
    guard let first = dates.first, let last = dates.last else { return .none }
    var reader = TableReader(
      text, delimiter: delimiter.byte, from: start, maximumCells: limits.columns)
    var row = TableRow()
    var (sampled, fitting, reaching, isFirstOdd) = (0, 0, 0, false)
    while sampled < Self.sampledRows, reader.read(into: &row) {
      if row.isBlank { continue }
      guard row.cellCount <= rule.columns.count else { return .none }
      sampled += 1
      if row.cellCount > last { reaching += 1 }
      if fits(row, first, dates.dropFirst()) {
        fitting += 1
      } else if sampled == 1 {
        isFirstOdd = true
      }
    }
    guard sampled > 0, reaching > 0, fitting * 2 >= sampled else { return .none }
    return isFirstOdd ? .allButFirst : .all
  }

  private func fits(_ row: TableRow, _ first: Int, _ others: ArraySlice<Int>) -> Bool {
    guard row.cellCount > first, row.cells[..<first].allSatisfy({ $0.start < $0.end }),
      isDate(row.cells[first])
    else { return false }
    return others.allSatisfy { column in
      column >= row.cellCount || row.cells[column].start == row.cells[column].end
        || isDate(row.cells[column])
    }
  }

  /// Whether a cell is a date with its parts told apart; a number alone is none.
  private func isDate(_ cell: TableCell) -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end])
    guard (6...Self.longestDate).contains(bytes.count),
      bytes.contains(where: { $0 == 0x2D || $0 == 0x2F })
    else {
      return false
    }
    if DateSpan.parse(bytes) != nil { return true }
    return DateOrder.allCases.contains { order in
      TableDate(bytes, order: order, firstYear: 1930) != .asWritten
    }
  }
}

extension HeadlessTable {
  /// The columns that any of the known event files may have, for telling such a file from other
  /// text by its beginning.
  private static let anyEvents: Profile.HeaderRule = {
    var rule = Profile.HeaderRule()
    rule.columns = ["record", "event", "start", "end", "attributes"]
    rule.dates = ["start"]
    return rule
  }()

  /// How far a text begins as an event file does; its last line may be cut.
  static func events(_ bytes: UnsafeRawBufferPointer) -> Fit {
    let mark = ByteOrderMark.length(in: bytes)
    let lines = bytes[...].lastIndex(of: ASCII.lineFeed).map { bytes[...$0] } ?? bytes[...]
    let table = HeadlessTable(
      text: UnsafeRawBufferPointer(rebasing: lines), delimiter: .tab,
      start: TableRowStart(byte: mark, row: 1, line: 1), limits: .standard)
    return table.fit(anyEvents)
  }
}
