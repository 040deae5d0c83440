import CasebookText
import Testing

struct DrawnClusterTests {
  @Test(
    arguments: [
      ("a", ["a"], [1]),
      ("日", ["日"], [2]),
      ("e\u{301}", ["e\u{301}"], [1]),
      ("👨\u{200D}👩\u{200D}👧", ["👨"], [2]),
      ("👩\u{200D}⚕\u{FE0F}", ["👩"], [2]),
      ("👍🏽", ["👍"], [2]),
      ("🏽", ["🏽"], [2]),
      ("❤\u{FE0F}", ["❤"], [1]),
      ("🇬🇧", ["G", "B"], [1, 1]),
      ("🇬", ["G"], [1]),
      ("1\u{FE0F}\u{20E3}", ["1\u{20E3}"], [1]),
      ("क्ष", ["क्", "ष"], [1, 1]),
      ("क्\u{200D}ष", ["क्", "ष"], [1, 1]),
      ("葛\u{E0100}", ["葛"], [2]),
      ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"], [2]),
      ("กำ", ["ก", "ำ"], [1, 1]),
      ("\u{301}", [" \u{301}"], [1]),
      ("\u{1FAE8}", ["\u{FFFD}"], [1]),
    ] as [(String, [String], [Int])])
  func aCharacterIsDrawnAsBasesWithTheirMarks(
    character: String, texts: [String], columns: [Int]
  ) {
    #expect(character.count == 1)
    let clusters = character.flatMap(DrawnCluster.clusters)
    #expect(
      clusters.map { Array($0.text.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
    #expect(clusters.map(\.columns) == columns)
  }

  @Test func aBaseCarriesAtMostFourMarks() {
    let character = Character("a" + String(repeating: "\u{301}", count: 9))
    #expect(DrawnCluster.clusters(of: character).map(\.text.unicodeScalars.count) == [5])
  }
}
