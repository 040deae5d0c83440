import Testing

@testable import CasebookCore

/// The definitions of the page Statistics on headcounts and flows, one by one.
@Suite struct CensusTests {
  private static let asOf = DayNumber(year: 2024, month: 1, day: 10) ?? .min

  private static let records = """
    {"id":"1","events":[{"type":"ice_custody","date":"2024-01-01/2024-01-03","facility":"X"},{"type":"ice_custody","date":"2024-01-03/2024-01-05","facility":"Y"},{"type":"ice_custody","date":"2024-01-03/2024-01-04","facility":"Y"}]}
    {"id":"2","events":[{"type":"ice_custody","date":"2024-01-02/..","facility":"X"}]}
    {"id":"3","events":[{"type":"ice_custody","date":"2024-01-03/2024-01-03","facility":"X"},{"type":"ice_custody","date":"2024-01-04"},{"type":"ice_custody","date":"2024-01-04/"},{"type":"ice_custody","date":"2024-01-08/2024-01-09","facility":"Z"}]}
    {"id":"4","events":[{"type":"ice_arrest","date":"2024-01-04"}]}
    """

  private static let library = Loader().load(
    [.embedded(name: "a.jsonl", bytes: SourceBytes(Array(records.utf8)))], title: "a")

  private static func census(
    by field: String? = nil, every step: Census.Step = .day, at moment: Census.Moment = .midnight,
    from: DayNumber? = nil, to: DayNumber? = nil, of type: String = "ice_custody",
    in library: Library = CensusTests.library, threads: Int = 1
  ) throws -> Census {
    let field = try field.map {
      try GroupField(
        $0, ofType: type, isOfEvents: true, in: library, schema: Schema(of: library), asOf: asOf)
    }
    return try Census(
      type, by: field, every: step, from: from, to: to, at: moment,
      of: Selection(allOf: library), in: library, asOf: asOf, threads: threads)
  }

  @Test func atMidnightThoseCountWhoLeftAfterTheDay() throws {
    let census = try Self.census()
    #expect(census.days.map(FacetSubject.dayText).first == "2024-01-01")
    #expect(census.days.map(FacetSubject.dayText).last == "2024-01-10")
    #expect(census.groups.map(\.people) == [[1, 2, 2, 2, 1, 1, 1, 2, 1, 1]])
    #expect([census.leftOut, census.open] == [2, 1])
  }

