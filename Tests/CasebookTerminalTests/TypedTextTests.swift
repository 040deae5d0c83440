import Testing

@testable import CasebookTerminal

@Suite struct TypedTextTests {
  @Test(
    arguments: [
      ([0x61], "a"), ([0xC3, 0xA9], "é"), ([0xF0, 0x9F, 0x87, 0xA9, 0xF0, 0x9F, 0x87, 0xAA], "🇩🇪"),
      ([0x65, 0xCC, 0x81, 0x61], "e\u{301} a"),
      ([0xFF, 0x61], "a"), ([0xC0, 0x80, 0x61], "a"), ([0xED, 0xA0, 0x80, 0x61], "a"),
      ([0xC2, 0x9B, 0x61], "a"), ([0xE6, 0xBC, 0x61], "a"),
    ] as [([UInt8], String)])
  func bytesBecomeCharacters(bytes: [UInt8], expected: String) {
    var text = TypedText()
    var characters = bytes.flatMap { text.take($0) }
    if let last = text.end() { characters.append(last) }
    #expect(characters.map { String($0.character) }.joined(separator: " ") == expected)
  }

  @Test func aClusterEndsAtSixteenScalars() {
    var text = TypedText()
    let marks = Array(("a" + String(repeating: "\u{301}", count: 40)).utf8)
    let characters = marks.flatMap { text.take($0) } + [text.end()].compactMap { $0 }
    #expect(characters.map { $0.character.unicodeScalars.count } == [16, 16, 9])
  }

  @Test func altBelongsToTheNextCharacterOnly() {
    var text = TypedText()
    text.isAlt = true
    #expect(text.take(0x61) == [TypedText.Typed(character: "a", isAlt: true)])
    #expect(text.take(0x62) == [])
    #expect(text.end() == TypedText.Typed(character: "b", isAlt: false))
  }

  /// Alt goes with what is left out; it does not wait for a character that is typed later.
  @Test(arguments: [[0xFF], [0xC2, 0x9B], [0xC3], [0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func altGoesWithBytesThatAreLeftOut(bytes: [UInt8]) {
    var text = TypedText()
    text.isAlt = true
    for byte in bytes { #expect(text.take(byte) == []) }
    #expect(text.take(0x61) == [])
    #expect(text.end() == TypedText.Typed(character: "a", isAlt: false))
  }
}
