import CTerminal
import Testing

/// What stands on descriptor 2 after the screen is given back.
@Suite struct MakeVisibleTests {
  private func visible(_ bytes: [UInt8]) -> String {
    var output = [CChar](repeating: 0, count: bytes.count * 16 + 1)
    let count = ct_make_visible(bytes, bytes.count, &output)
    return String(decoding: output.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain, tab\t, line\n", "plain, tab\t, line\n"), ("é漢🙂", "é漢🙂"),
    ("\u{1B}[31m", "^[[31m"), ("\u{0}\u{7}\u{D}\u{7F}", "^@^G^M^?"),
    ("\u{9B}31m", "<U+009B>31m"), ("\u{202E}abc", "<U+202E>abc"), ("\u{E0041}", "<U+E0041>"),
    ("\u{FEFF}", "<U+FEFF>"), ("\u{10FFFF}", "<U+10FFFF>"), ("\u{200D}\u{AD}", "<U+200D><U+00AD>"),
  ])
  func controlsAreShown(raw: String, expected: String) {
    #expect(visible(Array(raw.utf8)) == expected)
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "<FF>a"), ([0xC0, 0x80], "<C0><80>"), ([0xE2, 0x82], "<E2><82>"),
      ([0xED, 0xA0, 0x80], "<ED><A0><80>"), ([0xF5, 0x80, 0x80, 0x80], "<F5><80><80><80>"),
      ([0xE0, 0x80, 0xAF], "<E0><80><AF>"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreShown(bytes: [UInt8], expected: String) {
    #expect(visible(bytes) == expected)
  }
}
