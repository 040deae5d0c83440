import Testing

@testable import CasebookCore

private func rows(_ text: UnsafeRawBufferPointer, _ starts: [TableRowStart]) -> [String] {
  var found: [String] = []
  for (index, start) in starts.enumerated() {
    let end = index + 1 < starts.count ? starts[index + 1].byte : text.count
    var reader = TableReader(text, delimiter: ASCII.comma, from: start, to: end)
    var row = TableRow()
    while reader.read(into: &row) { found.append("\(row.number) \(row.line) \(row.bytes)") }
  }
  return found
}

/// Sixty rows with quotes and line ends inside; `lineEnd` chooses how each row ends.
private func table(
  _ random: inout SplitMix, lineEnd: (inout SplitMix) -> UInt64
) -> String {
  let cells = ["a", "\"b,c\"", "\"d\ne\"", "\"f \"\"g\"\"\"", "\"\"", "\"x\r\ny\"", "é", ""]
  var text = ""
  for _ in 0..<60 {
    text += (0..<3).map { _ in cells[Int(random.next() % 8)] }.joined(separator: ",")
    text += ["\n", "\r\n", "\r"][Int(lineEnd(&random) % 3)]
  }
  return text
}

struct TableSlicesTests {
  @Test(arguments: 0..<20)
  func stretchesHoldTheSameRowsAsTheWhole(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let text = table(&random) { _ in seed }
    Array(text.utf8).withUnsafeBytes { bytes in
      let start = TableRowStart(byte: 0, row: 1, line: 1)
      for count in [1, 2, 3, 7, 50, 1_000] {
        var slices = TableSlices(bytes, delimiter: ASCII.comma, from: start)
        let starts = slices.starts(of: count)
        #expect(starts.count <= count)
        #expect(count == 1 || starts.count > 1)
        #expect(rows(bytes, starts) == rows(bytes, [start]))
      }
    }
  }

  @Test(arguments: 0..<20)
  func startsAreTheSameWhileTheTextComesIn(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let text = table(&random) { $0.next() }
    Array(text.utf8).withUnsafeBytes { bytes in
      let start = TableRowStart(byte: 0, row: 1, line: 1)
      var whole = TableSlices(bytes, delimiter: ASCII.comma, from: start)
      var known = 1
      var growing = TableSlices(
        UnsafeRawBufferPointer(rebasing: bytes[..<known]), delimiter: ASCII.comma, from: start,
        isWhole: false)
      var last = start
      while let expected = whole.next(atOrBehind: last.byte + 1) {
        var found = growing.next(atOrBehind: last.byte + 1)
        while found == nil, known < bytes.count {
          known = min(bytes.count, known + Int(random.next() % 9) + 1)
          growing.grow(
            to: UnsafeRawBufferPointer(rebasing: bytes[..<known]), isWhole: known == bytes.count)
          found = growing.next(atOrBehind: last.byte + 1)
        }
        #expect(found == expected)
        last = expected
      }
      #expect(rows(bytes, [last]).count == 1)
    }
  }

  @Test(arguments: ["a\"b\nc\nd\n", "\"a\"x\nc\nd\n", "a\n\"b\nc\nd\n"])
  func aQuoteOutOfPlaceKeepsTheTableWhole(text: String) {
    Array(text.utf8).withUnsafeBytes { bytes in
      var slices = TableSlices(
        bytes, delimiter: ASCII.comma, from: TableRowStart(byte: 0, row: 1, line: 1))
      #expect(slices.starts(of: 3) == [TableRowStart(byte: 0, row: 1, line: 1)])
    }
  }
}
