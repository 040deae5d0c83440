import CScan
import Testing

@testable import CasebookCore

@Suite struct TextArenaSearchTests {
  static let levels: [cscan_level] = [CSCAN_PLAIN, CSCAN_SSE2, CSCAN_NEON, CSCAN_AVX2]
    .filter { cscan_has_level($0) != 0 }

  @Test(arguments: levels)
  func everyNeedleIsFoundWhereANaiveSearchFindsIt(level: cscan_level) throws {
    var random = SplitMix(seed: 42)
    for letters in ["ab", "abcdefgh", "aé0 -q漢"] {
      let cases = random.cases(count: 130, of: Array(letters))
      let arena = try TextArena(cases: cases, segmentSize: 700)
      for length in 1...20 {
        for _ in 0..<4 {
          let needle = random.needle(length: length, of: Array(letters), in: cases)
          let search = TextArenaSearch(
            for: needle, in: arena, within: nil, level: level, pieceSize: 300)
          #expect(Array(search.run()) == naive(needle, in: arena), "\(needle)")
        }
      }
    }
  }

  @Test(arguments: levels)
  func onlyCandidatesAreFound(level: cscan_level) throws {
    var random = SplitMix(seed: 43)
    let letters = Array("abc")
    let cases = random.cases(count: 300, of: letters)
    let arena = try TextArena(cases: cases, segmentSize: 2000)
    for length in 0...6 {
      for share in [1, 2, 3, 20] {
        let within = Bitmap(count: 300, (0..<300).filter { _ in random.next() % 20 < share })
        let needle = random.needle(length: length, of: letters, in: cases)
        let search = TextArenaSearch(
          for: needle, in: arena, within: within, level: level, pieceSize: 500)
        #expect(Array(search.run()) == naive(needle, in: arena).filter(within.contains))
      }
    }
  }

  @Test(arguments: levels)
  func aNeedleIsFoundAtEveryPlaceOfACase(level: cscan_level) throws {
    for length in [1, 2, 3, 8, 9, 20] {
      let needle = String("zyxwvutsrqponmlkjihg".prefix(length))
      let cases = (0..<150).map { place in
        [String(repeating: "a", count: place) + needle + String(repeating: "a", count: 5)]
      }
      for last in [true, false] {
        let shown = last ? cases.map { [String($0[0].dropLast(5))] } : cases
        let arena = try TextArena(cases: shown)
        let search = TextArenaSearch(
          for: Array(needle.utf8), in: arena, within: nil, level: level)
        #expect(search.run() == Bitmap(count: 150, filled: true))
      }
    }
  }

  @Test(arguments: levels)
  func nothingIsFoundAcrossStringsOrCases(level: cscan_level) throws {
    let arena = try TextArena(cases: [["ab", "cd"], ["ef"], ["g"]])
    for (needle, expected) in [
      ("bc", []), ("de", []), ("fg", []), ("abcd", []), ("g", [2]), ("ef", [1]), ("cd", [0]),
      ("efg", []), ("abcdefgabcdefg", []),
    ] {
      let search = TextArenaSearch(for: Array(needle.utf8), in: arena, within: nil, level: level)
      #expect(Array(search.run()) == expected, "\(needle)")
    }
  }

  @Test(arguments: levels)
  func blocksOfASignatureHoldEveryNeedle(level: cscan_level) throws {
    var random = SplitMix(seed: 44)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789 -é漢")
    let cases = random.cases(count: 12000, of: letters)
    let arena = try TextArena(cases: cases, segmentSize: 400_000)
    try arena.sign()
    #expect(arena.segments.contains { ($0.signature?.count ?? 0) > 0 })
    for length in [2, 3, 4, 5, 8, 13, 33, 34, 60] {
      for _ in 0..<5 {
        let needle = random.needle(length: length, of: letters, in: cases)
        let rows = TrigramSignature.rows(of: needle)
        let blocks = arena.segments.map { TrigramSignature.candidates($0.signature, rows: rows) }
        let found = [TextArenaWay.scan, .blocks(blocks)].map { way in
          TextArenaSearch(for: needle, in: arena, within: nil, level: level, way: way).run()
        }
        #expect(found[0] == found[1], "\(needle)")
      }
    }
  }

