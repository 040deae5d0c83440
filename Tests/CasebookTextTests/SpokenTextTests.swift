import CasebookText
import Testing

struct SpokenTextTests {
  @Test(
    arguments: [
      ("", []),
      ("Outcome: declined", ["Outcome: declined."]),
      ("Outcome: declined.", ["Outcome: declined."]),
      ("Who?", ["Who?"]), ("Stop!", ["Stop!"]), ("Fields:", ["Fields:"]),
      ("  a   b  ", ["a b."]),
      ("a ---------- b", ["a --- b."]),
      ("wait....", ["wait..."]),
      ("First sentence is here. Second one", ["First sentence is here.", "Second one."]),
      ("He was held in St. Louis for a week", ["He was held in St. Louis for ..", "a week."]),
      ("Yes. He was held in a jail there", ["Yes. He was held in a jail ..", "there."]),
      ("a word list without any stop for long", ["a word list without any stop ..", "for long."]),
      (
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
        ["abcdefghijklmnopqrstuvwxyzabc ..", "defghijklmn."]
      ),
      ("A fact. The outcome: declined by it", ["A fact. The outcome: declined ..", "by it."]),
      ("exactly thirty-two columns wide.", ["exactly thirty-two columns wide."]),
      ("exactly thirty-two columns widex", ["exactly thirty-two columns ..", "widex."]),
    ] as [(String, [String])])
  func everyLineEndsLikeASentence(raw: String, expected: [String]) {
    #expect(SpokenText.lines(Gate.shown(raw), columns: 32).map(\.string) == expected)
  }

  @Test(arguments: [
    ("One fact here. Another fact", ["One fact here.", "Another fact."]),
    ("One fact", ["One fact."]), ("Case 3 of 36. A title", ["Case 3 of 36. A title."]),
    ("No sentence ends in this one", ["No sentence ends in this one."]),
    ("Yes there. No. Perhaps so then", ["Yes there.", "No. Perhaps so then."]),
  ])
  func whoWantsFewWordsGetsASentenceALine(raw: String, expected: [String]) {
    #expect(SpokenText.lines(Gate.shown(raw), words: 4).map(\.string) == expected)
  }

  @Test func noLineIsTooLong() {
    let raw = (1...400).map { "word\($0)" + ($0.isMultiple(of: 37) ? "." : "") }.joined(
      separator: " ")
    let lines = SpokenText.lines(Gate.shown(raw))
    #expect(lines.allSatisfy { $0.columns <= SpokenText.lineColumns })
    #expect(lines.allSatisfy { ".:?!".contains($0.string.last ?? " ") })
    #expect(lines.count > 20)
    let words = lines.flatMap { $0.string.split(separator: " ") }.filter { $0 != ".." }
    #expect(words.joined(separator: " ") == raw + ".")
  }

  @Test(
    arguments: [
      ("“New Haven’s” – 2 × 3…", "\"New Haven's\" - 2 x 3..."), ("a → b", "a to b"),
      ("5\u{202F}210", "5 210"), ("Müller", "Müller"),
    ])
  func ourOwnWordsHaveASCIIPunctuation(raw: String, expected: String) {
    #expect(SpokenText.ascii(Gate.shown(raw)).string == expected)
  }

  @Test func escapesAreKept() {
    let lines = SpokenText.lines(Gate.shown("a  \u{1B} b"))
    #expect(lines.map(\.string) == ["a ^[ b."])
    #expect(lines.first?.escapes.map(\.range) == [2..<4])
  }
}
