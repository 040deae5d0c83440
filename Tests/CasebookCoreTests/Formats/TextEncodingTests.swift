import Testing

@testable import CasebookCore

struct TextEncodingTests {
  private func sniff(_ bytes: [UInt8]) -> ContentKind {
    bytes.withUnsafeBytes { ContentKind.sniff($0) }
  }

  /// The text that bytes are turned into, read in pieces and given out in others.
  private func utf8(
    _ encoding: TextEncoding, _ bytes: [UInt8], block: Int = 8, room: Int = 3
  ) -> String {
    let converter = TextConverter(encoding, blockSize: block)
    var at = 0
    var text: [UInt8] = []
    while true {
      let piece = SourceBytes(capacity: room)
      let got = try? converter.read(into: piece.room) { free throws(SourceFileError) in
        let count = min(free.count, bytes.count - at)
        free.copyBytes(from: bytes[at..<at + count])
        at += count
        return count
      }
      text += piece.room.prefix(got ?? 0)
      if got != room { return String(decoding: text, as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF, 0x61], ContentKind.text(.utf8)), ([], .text(.utf8)),
    ([0xFF, 0xFE, 0x61, 0], .text(.utf16LittleEndian)),
    ([0xFE, 0xFF, 0, 0x61], .text(.utf16BigEndian)),
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .text(.utf32LittleEndian)),
    ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], .text(.utf32BigEndian)),
    ([0x1F, 0x8B, 8], .gzip), ([0x50, 0x4B, 3, 4, 0], .zip), ([0x7F, 0x45, 0x4C, 0x46], .elf),
    (Array(0...255), .binary), ([0x61, 0, 0x62, 0x63, 0x64, 0x65], .text(.utf8)),
  ])
  func bytesLookLikeWhatTheyBeginWith(bytes: [UInt8], expected: ContentKind) {
    #expect(sniff(bytes) == expected)
  }

  @Test func wideTextWithoutAMarkIsKnownByItsZeros() {
    let text = Array("id,title\n".utf8)
    #expect(sniff(text.flatMap { [$0, 0 as UInt8] }) == .text(.utf16LittleEndian))
    #expect(sniff(text.flatMap { [0 as UInt8, $0] }) == .text(.utf16BigEndian))
    #expect(sniff(text.flatMap { [$0, 0 as UInt8, 0, 0] }) == .text(.utf32LittleEndian))
    #expect(sniff(text.flatMap { [0 as UInt8, 0, 0, $0] }) == .text(.utf32BigEndian))
  }

  @Test func singleByteEncodingsAreKnownByTheirLetters() {
    #expect(sniff(Array("caf".utf8) + [0xE9]) == .text(.windows1252))
    #expect(sniff([0x93] + Array("quoted".utf8) + [0x94]) == .text(.windows1252))
    #expect(
      sniff(Array("caf".utf8) + [0x8E] + Array(" cr".utf8) + [0x8F] + Array("me".utf8))
        == .text(.macRoman))
    #expect(sniff([0x22, 0xFF, 0x22]) == .text(.utf8))
    #expect(sniff(Array("déjà ".utf8) + [0xE9]) == .text(.utf8))
  }

  @Test func textBecomesUTF8() {
    #expect(utf8(.windows1252, [0x93, 0x61, 0xE9, 0x94, 0x80]) == "“aé”€")
    #expect(utf8(.macRoman, [0x8E, 0xCA, 0xDB, 0xFF]) == "é\u{A0}€ˇ")
    #expect(utf8(.latin1, [0x61, 0x80, 0xFF]) == "a\u{80}ÿ")
    #expect(utf8(.utf8, [0xEF, 0xBB, 0xBF, 0xC3, 0xA9]) == "é")
    #expect(utf8(.utf16LittleEndian, [0xFF, 0xFE, 0xE9, 0, 0x3D, 0xD8, 0, 0xDE]) == "é😀")
    #expect(utf8(.utf16BigEndian, [0, 0xE9, 0xD8, 0x3D, 0xDE, 0]) == "é😀")
    #expect(utf8(.utf32LittleEndian, [0, 0xF6, 1, 0]) == "😀")
    #expect(utf8(.utf32BigEndian, [0, 1, 0xF6, 0]) == "😀")
  }

  @Test func noByteIsLostThatMeansNothing() {
    #expect(utf8(.windows1252, [0x61, 0x81]) == "a\u{81}")
    #expect(utf8(.utf8, [0x61, 0xFF, 0xC3, 0xA9, 0xE9, 0x62, 0xC3]) == "aÿéébÃ")
    #expect(utf8(.utf16LittleEndian, [0x61, 0, 0, 0xD8, 0x61, 0]) == "a\u{FFFD}a")
    #expect(utf8(.utf16BigEndian, [0, 0x61, 0]) == "a\u{FFFD}")
    #expect(utf8(.utf16LittleEndian, [0x61, 0, 0x3D, 0xD8]) == "a\u{FFFD}")
    #expect(utf8(.utf32LittleEndian, [0, 0xD8, 0, 0, 0x61]) == "\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: TextEncoding.allCases)
  func textIsTheSameHoweverItIsCut(encoding: TextEncoding) {
    let bytes = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ $0 / 7) }
    let whole = utf8(encoding, bytes, block: 4_096, room: 10_000)
    for (block, room) in [(8, 1), (9, 2), (11, 7), (64, 64), (601, 5)] {
      #expect(utf8(encoding, bytes, block: block, room: room) == whole)
    }
  }
}
