/// Whether a row can be taken in, and what is odd about it.
struct TableRowCheck {
  let text: UnsafeRawBufferPointer
  let columnCount: Int
  let limits: TableLimits
  /// Whether the last cells of a row may be left out, and quotation marks stand inside of cells, as
  /// in event files.
  var isLenient = false

  /// Why a row cannot be taken in; nothing where it can.
  func refusal(of row: TableRow) -> TableFinding? {
    if row.bytes.count > limits.rowBytes { return lengthRefusal(of: row) }
    for flaw in row.flaws {
      switch flaw.kind {
      case .unclosedQuote:
        return finding(.unclosedQuote(lastLine: row.lastLine(in: text)), row, at: flaw.byte)
      case .tooManyCells:
        return finding(
          .tooManyCells(found: row.cellCount, limit: limits.columns), row, at: flaw.byte)
      case .textAfterQuote, .quoteInsideCell: break
      }
    }
    return badByte(in: row).map { finding($0.problem, row, at: $0.byte) }
  }

  /// Why a row is too long: a quote that was not closed where it was meant to be takes the lines
  /// behind it into its cell, so the quote of the longest cell is named if that holds a line end.
  func lengthRefusal(of row: TableRow) -> TableFinding {
    let (bytes, limit) = (row.bytes.count, limits.rowBytes)
    let longest = row.cells.max { $0.end - $0.start < $1.end - $1.start }
    guard let longest, longest.isQuoted,
      text[longest.start..<longest.end].contains(where: {
        $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
      })
    else {
      return finding(.rowTooLong(bytes: bytes, limit: limit), row, at: row.bytes.lowerBound)
    }
    return finding(.quoteTooLong(bytes: bytes, limit: limit), row, at: longest.firstByte)
  }

  /// What is odd about a row that is taken in.
  func warnings(of row: TableRow, into found: inout [TableFinding]) {
    for flaw in row.flaws {
      switch flaw.kind {
      case .textAfterQuote: found.append(finding(.textAfterQuote, row, at: flaw.byte))
      case .quoteInsideCell where isLenient: break
      case .quoteInsideCell: found.append(finding(.quoteInsideCell, row, at: flaw.byte))
      case .unclosedQuote, .tooManyCells: break
      }
    }
    if row.cellCount < columnCount {
      if isLenient { return }
      found.append(
        finding(
          .shortRow(cells: row.cellCount, expected: columnCount), row, at: row.bytes.upperBound))
    } else if row.cellCount > columnCount, row.cells.indices.contains(columnCount) {
      found.append(
        finding(
          .longRow(cells: row.cellCount, expected: columnCount), row,
          at: row.cells[columnCount].firstByte))
    }
  }

  func finding(_ problem: TableProblem, _ row: TableRow, at byte: Int) -> TableFinding {
    TableFinding(problem, at: row.position(of: byte, in: text), row: row.number)
  }

  // MARK: - Bytes

  /// The first byte that no text has, eight bytes a step as long as they are ASCII.
  private func badByte(in row: TableRow) -> (problem: TableProblem, byte: Int)? {
    var at = row.bytes.lowerBound
    let end = row.bytes.upperBound
    while at + 8 <= end {
      let word = text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let high: UInt64 = 0x8080_8080_8080_8080
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & high
      if word & high != 0 || zeros != 0 { return slowBadByte(in: row, from: at) }
      at += 8
    }
    return slowBadByte(in: row, from: at)
  }

  private func slowBadByte(
    in row: TableRow, from start: Int
  ) -> (problem: TableProblem, byte: Int)? {
    let bytes = UnsafeRawBufferPointer(rebasing: text[start..<row.bytes.upperBound])
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var at = start
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        if encoded.first == 0 { return (.nul, at) }
        at += encoded.count
      case .error:
        let whole = UnsafeRawBufferPointer(rebasing: text[row.bytes])
        return (.notUTF8(guess: TextEncoding.guess(whole)), at)
      case .emptyInput: return nil
      }
    }
  }
}
