import Testing

@testable import CasebookCore

/// Counting events instead of cases, and counting by bounds of one's own.
@Suite struct EventFacetsTests {
  private static let records = """
    {"id":"1","subject":{"sex":"male"},"events":[{"type":"detainer","date":"2023-10-01","outcome":"booked"},{"type":"detainer","date":"2023-10-31","outcome":"booked"},{"type":"detainer","date":"2024-01-01"},{"type":"ice_custody","date":"2024-01-01/2024-01-02","booked_in":"2024-01-01T20:00:00","booked_out":"2024-01-02T06:00:00"}]}
    {"id":"2","events":[{"type":"detainer","date":"2023-10-02","outcome":"declined"},{"type":"ice_custody","date":"2024-01-01/2024-01-02","booked_in":"2024-01-01T01:00:00Z","booked_out":"2024-01-02T06:00:00-01:00"}]}
    {"id":"3","events":[{"type":"ice_custody","date":"2024-01-01/2024-01-31"},{"type":"ice_custody","date":"2024-01-01/2024-01-02"}]}
    """

  private static let library = Loader().load(
    [.embedded(name: "a.jsonl", bytes: SourceBytes(Array(records.utf8)))], title: "a")

  private static func events(_ text: String) throws -> EventFacets {
    try EventFacets(
      FacetRequest(text, in: Schema(of: library)), of: Selection(allOf: library), in: library)
  }

  @Test func everyEventCountsOnce() throws {
    let facet = try Self.events("detainer.outcome").facet
    let counts = facet.sorted(by: .count).map { "\($0.text) \($0.count)" }
    #expect(counts == ["booked 2", "declined 1"])
    #expect([facet.unknownCount, facet.caseCount] == [1, 4])
    let months = try Self.events("detainer by month").facet
    #expect(
      months.sorted(by: .natural).map { "\($0.text) \($0.count)" } == ["2023-10 3", "2024-01 1"])
  }

  @Test func aSecondFieldIsOfTheSameEventOrOfItsCase() throws {
    let cross = try #require(try Self.events("detainer by month by detainer.outcome").cross)
    let rows = cross.rows.values.map(\.text)
    let columns = cross.columns.values.map(\.text)
    let october = try #require(rows.firstIndex(of: "2023-10"))
    #expect(cross.count(row: october, column: columns.firstIndex(of: "booked")) == 2)
    #expect(cross.total(ofColumn: nil) == 1)
    let sexes = try #require(try Self.events("detainer.outcome by sex").cross)
    #expect(sexes.total(ofColumn: 0) == 3)
    #expect(sexes.total(ofColumn: nil) == 1)
  }

  @Test func aFieldOfCasesHasNoEvents() {
    #expect(throws: QuestionError.notOfEvents("sex")) { try Self.events("sex") }
  }

  @Test(arguments: [
    ("detainer by week", "2023-W39 1 2023-W40 1 2023-W44 1 2024-W01 1"),
    ("detainer by quarter", "2023-Q4 3 2024-Q1 1"),
    ("detainer by fiscal-year", "FY2024 4"),
  ])
  func weeksQuartersAndFiscalYearsAreNamed(text: String, expected: String) throws {
    let values = try Self.events(text).facet.sorted(by: .natural)
    #expect(values.map { "\($0.text) \($0.count)" }.joined(separator: " ") == expected)
    for value in values {
      let plan = try QueryPlan(
        try #require(value.term), in: Schema(of: Self.library), today: DayNumber(rawValue: 20_000))
      #expect(plan.selection(in: Self.library).count > 0, "\(value.term ?? "")")
    }
  }

  private static func bins(
    _ measure: String, _ bounds: String, _ unit: CountUnit
  ) throws -> [Int] {
    let measure = try Measure(measure, in: library, schema: Schema(of: library))
    let histogram = try Histogram(
      measure, bounds: try #require(BinBound.list(bounds)), counting: unit,
      of: Selection(allOf: library), in: library, asOf: nil)
    return histogram.counts + [histogram.unknownCount, histogram.total]
  }

  @Test func aBinHoldsItsBound() throws {
    #expect(try Self.bins("ice_custody.length", "1d,29d", .events) == [3, 0, 1, 0, 4])
    #expect(try Self.bins("ice_custody.length", "1d,30d", .cases) == [3, 1, 0, 0, 3])
    #expect(try Self.bins("count(detainer)", "0,1", .cases) == [1, 1, 1, 0, 3])
  }

  @Test func hoursComeFromTheTimesAndAreNotGuessed() throws {
    // 10 hours; 30 hours by the zones; 30 days are surely more; a day to the next may be anything.
    #expect(try Self.bins("ice_custody.length", "10h,29h,72h", .events) == [1, 0, 1, 1, 1, 4])
  }

  @Test(arguments: ["", "12", "x", "7d,12h", "1d,1d", "1d,2", "h"])
  func boundsThatMeanNothingAreNone(text: String) {
    #expect(text == "12" ? BinBound.list(text) != nil : BinBound.list(text) == nil)
  }

  @Test func boundsMustFitWhatIsMeasured() {
    #expect(throws: QuestionError.binsDoNotFit("ice_custody.length", isTime: true)) {
      try Self.bins("ice_custody.length", "12", .cases)
    }
  }
}