  @Test func atAnyTimeThoseCountTooWhoLeftOnTheDay() throws {
    #expect(
      try Self.census(at: .any).groups.map(\.people) == [[1, 2, 3, 2, 2, 1, 1, 2, 2, 1]])
    #expect(
      try Self.census(at: .any, of: "ice_arrest").groups.map(\.people) == [[1, 0, 0, 0, 0, 0, 0]])
  }

  @Test func eachPersonCountsOnceADayAndGroup() throws {
    let census = try Self.census(by: "facility", at: .any)
    let people = census.groups.map { "\($0.value?.text ?? "?") \($0.people)" }
    #expect(
      people == [
        "X [1, 2, 3, 1, 1, 1, 1, 1, 1, 1]", "Y [0, 0, 1, 1, 1, 0, 0, 0, 0, 0]",
        "Z [0, 0, 0, 0, 0, 0, 0, 1, 1, 0]",
      ])
  }

  @Test func weeksAndMonthsCountTheFirstDayOfEach() throws {
    let weeks = try Self.census(every: .week)
    #expect(weeks.days.map(FacetSubject.dayText) == ["2024-01-01", "2024-01-08"])
    #expect(weeks.groups.map(\.people) == [[1, 2]])
    let from = DayNumber(year: 2023, month: 10, day: 31)
    let months = try Self.census(every: .month, from: from)
    #expect(months.days.map(FacetSubject.dayText) == ["2023-10-31", "2023-11-30", "2023-12-31"])
    #expect(months.groups.map(\.people) == [[0, 0, 0]])
  }

  @Test func daysThatCannotBeCountedAreSaid() {
    let day = { DayNumber(year: $0, month: 1, day: 1) }
    #expect(throws: QuestionError.wrongWayRound) {
      try Self.census(from: day(2024), to: day(2023))
    }
    #expect(throws: QuestionError.tooManyDays(limit: Census.dayLimit)) {
      try Self.census(from: day(1000))
    }
    #expect(throws: QuestionError.withoutDays("jail_custody")) {
      try Self.census(of: "jail_custody")
    }
  }

  @Test(arguments: 0..<6)
  func aCensusAgreesWithASlowCount(seed: Int) throws {
    let library = try Self.random(seed)
    let cases = try (0..<library.caseCount).map { try library.decode(row: $0).get() }
    for moment in Census.Moment.allCases {
      let census = try Self.census(
        by: "facility", at: moment, in: library, threads: 1 + seed % 3)
      for (index, day) in census.days.enumerated() {
        var people: [String?: Int] = [:]
        for record in cases {
          let there = record.events.filter { event in
            guard let span = event.date?.span, let first = span.earliestDay else { return false }
            guard let last = span.latestDay else { return first <= day }
            return first <= day && (moment == .any ? last >= day : last > day)
          }
          let places = there.map { $0.fields.first { $0.key == "facility" }?.value.written }
          for place in Set(places) { people[place, default: 0] += 1 }
        }
        for group in census.groups {
          #expect(group.people[index] == people[group.value?.text] ?? 0)
        }
      }
    }
  }

  /// Some cases with stints of a few days in a few places, of which some go on.
  private static func random(_ seed: Int) throws -> Library {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let lines = (0..<40).map { number in
      let events = (0..<next(5)).map { _ in
        let start = 1 + next(9)
        let end = next(6) == 0 ? ".." : "2024-01-0\(min(9, start + next(5)))"
        let place = next(5) == 0 ? "" : #","facility":"\#(["A", "B", "C"][next(3)])""#
        return #"{"type":"ice_custody","date":"2024-01-0\#(start)/\#(end)"\#(place)}"#
      }
      return #"{"id":"\#(number)","events":[\#(events.joined(separator: ","))]}"#
    }
    let bytes = SourceBytes(Array(lines.joined(separator: "\n").utf8))
    return Loader().load([.embedded(name: "r.jsonl", bytes: bytes)], title: "r")
  }

  // MARK: - Flows

  private static func flows(_ span: Flows.Span, _ records: String) throws -> [String] {
    let library = Loader().load(
      [.embedded(name: "f.jsonl", bytes: SourceBytes(Array(records.utf8)))], title: "f")
    let field = try GroupField(
      "facility", ofType: "ice_custody", isOfEvents: true, in: library,
      schema: Schema(of: library), asOf: nil)
    let flows = Flows(
      "ice_custody", by: field, per: span, of: Selection(allOf: library), in: library)
    let rows = flows.rows.map { row in
      "\(row.from?.text ?? "?")>\(row.to?.text ?? "?") \(row.people) \(row.moves) \(row.median ?? -1)"
    }
    return rows + ["same \(flows.same) undated \(flows.undated)"]
  }

  @Test func neighboursWithDifferentValuesAreMoves() throws {
    let records = """
      {"id":"1","events":[{"type":"ice_custody","date":"2024-02-01/2024-02-03","facility":"A"},{"type":"ice_custody","date":"2024-01-01/2024-01-04","facility":"A"},{"type":"ice_custody","date":"2024-01-05/2024-01-09","facility":"B"},{"type":"ice_custody","date":"2024-01-09/2024-01-09","facility":"B"},{"type":"ice_custody","facility":"C"}]}
      {"id":"2","events":[{"type":"ice_custody","date":"2024-01-01/2024-01-02","facility":"A"},{"type":"ice_custody","date":"2024-01-02/2024-01-03","facility":"B"},{"type":"ice_custody","date":"2024-01-03/2024-01-04"}]}
      """
    #expect(
      try Self.flows(.stay, records) == ["A>B 2 2 2.5", "B>? 1 1 1.0", "same 1 undated 1"])
    #expect(
      try Self.flows(.person, records)
        == ["A>B 2 2 2.5", "B>A 1 1 23.0", "B>? 1 1 1.0", "same 1 undated 1"])
  }

  @Test func aStayThatIsWrittenComesBeforeTheDays() throws {
    let records = """
      {"id":"1","events":[{"type":"ice_custody","date":"2024-01-01/2024-01-04","facility":"A","stay":"s"},{"type":"ice_custody","date":"2024-01-20/2024-01-21","facility":"B","stay":"s"},{"type":"ice_custody","date":"2024-01-21/2024-01-22","facility":"C","stay":"t"}]}
      """
    #expect(try Self.flows(.stay, records) == ["A>B 1 1 19.0", "same 0 undated 0"])
  }
}
