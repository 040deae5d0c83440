import Testing

@testable import CasebookCore

/// Values outside the closed lists of events are kept, and said.
struct ClosedListTests {
  private static func load(
    _ text: String, _ name: String, _ settings: LibrarySettings = LibrarySettings()
  ) throws -> Library {
    var loader = Loader()
    loader.settings = settings
    loader.profiles = try BuiltInProfiles.all
    return loader.load(
      [.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: "test")
  }

  /// What is said of values outside lists, as "line:column key value, nearest".
  private static func warnings(_ library: Library) -> [String] {
    library.problems.problems.compactMap { problem in
      guard case .unknownValue(let key, let value, _, let nearest) = problem.fact,
        problem.severity == .warning
      else { return nil }
      let place = problem.position.map { "\($0.line):\($0.column)" } ?? ""
      return "\(place) \(key) \(value), \(nearest ?? "none")"
    }
  }

  private static func event(_ members: String, type: String = "detainer") -> String {
    #"{"id": "a", "events": [{"type": "\#(type)", \#(members)}]}"#
  }

  @Test(arguments: ["a.json", "a.jsonl", "a.yaml"])
  func anOutcomeOutsideTheListIsWarnedOf(name: String) throws {
    let library = try Self.load(Self.event(#""outcome": "declin""#), name)
    #expect(Self.warnings(library) == ["1:56 outcome declin, declined"])
    #expect(try library.decode(row: 0).get().events[0].outcome == "declin")
    #expect(try TestLibrary.ids("detainer.outcome:=declin", in: library) == "a")
  }

  @Test(arguments: ["charge_status", "outcome", "outcome_basis", "basis", "level"])
  func everyListIsChecked(key: String) throws {
    let good = ClosedLists.standard.values(of: key) ?? []
    #expect(!good.isEmpty)
    let lines = (good + ["zzz", "zzz"]).map { Self.event("\"\(key)\": \"\($0)\"") }
    let library = try Self.load(lines.joined(separator: "\n"), "a.jsonl")
    #expect(Self.warnings(library).count == 1)
    let problem = library.problems.problems.first { problem in
      if case .unknownValue = problem.fact { true } else { false }
    }
    #expect(problem?.position?.line == good.count + 1)
    #expect(problem?.count == 2)
    guard case .unknownValue(_, _, let allowed, _) = problem?.fact else { return }
    #expect(allowed == good)
  }

  @Test(arguments: ["7", "true"]) func aNumberIsOnNoList(value: String) throws {
    let library = try Self.load(Self.event(#""level": \#(value)"#), "a.jsonl")
    #expect(Self.warnings(library) == ["1:54 level \(value), none"])
  }

  @Test func aListIsNoValueOfAList() throws {
    let library = try Self.load(Self.event(#""level": ["state"]"#), "a.jsonl")
    #expect(
      library.problems.problems.map(\.fact) == [
        .wrongKind(key: "level", found: .list, expected: [.text])
      ])
    #expect(library.caseCount == 1)
  }

  @Test(arguments: [#""outcome": null"#, #""outcome": """#, #""outcome": "redacted""#])
  func noValueIsNotOutsideAList(members: String) throws {
    #expect(try Self.warnings(Self.load(Self.event(members), "a.jsonl")) == [])
    #expect(try Self.warnings(Self.load(Self.event(members), "a.yaml")) == [])
  }

  @Test func outcomesOfOtherLanesHaveNoList() throws {
    let text = Self.event(#""outcome": "granted""#, type: "hearing")
    #expect(try Self.warnings(Self.load(text, "a.jsonl")) == [])
  }

  @Test func accountsAreChecked() throws {
    let text = Self.event(#""claims": [{"outcome": "booked"}, {"outcome": "refused"}]"#)
    #expect(try Self.warnings(Self.load(text, "a.jsonl")) == ["1:91 outcome refused, none"])
  }

  @Test func aTableIsChecked() throws {
    let library = try Self.load(
      "case_id,type,date,outcome\na,detainer,2024,booked\nb,detainer,2024,refused\n", "a.csv")
    #expect(Self.warnings(library).map { $0.hasSuffix(" outcome refused, none") } == [true])
    #expect(library.caseCount == 2)
  }

  @Test func aLibraryMayAddValues() throws {
    let settings = Array("values: {outcome: [refused], level: [tribal]}".utf8)
      .withUnsafeBytes { LibrarySettings.parse($0, file: "casebook.yaml") }
    #expect(settings.problems == [])
    let text = Self.event(#""outcome": "refused", "level": "tribal""#)
    for name in ["a.jsonl", "a.yaml"] {
      #expect(try Self.warnings(Self.load(text, name, settings)) == [])
    }
    #expect(settings.vocabulary.isUnlisted("refuse", of: "outcome", in: "detainer"))
  }

  @Test func aProfileMayAddValues() throws {
    let profile = try Profile(
      yaml: """
        profile: 1
        values: {result: {from: <Result>, map: {R: refused}, blank: unsaid}}
        case: {id: <Id>}
        events: [{type: detainer, outcome: <result>, basis: estimated}]
        """)
    var lists = ClosedLists.standard
    lists.allow(valuesOf: profile)
    #expect(lists.values(of: "outcome")?.suffix(2) == ["refused", "unsaid"])
    #expect(lists.values(of: "basis")?.last == "estimated")
  }

  @Test func theBuiltInProfilesAddNothing() throws {
    var lists = ClosedLists.standard
    for profile in try BuiltInProfiles.all { lists.allow(valuesOf: profile) }
    #expect(lists == .standard)
  }
}
