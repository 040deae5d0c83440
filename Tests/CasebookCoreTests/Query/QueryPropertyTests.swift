import Testing

@testable import CasebookCore

@Suite struct QueryPropertyTests {
  private static let today = DayNumber(rawValue: 20_000)

  @Test(arguments: 0..<40)
  func columnsAgreeWithASlowReadingOfTheSameTree(_ seed: Int) throws {
    var source = RandomLibrary(seed: UInt64(seed))
    let library = source.library(cases: 40)
    try #require(library.caseCount == 40)
    let cases = try (0..<40).map { try library.decode(row: $0).get() }
    let schema = Schema(of: library)
    let cache = QueryCache()
    let saved = RandomLibrary.saved
    let trees = try saved.mapValues { try Query.parse($0).root }
    let marked = ["case-3", "case-17"]
    for _ in 0..<60 {
      let text = source.query()
      let plan = try QueryPlan(
        text, in: schema, today: Self.today, asOf: Self.today, saved: saved)
      let cached = QueryContext(cache: cache, marked: marked)
      let selection = plan.selection(in: library, context: cached)
      let found = selection.rows
      let uncached = plan.selection(in: library, context: QueryContext(marked: marked)).rows
      let verdicts = cases.map { content in
        SlowReader(content: content, today: Self.today, saved: trees, marked: Set(marked))
          .passes(plan.query.root)
      }
      let slow = verdicts.indices.filter { verdicts[$0] == true }
      #expect(found == slow.map(UInt32.init), "\(text)")
      #expect(selection.unknownCount == verdicts.count { $0 == nil }, "\(text)")
      #expect(found == uncached, "\(text)")
    }
  }

  @Test func randomQueriesFindSomethingAndNotEverything() throws {
    var source = RandomLibrary(seed: 99)
    let library = source.library(cases: 60)
    let schema = Schema(of: library)
    var sizes: [Int] = []
    for _ in 0..<200 {
      let plan = try QueryPlan(
        source.query(), in: schema, today: Self.today, asOf: Self.today,
        saved: RandomLibrary.saved)
      sizes.append(plan.selection(in: library).count)
    }
    #expect(sizes.filter { $0 > 0 && $0 < 60 }.count > 100)
  }
}