  @Test func aSearchStopsWhenTold() throws {
    let arena = try TextArena(cases: (0..<10).map { _ in ["abc"] })
    let search = TextArenaSearch(
      for: Array("bc".utf8), in: arena, within: nil, level: CSCAN_PLAIN, pieceSize: 1)
    var asked = 0
    let stopped = search.run {
      asked += 1
      return asked == 4
    }
    #expect(stopped == nil)
    #expect(asked == 4)
    #expect(search.run { false } == Bitmap(count: 10, filled: true))
  }

  @Test func needlesThatSayNothingOrTheImpossible() throws {
    let arena = try TextArena(cases: [["ab"], [], ["c"]])
    #expect(Array(arena.cases(containing: [])) == [0, 1, 2])
    #expect(Array(arena.cases(containing: [], within: Bitmap(count: 3, [1]))) == [1])
    #expect(arena.cases(containing: [0xFF]).isEmpty)
    #expect(arena.cases(containing: [0x62, 0xFF]).isEmpty)
    #expect(arena.cases(containing: [0]).isEmpty)
    #expect(TextArena().cases(containing: [0x61]) == Bitmap(count: 0))
  }

  @Test(arguments: [1, 100, 1_000_000])
  func piecesCoverEveryCaseOnceInOrder(size: Int) throws {
    let cases = (0..<100).map { [String(repeating: "x", count: $0)] }
    let arena = try TextArena(cases: cases, segmentSize: 1000)
    let search = TextArenaSearch(
      for: [0x78], in: arena, within: nil, level: CSCAN_PLAIN, pieceSize: size)
    let covered = search.pieces.flatMap { piece in
      piece.cases.map { $0 + arena.firstCases[piece.segment] }
    }
    #expect(covered == Array(0..<100))
    #expect(size > 1 || search.pieceCount == 100)
  }

  @Test func everyByteIsFoundAlone() throws {
    let cases = (0..<128).map { [String(UnicodeScalar(UInt8($0)))] }
    let arena = try TextArena(cases: cases)
    for byte in UInt8(0)..<128 {
      #expect(Array(arena.cases(containing: [byte])) == naive([byte], in: arena), "\(byte)")
    }
  }

  private func naive(_ needle: [UInt8], in arena: TextArena) -> [Int] {
    (0..<arena.caseCount).filter { number in
      let found = arena.withText(ofCase: number) { text in
        needle.isEmpty
          || (0..<max(0, text.count - needle.count + 1)).contains {
            text[$0..<$0 + needle.count].elementsEqual(needle)
          }
      }
      return found == true
    }
  }
}

extension SplitMix {
  /// Cases of a few short strings of some letters.
  mutating func cases(count: Int, of letters: [Character]) -> [[String]] {
    (0..<count).map { _ in
      (0..<Int(next() % 4)).map { _ in
        String((0..<Int(next() % 40)).map { _ in letters[Int(next() % UInt64(letters.count))] })
      }
    }
  }

  /// A folded needle of a length: often a part of a case, else random letters.
  mutating func needle(length: Int, of letters: [Character], in cases: [[String]]) -> [UInt8] {
    let random = Fold.folded(
      String((0..<length).map { _ in letters[Int(next() % UInt64(letters.count))] }))
    let strings = cases[Int(next() % UInt64(cases.count))]
    let text = Fold.folded(strings.joined())
    guard next() % 4 > 0, text.count > length else { return Array(random.prefix(length)) }
    let start = Int(next() % UInt64(text.count - length))
    return Array(text[start..<start + length])
  }
}
