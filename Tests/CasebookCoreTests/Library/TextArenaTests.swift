import Testing

@testable import CasebookCore

@Suite struct TextArenaTests {
  @Test func casesKeepTheirFoldedStringsInOrder() throws {
    let arena = try TextArena(cases: [["Peña", "B"], [], ["", "ÇA"]])
    #expect(arena.caseCount == 3)
    #expect(arena.strings(ofCase: 0) == ["pena", "b"])
    #expect(arena.strings(ofCase: 1) == [])
    #expect(arena.strings(ofCase: 2) == ["", "ca"])
    #expect(arena.byteCount == 11)
    #expect(arena.withText(ofCase: 3) { $0.count } == nil)
    #expect(arena.withText(ofCase: -1) { $0.count } == nil)
  }

  @Test func nothingAddedMakesAnEmptyArena() throws {
    let arena = try TextArenaBuilder().finish()
    #expect(arena.caseCount == 0)
    #expect(arena.segments.isEmpty)
  }

  @Test func stringsOfACaseNotEndedAreLeftOut() throws {
    let builder = TextArenaBuilder()
    try builder.append("one")
    try builder.endCase()
    try builder.append("two")
    let arena = try builder.finish()
    #expect(arena.caseCount == 1)
    #expect(arena.strings(ofCase: 0) == ["one"])
    #expect(try builder.finish().caseCount == 0)
  }

  @Test(arguments: [1, 10, 64, 1000])
  func segmentsAreCutBetweenCases(segmentSize: Int) throws {
    let cases = (0..<200).map { ["case \($0)", String(repeating: "x", count: $0 % 17)] }
    let arena = try TextArena(cases: cases, segmentSize: segmentSize)
    #expect(arena.caseCount == 200)
    for number in cases.indices { #expect(arena.strings(ofCase: number) == cases[number]) }
    #expect(arena.segments.count > 1)
  }

  @Test func joinedArenasNumberTheirCasesOn() throws {
    let empty = try TextArenaBuilder().finish()
    let parts = [
      try TextArena(cases: [["a"], ["b"]]), empty, try TextArena(cases: [["c"]]),
    ]
    let arena = TextArena(joining: parts)
    #expect((0..<3).map { arena.strings(ofCase: $0) } == [["a"], ["b"], ["c"]])
    #expect(arena.firstCases == [0, 2, 3])
  }

  @Test func paddingOfZerosFollowsTheText() throws {
    let arena = try TextArena(cases: [["abc"]])
    let segment = try #require(arena.segments.first)
    segment.text.withElements { text in
      let padding = UnsafeBufferPointer(
        start: text.baseAddress.map { $0 + text.count }, count: TextArenaSegment.padding)
      #expect(padding.allSatisfy { $0 == 0 })
    }
  }

  @Test func signingLaterChangesNoAnswer() throws {
    let cases = (0..<9000).map { ["case \($0)", String(repeating: "xyz ", count: $0 % 30)] }
    let arena = try TextArena(cases: cases)
    #expect(arena.segments.allSatisfy { $0.signature == nil })
    let before = arena.cases(containing: Array("case 812".utf8))
    try arena.sign()
    let words = arena.segments.map { $0.signature?.withElements(Array.init) ?? [] }
    #expect(words.contains { !$0.isEmpty })
    #expect(arena.cases(containing: Array("case 812".utf8)) == before)
    try arena.sign()
    #expect(arena.segments.map { $0.signature?.withElements(Array.init) ?? [] } == words)
  }

  @Test func memoryWhoseCountsDisagreeIsNoSegment() throws {
    let arena = try TextArena(cases: [["abc"], ["d"]])
    let other = try TextArena(cases: [["abc"]])
    let (one, two) = (try #require(arena.segments.first), try #require(other.segments.first))
    let pairs = [(one, one, true), (two, one, false), (one, two, false)]
    for (starts, masks, fits) in pairs {
      let segment = TextArenaSegment(
        text: one.text, starts: starts.starts, masks: masks.masks, signature: one.signature)
      #expect((segment != nil) == fits)
    }
  }
}

extension TextArena {
  /// An arena of cases given by their strings.
  init(cases: [[String]], segmentSize: Int = 64 << 20) throws {
    let builder = TextArenaBuilder(segmentSize: segmentSize)
    for strings in cases {
      for string in strings { try builder.append(string) }
      try builder.endCase()
    }
    self = try builder.finish()
  }

  /// The folded strings of a case.
  func strings(ofCase number: Int) -> [String] {
    let parts = withText(ofCase: number) { text in
      text.split(separator: TextArenaSegment.separator, omittingEmptySubsequences: false)
        .dropLast().map { String(decoding: $0, as: UTF8.self) }
    }
    return parts ?? []
  }
}
