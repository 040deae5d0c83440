/// What only the end of a table, or of a part of one, shows.
struct TableRowsSeen {
  var blank = BlankRows()
  private var hasRows = false

  /// Takes note of a row that is not blank.
  mutating func noteRow() {
    blank.endRun()
    hasRows = true
  }

  /// Takes in the rows behind these.
  mutating func add(_ next: TableRowsSeen) {
    blank.add(next.blank, hasRows: next.hasRows)
    hasRows = hasRows || next.hasRows
  }

  /// What is worth saying of it.
  var findings: [TableFinding] {
    [blank.finding, hasRows ? nil : TableFinding(.noRows)].compactMap(\.self)
  }
}

/// Rows without anything written, those at the end of the file left out.
struct BlankRows {
  private var first: TableFinding?
  private var run = 0
  private var count = 0

  /// Takes a blank row.
  mutating func note(_ row: TableRow) {
    run += 1
    guard first == nil else { return }
    let place = SourcePosition(line: row.line, column: 1, byteOffset: row.bytes.lowerBound)
    first = TableFinding(.blankRow, at: place, row: row.number)
  }

  /// Takes note that another row follows.
  mutating func endRun() {
    count += run
    run = 0
  }

  /// Takes in the blank rows of the rows behind these.
  mutating func add(_ next: BlankRows, hasRows: Bool) {
    if hasRows {
      count += run + next.count
      run = next.run
    } else {
      run += next.run
    }
    if first == nil { first = next.first }
  }

  /// One finding for all of them, at the first.
  var finding: TableFinding? {
    guard var first, count > 0 else { return nil }
    first.count = count
    return first
  }
}
