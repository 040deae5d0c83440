import Testing

@testable import CasebookCore

struct PathwaysTests {
  private static let library = TestLibrary.of(
    Self.record(
      "a", [("charge", "2020-01-01"), ("detainer", "2020-01-11"), ("arrest", "2020-03")]),
    Self.record("b", [("detainer", "2020-01-05"), ("charge", "2020-01-01")]),
    Self.record("c", [("charge", "2020-01-01"), ("arrest", "2020-01-01"), ("charge", "2021")]),
    Self.record("d", [("charge", "2020-02"), ("charge", "2020-02-03"), ("detainer", nil)]),
    Self.record("e", [("detainer", nil), ("arrest", "../2020")]),
    Self.record("f", []))

  private static func record(_ id: String, _ events: [(String, String?)]) -> String {
    let texts = events.map { type, date in
      #"{"type":"\#(type)"\#(date.map { #","date":"\#($0)""# } ?? "")}"#
    }
    return #"{"id":"\#(id)","events":[\#(texts.joined(separator: ","))]}"#
  }

  private func lines(_ rule: PathRule = PathRule(), depth: Int = 4) -> [String] {
    Pathways(of: Selection(allOf: Self.library), in: Self.library, rule: rule, depth: depth).lines
  }

  @Test func branchesStandInTheOrderOfReading() {
    #expect(
      lines() == [
        "charge 4 0 none none none",
        "charge>detainer 2 1 5.5 7.0 8.5",
        "charge>detainer>arrest 1 1 50.0 50.0 50.0",
        "charge>arrest 1 0 0.0 0.0 0.0",
        "charge>arrest>charge 1 1 366.0 366.0 366.0",
        "charge>charge 1 1 2.0 2.0 2.0",
      ])
  }

  @Test func pathsAreCutAtTheDepth() {
    #expect(
      lines(depth: 2) == [
        "charge 4 0 none none none", "charge>detainer 2 1 5.5 7.0 8.5",
        "charge>arrest 1 0 0.0 0.0 0.0", "charge>charge 1 1 2.0 2.0 2.0",
      ])
  }

  @Test(arguments: [
    (
      PathRule(types: ["charge"]),
      ["charge 4 2 none none none", "charge>charge 2 2 93.0 184.0 275.0"]
    ),
    (PathRule(hidden: ["charge", "arrest"]), ["detainer 2 2 none none none"]),
    (PathRule(types: ["charge"], mergesRepeats: true), ["charge 4 4 none none none"]),
    (
      PathRule(start: EventAnchor("detainer")),
      ["detainer 2 1 none none none", "detainer>arrest 1 1 50.0 50.0 50.0"]
    ),
    (
      PathRule(start: EventAnchor("charge", .last), isBackwards: true),
      ["charge 4 2 none none none", "charge>arrest 1 0 366.0 366.0 366.0"]
    ),
    (PathRule(start: EventAnchor("charge", .number(2))), ["charge 2 2 none none none"]),
    (
      PathRule(hidden: ["detainer"], start: EventAnchor("detainer")),
      ["detainer 2 1 none none none", "detainer>arrest 1 1 50.0 50.0 50.0"]
    ),
  ])
  func rulesDecideTheSteps(rule: PathRule, expected: [String]) {
    #expect(Array(lines(rule).prefix(2)) == Array(expected.prefix(2)))
  }

  @Test func whatIsLeftOutIsCounted() {
    let all = Pathways(of: Selection(allOf: Self.library), in: Self.library)
    #expect(all.caseCount == 6)
    #expect(all.withoutSteps == 2)
    #expect(all.pathCount == 4)
    #expect(all.undatedCount == 2)
    #expect(all.tiedCount == 1)
    let aligned = Pathways(
      of: Selection(allOf: Self.library), in: Self.library,
      rule: PathRule(start: EventAnchor("detainer")))
    #expect(aligned.withoutStart == 4)
    #expect(aligned.withoutSteps == 0)
  }

  @Test func aBranchKnowsItsPlace() throws {
    let all = Pathways(of: Selection(allOf: Self.library), in: Self.library, depth: 2)
    #expect(all.children(of: nil) == [0])
    #expect(all.children(of: 0) == [1, 2, 3])
    #expect(all.children(of: 3) == [])
    #expect(all.path(of: 2) == ["charge", "arrest"])
    #expect(all.branch(["charge", "charge"]) == 3)
    #expect(all.branch(["detainer"]) == nil)
    #expect(all.share(of: 1) == 0.5)
    #expect(all.deeperCount(of: 1) == 1)
    #expect(all.deeperCount(of: 0) == 0)
  }

  @Test func nothingHasNoBranches() {
    let none = Pathways(of: Selection(), in: Library(title: "none"))
    #expect(none.branches == [])
    #expect(none.caseCount == 0)
  }

  // MARK: - Against a slow reading

  static let rules = [
    PathRule(), PathRule(mergesRepeats: true), PathRule(types: ["detainer", "hearing"]),
    PathRule(hidden: ["removal"], mergesRepeats: true), PathRule(isBackwards: true),
    PathRule(start: EventAnchor("detainer")), PathRule(start: EventAnchor("hearing", .last)),
    PathRule(start: EventAnchor("ice_arrest", .number(2)), isBackwards: true),
    PathRule(
      hidden: ["ice_arrest", "own_type"], mergesRepeats: true,
      start: EventAnchor("ice_arrest", .last), isBackwards: true),
  ]

  @Test(arguments: [1, 2, 3, 4, 5], rules)
  func pathsAreThoseOfASlowReading(seed: UInt64, rule: PathRule) throws {
    var random = RandomLibrary(seed: seed)
    let library = random.library(cases: 60, segments: 5)
    for depth in [1, 3, 30] {
      let fast = Pathways(
        of: Selection(allOf: library), in: library, rule: rule, depth: depth, threads: 2)
      #expect(fast.lines.sorted() == (try SlowPaths(library, rule, depth: depth)).lines)
    }
  }

  /// More types than have places of their own, and days that are not counted in lists.
  @Test func pathsOfManyTypesAreThoseOfASlowReading() throws {
    var random = SplitMix(seed: 9)
    let lines = (0..<400).map { number in
      let events = (0..<Int.random(in: 0...5, using: &random)).map { place in
        let type = Int.random(in: 0..<(place == 0 ? 4 : 3_000), using: &random)
        let year = Int.random(in: 1_700...2_000, using: &random)
        return #"{"type":"own_\#(type)","date":"\#(year)-0\#(place + 1)"}"#
      }
      let more = (0..<8).map { #"{"type":"only_\#(number * 8 + $0)"}"# }
      return #"{"id":"\#(number)","events":[\#((events + more).joined(separator: ","))]}"#
    }
    let library = TestLibrary.of(lines.joined(separator: "\n"))
    let fast = Pathways(of: Selection(allOf: library), in: library, threads: 2)
    #expect(fast.lines.sorted() == (try SlowPaths(library, PathRule(), depth: 4)).lines)
    var one = Selection()
    one.append(Bitmap(count: library.caseCount, [17]))
    #expect(Pathways(of: one, in: library, threads: 2).caseCount == 1)
  }

  @Test(arguments: [6, 7, 8], rules)
  func theTermOfABranchFindsItsCases(seed: UInt64, rule: PathRule) throws {
    var random = RandomLibrary(seed: seed)
    let library = random.library(cases: 120)
    let all = Pathways(of: Selection(allOf: library), in: library, rule: rule, depth: 3)
    let slow = try SlowPaths(library, rule, depth: 3)
    for index in all.branches.indices {
      let path = all.path(of: index)
      for isWhole in [false, true] {
        let term = QueryText.path(path, isWhole: isWhole, rule: rule)
        let found = try TestLibrary.ids(term, in: library)
        let expected = slow.cases.filter { content in
          guard let steps = slow.steps(of: content)?.map(\.type) else { return false }
          return isWhole ? steps == path : steps.starts(with: path)
        }
        #expect(found == expected.map(\.id).joined(separator: " "), "\(term)")
      }
    }
  }
}
