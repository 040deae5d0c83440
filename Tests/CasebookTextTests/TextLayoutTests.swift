import CasebookText
import Testing

struct TextLayoutTests {
  @Test(
    arguments: [
      ("Detainer not honored", 20, "Detainer not honored"),
      ("Detainer not honored", 19, "Detainer not hono.."),
      ("Detainer not honored", 80, "Detainer not honored"),
      ("Detainer", 3, "D.."),
      ("Detainer", 2, ".."),
      ("Detainer", 1, "."),
      ("Detainer", 0, ""),
      ("Detainer", -4, ""),
      ("D", 1, "D"),
      ("", 0, ""),
      ("日本語文字", 10, "日本語文字"),
      ("日本語文字", 9, "日本語.."),
      ("日本語文字", 8, "日本語.."),
      ("日本語文字", 7, "日本.."),
      ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}.."),
      ("क्षत्रिय", 4, "क्ष.."),
      ("שלום עולם", 6, "שלום.."),
      ("ab\u{202E}cd", 12, "ab<U+202E>cd"),
      ("ab\u{202E}cd", 11, "ab.."),
      ("👩\u{200D}⚕\u{FE0F} nurse", 5, "👩\u{200D}⚕\u{FE0F} .."),
    ])
  func longTextEndsInAnEllipsis(raw: String, columns: Int, expected: String) {
    let line = StyledLine(Gate.shown(raw)).truncated(to: columns)
    #expect(line.text.string == expected)
    #expect(line.columns <= max(0, columns))
  }

  @Test func theEllipsisMayBeAnother() {
    #expect(ShownText("Detainer").truncated(to: 5, ellipsis: "…").string == "Deta…")
    #expect(ShownText("Detainer").truncated(to: 5, ellipsis: "").string == "Detai")
  }

  @Test func theEllipsisLooksLikeWhatItStandsFor() {
    let line = StyledLine([StyledSpan("abc", .title), StyledSpan("def", .label)])
    #expect(
      line.truncated(to: 5)
        == StyledLine([StyledSpan("abc", .title), StyledSpan("..", .title)]))
    #expect(line.truncated(to: 1) == StyledLine([StyledSpan(".", .title)]))
  }

  @Test(
    arguments: [
      ("ab", TextAlignment.left, 5, "ab   "), ("ab", .right, 5, "   ab"),
      ("ab", .centre, 5, " ab  "), ("日本", .right, 5, " 日本"), ("abcdef", .right, 5, "abc.."),
      ("日本語", .left, 5, "日.. "), ("ab", .left, 0, ""), ("ab", .right, 1, "."), ("", .left, 2, "  "),
    ])
  func paddedTextHasExactlyTheColumns(
    raw: String, alignment: TextAlignment, columns: Int, expected: String
  ) {
    let text = Gate.shown(raw).padded(to: columns, alignment)
    #expect(text.string == expected)
    #expect(text.columns == columns)
  }

  @Test(arguments: [("日本", 3, "日"), ("ab", 1, "a"), ("ab", 0, ""), ("ab", 9, "ab")])
  func prefixesHaveNoSign(raw: String, columns: Int, expected: String) {
    #expect(Gate.shown(raw).prefix(columns: columns).string == expected)
  }

  @Test func escapesSurviveCuts() {
    let text = Gate.shown("abcdef\u{7}\u{8}").prefix(columns: 8)
    #expect(text.string == "abcdef^G")
    #expect(text.escapes.map(\.range) == [6..<8])
  }
}
