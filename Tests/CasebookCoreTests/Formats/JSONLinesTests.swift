import CasebookCore
import Testing

struct JSONLinesTests {
  private func read(_ text: String, limits: TreeLimits = TreeLimits()) -> [String] {
    let reader = JSONTreeReader(limits: limits)
    let tree = DataTree()
    reader.open(SourceText(copying: text.utf8))
    var lines: [String] = []
    while let record = reader.nextLine(into: tree) {
      lines.append(TreeText.of(record, tree))
    }
    return lines
  }

  @Test(arguments: [
    ("{\"a\":1}\n{\"a\":2}\n", ["{a=1}", "{a=2}"]),
    ("\n\n{\"a\":1}\r\n  \r\n{\"a\":2}", ["{a=1}", "{a=2}"]),
    ("\u{FEFF}{\"a\":1}\n", ["{a=1}"]),
    ("{\"a\":\"x\u{2028}y\"}\n", ["{a='x\u{2028}y'}"]),
    ("", []), ("\n \n", []),
  ])
  func eachLineIsARecord(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("{\"a\":1}\n{\"a\":nan}\n{\"a\":3}\n", "2:6 expected([value], found: (\"n\"))"),
    ("{\"a\":1}\n{\"a\":\"x}\n{\"a\":3}\n", "2:9 unclosedQuote(opened: 2:6)"),
    ("{\"a\":1}\n{\"a\":[\n{\"a\":3}\n", "2:7 incomplete(expected: [value], opened: nil)"),
    ("{\"a\":1}\r\n{\"a\":\r\n{\"a\":3}\n", "2:6 incomplete(expected: [value], opened: nil)"),
    ("{\"a\":1}\n{\"a\":\"\u{1}\"}\n{\"a\":3}\n", "2:7 controlCharacter(\"\\u{01}\")"),
    ("{\"a\":1}\n\0\0\0\n{\"a\":3}\n", "2:1 expected([value], found: (\"\\0\"))"),
    ("{\"a\":1}\n{\"a\":2}}\n{\"a\":3}\n", "2:8 trailingContent(found: (\"}\"))"),
    ("{\"a\":1}\n]\n{\"a\":3}\n", "2:1 expected([value], found: (\"]\"))"),
  ])
  func aBadLineHidesNoOther(text: String, refusal: String) {
    #expect(read(text) == ["{a=1}", refusal, "{a=3}"])
  }

  @Test(arguments: [
    ("{\"id\":\"2\",\"ti", "2:14 incomplete(expected: [quote], opened: 2:11)"),
    ("{\"id\":", "2:7 incomplete(expected: [value], opened: nil)"),
    ("{\"id\":1", "2:8 incomplete(expected: [comma, objectEnd], opened: nil)"),
    ("{\"id\":tr", "2:9 incomplete(expected: [value], opened: nil)"),
    ("{\"id\":1.", "2:9 incomplete(expected: [value], opened: nil)"),
  ])
  func aHalfLastLineIsIncomplete(last: String, refusal: String) {
    #expect(read("{\"id\":\"1\"}\n" + last) == ["{id='1'}", refusal])
  }

  @Test func recordsOnOneLineAreAllReadWithAWarning() {
    #expect(
      read("{\"a\":1}{\"a\":2} [3]\n{\"a\":4}\n")
        == ["{a=1}", "{a=2} | 1:8 sharedLine", "[3] | 1:16 sharedLine", "{a=4}"])
    #expect(
      read("{\"a\":1}{\"a\":\n{\"a\":4}\n")
        == ["{a=1}", "1:13 incomplete(expected: [value], opened: nil)", "{a=4}"])
  }

  @Test func aRecordOverSeveralLinesIsRefusedLineByLine() {
    #expect(
      read("{\n\"a\":1\n}\n{\"a\":2}")
        == [
          "1:2 incomplete(expected: [key, objectEnd], opened: nil)",
          "2:4 trailingContent(found: (\":\"))", "3:1 expected([value], found: (\"}\"))", "{a=2}",
        ])
  }

  @Test func aLineLongerThanARecordMayBeIsRefusedAlone() {
    var limits = TreeLimits()
    limits.recordBytes = 10
    #expect(
      read("[1]\n[\"aaaaaaaaaa\"]\n[3]\n", limits: limits)
        == ["[1]", "2:1 recordTooLong(limit: 10)", "[3]"])
  }

  @Test func linesBeyondTheStretchThatIsSearchedAtOnceAreTheSame() {
    let line = "{\"a\":\"" + String(repeating: "x", count: 70_000) + "\"}"
    var lines = Array(repeating: line, count: 100)
    lines[60] = "{\"a\":\"x}"
    let records = read(lines.joined(separator: "\n"))
    #expect(records.count == 100)
    #expect(records[60] == "61:9 unclosedQuote(opened: 61:6)")
    #expect(records.count { $0.hasPrefix("{a='xxx") } == 99)
  }

  @Test func rangesAndPlacesAreThoseOfTheFile() throws {
    let source = SourceText(copying: " {} \n[x]\n".utf8, firstLine: 100, firstByte: 5_000)
    let reader = JSONTreeReader()
    let tree = DataTree()
    reader.open(source)
    #expect(reader.nextLine(into: tree) == .value(1..<3))
    guard case .refused(let error, let range) = reader.nextLine(into: tree) else {
      Issue.record("the second line is no JSON")
      return
    }
    #expect(range == 5..<9)
    #expect(error.position == SourcePosition(line: 101, column: 2, byteOffset: 5_006))
    #expect(reader.nextLine(into: tree) == nil)
  }
}
