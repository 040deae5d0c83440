import Testing

@testable import CasebookCore

/// The definitions of the page Statistics, one by one.
@Suite struct StatisticsTests {
  private static let asOf = DayNumber(year: 2024, month: 3, day: 31)

  private static let records = """
    {"id":"1","subject":{"age":20},"events":[{"type":"detainer","date":"2024-01-01","facility":"A","bond":"1500"},{"type":"detainer","date":"2024-01-05","facility":"B"},{"type":"ice_arrest","date":"2024-01-11"},{"type":"ice_custody","date":"2024-01-11/2024-01-21","facility":"X"},{"type":"ice_custody","date":"2024-01-23/..","facility":"Y"}]}
    {"id":"2","subject":{"age":30},"events":[{"type":"detainer","date":"2024-02-01","facility":"A","bond":"redacted"},{"type":"ice_arrest","date":"2024-02-01"},{"type":"ice_custody","date":"2024-02-01/2024-01-01","facility":"X"}]}
    {"id":"3","subject":{"age":"forty"},"events":[{"type":"detainer","date":"2024-01-01","facility":"A"},{"type":"ice_arrest","date":"2023-12-01"},{"type":"ice_custody","date":"2024-01-01/","facility":"X"},{"type":"ice_custody","date":"2024-01-02"}]}
    {"id":"4","events":[{"type":"detainer","date":"2023"},{"type":"ice_arrest","date":"2024-03"}]}
    {"id":"5","events":[{"type":"release","date":"2024-01-01"}]}
    """

  private static let library = Loader().load(
    [.embedded(name: "a.jsonl", bytes: SourceBytes(Array(records.utf8)))], title: "a")

  /// Each row as "group: count have values least first median third greatest".
  private static func rows(
    _ measure: String, by fields: [String] = [], counting unit: CountUnit = .cases,
    within lengths: [String] = [], threads: Int = 1
  ) throws -> [String] {
    let schema = Schema(of: library)
    let measure = try Measure(measure, in: library, schema: schema)
    let fields = try fields.map {
      try GroupField($0, for: measure, in: library, schema: schema, asOf: asOf)
    }
    let lengths = lengths.compactMap(CalendarSpan.init(written:))
    let statistics = Statistics(
      measure, by: fields, counting: unit, within: lengths, of: Selection(allOf: library),
      in: library, asOf: asOf, threads: threads)
    return statistics.rows.map { row in
      let group = row.group.map { $0?.text ?? "?" }.joined(separator: ",")
      let numbers = [row.least?.value, row.first, row.median, row.third, row.greatest?.value]
      let values = numbers.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
      let within = row.within.map { " <\($0)" }.joined()
      return "\(group): \(row.count) \(row.have) \(row.values) \(values)\(within)"
    }
  }

