import Testing

@testable import CasebookCore

@Suite struct TextArenaWayTests {
  @Test func aRareNeedleIsSoughtInBlocks() throws {
    guard case .blocks(let blocks) = try way("heliotrope") else {
      Issue.record("not by blocks")
      return
    }
    #expect(blocks.joined().reduce(0) { $0 + $1.nonzeroBitCount } == 1)
  }

  @Test func aNeedleOfEveryCaseIsSoughtInAllText() throws {
    #expect(try way("words") == .scan)
    #expect(try way("wo") == .scan)
  }

  @Test func oneLetterIsReadFromMasks() throws {
    guard case .masks = try way("w") else {
      Issue.record("not by masks")
      return
    }
  }

  @Test func fewCandidatesAreSoughtAmong() throws {
    let few = Bitmap(count: Self.count, [1, 2, 5000])
    let many = Bitmap(count: Self.count, filled: true)
    #expect(try way("words", within: few) == .among(few))
    #expect(try way("words", within: many) == .scan)
  }

  @Test func textThatIsNotSignedIsSearchedWhole() throws {
    #expect(try way("heliotrope", isSigned: false) == .scan)
    #expect(try way("heliotrope") != .scan)
  }

  @Test func needlesThatSayNothingOrTheImpossible() throws {
    #expect(try way("") == .all)
    let arena = try TextArena(cases: [["a"]])
    let needle = TextNeedle([0x61, TextArenaSegment.separator], in: arena)
    #expect(TextArenaWay(for: needle, in: arena, within: nil) == .none)
  }

  private static let count = 20000

  private func way(
    _ needle: String, within: Bitmap? = nil, isSigned: Bool = true
  ) throws -> TextArenaWay {
    let cases = (0..<Self.count).map {
      ["some words of case \($0)", $0 == 300 ? "heliotrope" : "sunflower"]
    }
    let arena = try TextArena(cases: cases)
    if isSigned { try arena.sign() }
    return TextArenaWay(
      for: TextNeedle(Array(needle.utf8), in: arena), in: arena, within: within)
  }
}
