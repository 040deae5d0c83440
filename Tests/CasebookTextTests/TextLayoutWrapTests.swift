import CasebookText
import Testing

struct TextLayoutWrapTests {
  @Test(
    arguments: [
      ("", 20, [""]),
      ("one", 20, ["one"]),
      ("one two three", 80, ["one two three"]),
      ("one two three", 13, ["one two three"]),
      ("one two three", 12, ["one two", "three"]),
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 4, ["one", "two", "thre", "e"]),
      ("one two", 1, ["o", "n", "e", "t", "w", "o"]),
      ("one  two   three", 9, ["one  two", "three"]),
      ("  one two", 5, ["  one", "two"]),
      ("one two ", 7, ["one two"]),
      ("one\u{A0}two three", 8, ["one\u{A0}two", "three"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("x abcdefghij", 4, ["x", "abcd", "efgh", "ij"]),
      ("日本語文字", 5, ["日本", "語文", "字"]),
      ("ab日本 cd", 4, ["ab日", "本", "cd"]),
      ("日本", 1, ["日", "本"]),
      ("שלום עולם", 5, ["שלום", "עולם"]),
      ("क्षत्रिय", 2, ["क्ष", "त्रि", "य"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
      ("a \u{202E}b", 9, ["a", "<U+202E>b"]),
      ("\u{202E}", 4, ["<U+2", "02E>"]),
      ("   ", 2, [""]),
    ])
  func linesBreakAtBlanksAndLongWordsAnywhere(raw: String, columns: Int, expected: [String]) {
    #expect(Gate.shown(raw).wrapped(to: columns).map(\.string) == expected)
  }

  @Test(arguments: [0, -1])
  func withoutColumnsThereAreNoLines(columns: Int) {
    #expect(ShownText("one two").wrapped(to: columns) == [])
  }

  @Test(
    arguments: [
      (9, 2, ["one two", "  three", "  four"]),
      (9, 20, ["one two", "    three", "    four"]),
      (9, -3, ["one two", "three", "four"]),
      (1, 4, ["o", "n", "e", "t", "w", "o", "t", "h", "r", "e", "e", "f", "o", "u", "r"]),
    ])
  func hangingLinesAreIndented(columns: Int, hanging: Int, expected: [String]) {
    let lines = ShownText("one two three four").wrapped(to: columns, hanging: hanging)
    #expect(lines.map(\.string) == expected)
  }

  @Test func rolesGoWithTheirText() {
    let line = StyledLine([
      StyledSpan("Outcome: ", .label), StyledSpan("declined by", .reported),
      StyledSpan(" it", .title),
    ])
    #expect(
      line.wrapped(to: 12) == [
        StyledLine([StyledSpan("Outcome:", .label)]),
        StyledLine([StyledSpan("declined by", .reported)]),
        StyledLine([StyledSpan("it", .title)]),
      ])
  }

  @Test(arguments: [1, 2, 3, 20, 80])
  func nothingButBlanksIsLost(columns: Int) {
    let raw =
      "Two  accounts\u{202E} differ: 日本語 שלום\u{1B}[6n e\u{301}xxxxxxxxxxxxxxxxxxxxxxxxxxx  end "
    let text = Gate.shown(raw)
    let lines = text.wrapped(to: columns)
    let kept = lines.map(\.string).joined().filter { $0 != " " }
    #expect(kept == text.string.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.columns <= max(columns, 2) })
  }

  @Test func aWordOfAHundredThousandLettersIsBroken() {
    let lines = Gate.shown(String(repeating: "x", count: 100_000)).wrapped(to: 80)
    #expect(lines.count == 1_250)
  }
}