  @Test func everyStartLeadsToTheFirstEndAtOrAfterIt() throws {
    // Of case 1 both detainers count; the arrest of case 3 came before; 2023 to March 2024 is
    // counted from the first possible days.
    #expect(
      try Self.rows("detainer->ice_arrest") == [": 5 3 4 0.0 4.5 8.0 113.75 425.0"])
    #expect(
      try Self.rows("detainer->ice_arrest", counting: .events)
        == [": 5 4 4 0.0 4.5 8.0 113.75 425.0"])
  }

  @Test func aFieldOfTheMeasuredEventsGroupsThemOneByOne() throws {
    let expected = [
      "A: 3 2 2 0.0 2.5 5.0 7.5 10.0", "B: 1 1 1 6.0 6.0 6.0 6.0 6.0",
      "?: 2 1 1 425.0 425.0 425.0 425.0 425.0",
    ]
    #expect(try Self.rows("detainer->ice_arrest", by: ["detainer.facility"]) == expected)
    #expect(try Self.rows("detainer->ice_arrest", by: ["facility"]) == expected)
    // Events alone: the case without a detainer is in no group.
    #expect(
      try Self.rows("detainer->ice_arrest", by: ["facility"], counting: .events).last
        == "?: 1 1 1 425.0 425.0 425.0 425.0 425.0")
  }

  @Test func aFieldOfCasesOrOfOtherEventsGroupsCases() throws {
    #expect(
      try Self.rows("detainer->ice_arrest", by: ["has:ice_custody"]) == [
        "yes: 3 2 3 0.0 3.0 6.0 8.0 10.0", "no: 2 1 1 425.0 425.0 425.0 425.0 425.0",
      ])
    #expect(
      try Self.rows("detainer->ice_arrest", by: ["ice_custody.facility"]).map { $0.prefix(6) }
        == ["X: 3 2", "Y: 1 1", "?: 2 1"])
  }

  @Test func sharesWithinALengthAreOfAllOfTheGroup() throws {
    #expect(
      try Self.rows("detainer->ice_arrest", within: ["0d", "1w", "6d", "2y"])
        == [": 5 3 4 0.0 4.5 8.0 113.75 425.0 <1 <2 <2 <3"])
    #expect(
      try Self.rows("detainer->ice_arrest", counting: .events, within: ["1w", "2mo"])
        == [": 5 4 4 0.0 4.5 8.0 113.75 425.0 <2 <3"])
  }

  @Test func openEndsAreCountedToTheDayAskedAboutAndUnknownOnesAreNotSaid() throws {
    let schema = Schema(of: Self.library)
    let measure = try Measure("ice_custody.length", in: Self.library, schema: schema)
    let all = Selection(allOf: Self.library)
    let row = try #require(
      Statistics(measure, of: all, in: Self.library, asOf: Self.asOf).rows.first)
    // 10 days, and 68 from 23 January to 31 March; an end before the start, an unknown end and a
    // single date have no length.
    #expect([row.least?.value, row.greatest?.value] == [10, 68])
    #expect([row.count, row.have, row.values, row.open, row.inexact] == [5, 1, 2, 1, 0])
    #expect(row.greatest?.row == 0)
    let closed = Statistics(measure, of: all, in: Self.library, asOf: nil).rows.first
    #expect(closed?.values == 1 && closed?.open == 0)
  }

  @Test func gapsRunFromTheEndOfOneEventToTheStartOfAnother() throws {
    #expect(
      try Self.rows("ice_custody.end->ice_custody", counting: .events)
        == [": 5 1 1 2.0 2.0 2.0 2.0 2.0"])
    #expect(
      try Self.rows("ice_custody.start->ice_custody", counting: .events).first?.prefix(6)
        == ": 5 2 ")
  }

  @Test func numbersAreThoseOfCasesOrEventsHoweverTheyAreWritten() throws {
    #expect(try Self.rows("age") == [": 5 2 2 20.0 22.5 25.0 27.5 30.0"])
    #expect(
      try Self.rows("detainer.bond", counting: .events)
        == [": 5 1 1 1500.0 1500.0 1500.0 1500.0 1500.0"])
  }

  @Test func everyCaseHasANumberOfEvents() throws {
    #expect(try Self.rows("count(ice_custody)") == [": 5 5 5 0.0 0.0 1.0 2.0 2.0"])
    #expect(
      try Self.rows("count(ice_custody)", by: ["ice_custody.facility"]) == [
        "X: 3 3 3 1.0 1.0 1.0 1.0 1.0", "Y: 1 1 1 1.0 1.0 1.0 1.0 1.0",
        "?: 3 1 1 1.0 1.0 1.0 1.0 1.0",
      ])
    #expect(try Self.rows("count(detainer)", counting: .events).first?.prefix(4) == ": 5 ")
  }

  @Test func partsOfTheYearAreThoseOfTheMeasuredEvent() throws {
    #expect(
      try Self.rows("detainer->ice_arrest", by: ["quarter"]).map { $0.prefix(10) }
        == ["2023-Q1: 1", "2024-Q1: 3", "?: 1 0 0 -"])
    #expect(
      try Self.rows("detainer->ice_arrest", by: ["fiscal-year", "has:ice_custody"])
        .map { $0.prefix(11) } == ["FY2023,no: ", "FY2024,yes:", "?,no: 1 0 0"])
  }

  @Test(arguments: [
    ("detaner->ice_arrest", "query"), ("detainer->removal", "noEvent"),
    ("removal.length", "noEvent"), ("release.length", "withoutLength"), ("facility", "notANumber"),
    ("detainer", "notANumber"), ("ice_arrest.facility", "notOfType"), ("nothing", "query"),
    ("detainer!->ice_arrest", "query"), ("detainer->ice_arrest->removal", "query"),
    ("count(removal)", "noEvent"), ("", "query"),
  ])
  func whatCannotBeMeasuredIsSaid(text: String, fact: String) {
    let schema = Schema(of: Self.library)
    let error = #expect(throws: QuestionError.self) {
      try Measure(text, in: Self.library, schema: schema)
    }
    #expect(error.map { "\($0)" }?.hasPrefix(fact) == true, "\(text)")
  }

  @Test func aFieldThatOnlyOtherEventsHaveIsNamedWithThem() throws {
    let schema = Schema(of: Self.library)
    let measure = try Measure("ice_arrest->ice_custody", in: Self.library, schema: schema)
    let error = #expect(throws: QuestionError.self) {
      try GroupField("facility", for: measure, in: Self.library, schema: schema, asOf: nil)
    }
    #expect(
      error
        == .notOfType(field: "facility", type: "ice_arrest", others: ["detainer", "ice_custody"]))
    let age = try Measure("age", in: Self.library, schema: schema)
    #expect(throws: QuestionError.needsEvents("month")) {
      try GroupField("month", for: age, in: Self.library, schema: schema, asOf: nil)
    }
  }

  @Test(arguments: 0..<8)
  func statisticsAgreeWithASlowCount(seed: Int) throws {
    var source = RandomLibrary(seed: UInt64(seed) + 900)
    let library = source.library(cases: 60, segments: 3)
    let schema = Schema(of: library)
    let cases = try (0..<library.caseCount).map { try library.decode(row: $0).get() }
    let types = library.segments[0].typeNames
    for from in types {
      for to in types {
        let measure = try Measure("\(from)->\(to)", in: library, schema: schema)
        let found = Statistics(
          measure, of: Selection(allOf: library), in: library, asOf: nil, threads: 1 + seed % 3)
        let slow = cases.map { Self.days(from, to, in: $0) }
        let row = try #require(found.rows.first)
        #expect(row.have == slow.count { !$0.isEmpty })
        #expect(row.values == slow.reduce(0) { $0 + $1.count })
        let quartiles = DayQuartiles(of: slow.flatMap { $0 })
        #expect(
          [row.first, row.median, row.third]
            == [quartiles?.first, quartiles?.median, quartiles?.third])
      }
    }
  }

  /// The days from each event of a type to the nearest later one of another, taken from the dates.
  private static func days(_ from: String, _ to: String, in record: Case) -> [Int] {
    let days = record.events.map { event in
      event.date.map(\.span).flatMap { $0.isMissing ? nil : $0.earliestDay }
    }
    return record.events.indices.compactMap { index in
      guard record.events[index].type == from, let day = days[index] else { return nil }
      return record.events.indices.compactMap { other -> Int? in
        guard other != index, record.events[other].type == to, let later = days[other] else {
          return nil
        }
        let gap = day.distance(to: later)
        return gap < 0 ? nil : gap
      }.min()
    }
  }
}
