import Testing

@testable import CasebookCore

/// In which encoding a text is read, and by which rule that is decided.
struct EncodingSearchTests {
  private func find(_ bytes: [UInt8], isThorough: Bool = true) throws -> EncodingFinding? {
    var at = 0
    return try EncodingSearch.find(isThorough: isThorough) { room throws(SourceFileError) in
      let count = min(room.count, bytes.count - at)
      room.copyBytes(from: bytes[at..<at + count])
      at += count
      return count
    }
  }

  /// The bytes of a text in Windows-1252.
  private func windows(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      SingleByteTable.windows1252.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        ?? UInt8(truncatingIfNeeded: scalar.value)
    }
  }

  @Test func validTextIsUTF8() throws {
    #expect(try find(Array("id,city\n1,Cañón\n".utf8)) == nil)
    #expect(try find([0xEF, 0xBB, 0xBF] + Array("id,city\n1,Cañón\n".utf8)) == nil)
    #expect(try find([]) == nil)
  }

  @Test func marksAndZerosDecideFirst() throws {
    let text = Array("id,city\n1,Ca".utf8)
    let wide: [UInt8] = text.reduce(into: []) { $0 += [$1, 0] } + [0xF1, 0]
    #expect(
      try find([0xFF, 0xFE] + wide)
        == EncodingFinding(encoding: .utf16LittleEndian, rule: .mark))
    #expect(try find(wide) == EncodingFinding(encoding: .utf16LittleEndian, rule: .zeros))
  }

  @Test func textWithoutUTF8IsWindows1252() throws {
    let text = windows("id,city\r\n1,Cañón\r\n2,“Doña” Ana\r\n")
    #expect(
      try find(text)
        == EncodingFinding(
          encoding: .windows1252, rule: .bytes(others: 5, line: 2, utf8: 0)))
    // Bytes that Windows-1252 does not assign are no reason to refuse it.
    #expect(try find(windows("a\n") + [0x81])?.encoding == .windows1252)
  }

  @Test func oneStrayByteDoesNotMakeAFileWindows1252() throws {
    let text = Array("id,city\n1,Cañón\n2,Peñasco\n3,Espa".utf8) + [0xF1] + Array("ola\n".utf8)
    #expect(
      try find(text)
        == EncodingFinding(encoding: .utf8, rule: .bytes(others: 1, line: 4, utf8: 3)))
  }

  @Test func onlyClearEvidenceIsMacRoman() throws {
    let mac: [UInt8] = [0x8E]
    #expect(
      try find(Array("caf".utf8) + mac + Array(" cr".utf8) + mac + Array("me\n".utf8))?.encoding
        == .macRoman)
    #expect(try find(Array("caf".utf8) + [0xE9, 0x0A])?.encoding == .windows1252)
  }

  @Test func aByteFarBehindIsFoundIfTheWholeTextIsLookedAt() throws {
    // The first block ends inside a character.
    let row = Array("12345,Cañón\n".utf8)
    let start = Array("x".utf8) + (0..<20_000).flatMap { _ in row }
    let text = start + [0xE9]
    #expect(try find(text, isThorough: false) == nil)
    #expect(
      try find(text)?.rule == .bytes(others: 1, line: 20_001, utf8: 40_000))
    #expect(try find(start) == nil)
  }

  @Test func otherBytesAreNoText() throws {
    #expect(try find(Array(0...255)) == nil)
  }
}
