import CasebookCore
import Testing

struct SourceTextTests {
  @Test(arguments: [
    ("", 0, "1:1"), ("ab\ncd", 2, "1:3"), ("ab\ncd", 3, "2:1"), ("ab\r\ncd", 3, "1:4"),
    ("ab\r\ncd", 4, "2:1"), ("ab\rcd", 3, "2:1"), ("a\n\n\nb", 4, "4:1"), ("é😀x", 6, "1:3"),
    ("\u{FEFF}ab", 3, "1:1"), ("\u{FEFF}ab", 4, "1:2"), ("ab", 99, "1:3"), ("e\u{301}x", 3, "1:3"),
  ])
  func aPlaceIsALineAndAColumnInScalars(text: String, offset: Int, expected: String) {
    #expect(TreeText.of(SourceText(copying: text.utf8).position(at: offset)) == expected)
  }

  @Test func placesMayBeAskedForInAnyOrder() {
    let source = SourceText(copying: "a\nbb\r\nccc\rd".utf8)
    let rising = (0...12).map { source.position(at: $0) }
    let falling = (0...12).reversed().map { source.position(at: $0) }
    #expect(rising == falling.reversed())
    #expect(rising.map(\.line) == [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4])
  }

  @Test func placesInALongLineAreCountedOn() {
    let source = SourceText(copying: String(repeating: "é", count: 1_000).utf8)
    for offset in stride(from: 0, through: 2_000, by: 2) {
      #expect(source.position(at: offset).column == offset / 2 + 1)
    }
    #expect(source.position(at: 10).column == 6)
  }

  @Test func placesFarApartMayBeAskedForInAnyOrder() {
    let lines = (0..<2_000).map { String(repeating: "é", count: $0 % 37) }
    let text = Array((lines.joined(separator: "\r\n") + String(repeating: "x", count: 20_000)).utf8)
    let source = SourceText(copying: text)
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let offset = Int(random.next() % UInt64(text.count))
      #expect(source.position(at: offset) == SourceText(copying: text).position(at: offset))
    }
  }

  @Test func aSliceMayBeginInALine() {
    let source = SourceText(copying: "ab\nc".utf8, firstLine: 3, firstColumn: 8)
    #expect(TreeText.of(source.position(at: 1)) == "3:9")
    #expect(TreeText.of(source.position(at: 3)) == "4:1")
  }

  @Test func aSliceKnowsWhereItStands() {
    let source = SourceText(copying: "a\nb".utf8, firstLine: 10, firstByte: 100)
    #expect(
      source.position(at: 2) == SourcePosition(line: 11, column: 1, byteOffset: 102))
  }
}
