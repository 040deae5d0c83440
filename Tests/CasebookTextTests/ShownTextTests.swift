import Testing

@testable import CasebookText

struct ShownTextTests {
  @Test func literalsTakeShownTextsAndNumbers() {
    let name = Gate.shown("a\u{1B}b")
    let text: ShownText = "Case \(3) of \(grouped: 79_053): \(name)."
    #expect(text.string == "Case 3 of 79,053: a^[b.")
    #expect(text.escapes == [Escape(range: 19..<21, kind: .control)])
  }

  @Test func literalsOfAllFormsAreTakenAsTheyStand() {
    let plain: ShownText = "é, ✓"
    let empty: ShownText = ""
    let escaped: ShownText = "\"\\"
    #expect(plain.string == "é, ✓")
    #expect(empty.isEmpty)
    #expect(escaped.string == "\"\\")
  }

  @Test func joiningMovesEscapes() {
    var text = Gate.shown("é\u{7}") + Gate.shown("\u{8}")
    text += "."
    #expect(text.string == "é^G^H.")
    #expect(text.escapes.map(\.range) == [2..<4, 4..<6])
    let list = [Gate.shown("\u{1}"), "b", Gate.shown("\u{2}")].joined(separator: ", ")
    #expect(list.string == "^A, b, ^B")
    #expect(list.escapes.map(\.range) == [0..<2, 7..<9])
  }

  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (79_053, "79,053"),
      (1_234_567, "1,234,567"), (-1_000, "-1,000"), (-100, "-100"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func thousandsAreGrouped(number: Int, text: String) {
    #expect(ShownText.grouped(number).string == text)
  }

  @Test(arguments: [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (5_210, "5,210 cases")])
  func nounsFollowTheirNumber(number: Int, text: String) {
    #expect(ShownText.plural(number, "case", "cases").string == text)
  }

  @Test(arguments: [(-1, ""), (0, ""), (1, "^A"), (3, "^A^A^A")])
  func repeatingKeepsEscapes(count: Int, text: String) {
    let repeated = ShownText.repeating(Gate.shown("\u{1}"), count: count)
    #expect(repeated.string == text)
    #expect(repeated.escapes.count == max(0, count))
  }

  @Test func countAndColumnsDiffer() {
    let text: ShownText = "日本e\u{301}"
    #expect(text.count == 3)
    #expect(text.columns == 5)
  }
}
