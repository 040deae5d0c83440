import Testing

@testable import CasebookCore

/// A row on one line: its line, its cells in brackets, and what is odd.
private func outline(_ text: String, delimiter: TableDelimiter = .comma) -> [String] {
  var rows: [String] = []
  withBytes(text) { bytes in
    var reader = TableReader(bytes, delimiter: delimiter.byte)
    var row = TableRow()
    while reader.read(into: &row) {
      let cells = row.cells.map { "[\(TableText.string($0, of: bytes))]" }.joined()
      let flaws = row.flaws.map { flaw in
        let place = row.position(of: flaw.byte, in: bytes)
        return " \(flaw.kind)@\(place.line):\(place.column)"
      }
      rows.append("\(row.number)/\(row.line) \(cells)\(flaws.joined())")
    }
  }
  return rows
}

private func withBytes<Result>(
  _ text: String, _ body: (UnsafeRawBufferPointer) throws -> Result
) rethrows -> Result {
  try Array(text.utf8).withUnsafeBytes(body)
}

struct TableReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", ["1/1 [a][b]", "2/2 [1][2]"]),
    ("a,b\n1,2", ["1/1 [a][b]", "2/2 [1][2]"]),
    ("a,b\r\n1,2\r\n", ["1/1 [a][b]", "2/2 [1][2]"]),
    ("a,b\r1,2\r", ["1/1 [a][b]", "2/2 [1][2]"]),
    ("a\n\nb", ["1/1 [a]", "2/2 []", "3/3 [b]"]),
    ("\u{FEFF}a,b", ["1/1 [a][b]"]),
    ("a,,", ["1/1 [a][][]"]),
    (",", ["1/1 [][]"]),
    ("", []),
    (" a , b ", ["1/1 [ a ][ b ]"]),
    ("a longer cell than one word,x", ["1/1 [a longer cell than one word][x]"]),
  ])
  func rowsEndWithAnyLineEnd(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("\"a,b\",c", ["1/1 [a,b][c]"]),
    ("\"\",x", ["1/1 [][x]"]),
    ("\"a \"\"b\"\" c\"", ["1/1 [a \"b\" c]"]),
    ("\"\"\"\"", ["1/1 [\"]"]),
    ("\"a\nb\",c\nd", ["1/1 [a\nb][c]", "2/3 [d]"]),
    ("\"a\r\nb\"\r\nd", ["1/1 [a\r\nb]", "2/3 [d]"]),
    ("\"a\rb\"\rd", ["1/1 [a\rb]", "2/3 [d]"]),
    ("“x”,y", ["1/1 [“x”][y]"]),
  ])
  func quotesEncloseSeparatorsAndLineEnds(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a\nb,\"c", ["1/1 [a]", "2/2 [b][c] unclosedQuote@2:3"]),
    ("ä,\"c\nd\n", ["1/1 [ä][c\nd\n] unclosedQuote@1:3"]),
    ("\"a\"x,b", ["1/1 [ax][b] textAfterQuote@1:4"]),
    ("\"a\" \"b\",c", ["1/1 [a \"b\"][c] textAfterQuote@1:4"]),
    ("a\"b,c", ["1/1 [a\"b][c] quoteInsideCell@1:2"]),
    ("1234567\"9,c", ["1/1 [1234567\"9][c] quoteInsideCell@1:8"]),
    ("\"a\nb\"x", ["1/1 [a\nbx] textAfterQuote@2:3"]),
  ])
  func whatIsOddIsKeptAndNamed(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test func eachSeparatorIsOnlyItself() {
    #expect(outline("a;b,c\t|", delimiter: .semicolon) == ["1/1 [a][b,c\t|]"])
    #expect(outline("a\tb,c;|", delimiter: .tab) == ["1/1 [a][b,c;|]"])
    #expect(outline("a|b,c;\t", delimiter: .bar) == ["1/1 [a][b,c;\t]"])
  }

  @Test func cellsOverTheLimitAreCountedAndNotKept() {
    withBytes(String(repeating: ",", count: 4_999)) { bytes in
      var reader = TableReader(bytes, delimiter: TableDelimiter.comma.byte)
      var row = TableRow()
      _ = reader.read(into: &row)
      #expect(row.cellCount == 5_000)
      #expect(row.cells.count == 4_096)
      #expect(row.flaws.map(\.kind) == [.tooManyCells])
    }
  }

  @Test func aRowIsReadAgainFromItsBytes() {
    let text = "h,i\n\"a\"\"1\",\"b\nc\"\nd,e\n"
    withBytes(text) { bytes in
      var reader = TableReader(bytes, delimiter: TableDelimiter.comma.byte)
      var row = TableRow()
      while reader.read(into: &row) {
        let again = TableReader.row(
          row.bytes, of: bytes, delimiter: TableDelimiter.comma.byte, number: row.number,
          line: row.line)
        #expect(again.cells == row.cells)
        #expect(again.bytes == row.bytes)
        #expect(again.line == row.line)
      }
    }
  }

  @Test func positionsCountScalarsAndLines() {
    withBytes("é,\"x\ny\",z") { bytes in
      var reader = TableReader(bytes, delimiter: TableDelimiter.comma.byte)
      var row = TableRow()
      _ = reader.read(into: &row)
      let places = row.cells.map { row.position(of: $0.firstByte, in: bytes) }
      #expect(places.map(\.line) == [1, 1, 2])
      #expect(places.map(\.column) == [1, 3, 4])
      #expect(places.map(\.byteOffset) == [0, 3, 9])
    }
  }

  /// What a reader of one byte after the other would say, written without regard to speed.
  private func plainRows(_ text: [UInt8]) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var at = 0
    while at < text.count {
      if cell.isEmpty, text[at] == ASCII.quote {
        at += 1
        while at < text.count {
          if text[at] == ASCII.quote {
            guard at + 1 < text.count, text[at + 1] == ASCII.quote else { break }
            at += 1
          }
          cell.append(text[at])
          at += 1
        }
        at += 1
      }
      while at < text.count,
        ![ASCII.comma, ASCII.lineFeed, ASCII.carriageReturn].contains(text[at])
      {
        cell.append(text[at])
        at += 1
      }
      row.append(cell)
      cell = []
      guard at < text.count else { break }
      if text[at] == ASCII.comma {
        at += 1
        if at == text.count { row.append([]) }
        continue
      }
      at +=
        text[at] == ASCII.carriageReturn && at + 1 < text.count && text[at + 1] == ASCII.lineFeed
        ? 2 : 1
      rows.append(row)
      row = []
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  @Test(arguments: 0..<40)
  func readingByWordsEqualsReadingByBytes(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = Array("ab\"\"\n\r,,é 12345678".utf8)
    for _ in 0..<50 {
      let length = Int(random.next() % 60)
      let text = (0..<length).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
      text.withUnsafeBytes { bytes in
        var reader = TableReader(bytes, delimiter: ASCII.comma)
        var row = TableRow()
        var rows: [[[UInt8]]] = []
        let scratch = ScratchBytes()
        while reader.read(into: &row) {
          rows.append(
            row.cells.map { cell in
              let written = UnsafeRawBufferPointer(rebasing: bytes[cell.start..<cell.end])
              guard cell.needsUnquoting else { return Array(written) }
              scratch.truncate(to: 0)
              TableText.unquote(written, into: scratch)
              return Array(scratch.bytes)
            })
        }
        #expect(
          rows == plainRows(text), "\(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }
}
