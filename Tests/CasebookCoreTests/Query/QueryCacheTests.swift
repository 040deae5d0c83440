import Testing

@testable import CasebookCore

@Suite struct QueryCacheTests {
  private let library = TestLibrary.custody

  private func rows(_ text: String, _ cache: QueryCache) throws -> [UInt32] {
    let plan = try QueryPlan(text, in: cache.schema(of: library), today: TestLibrary.today)
    return plan.selection(in: library, context: QueryContext(cache: cache)).rows
  }

  @Test func verdictIsKeptForItsSegment() throws {
    let cache = QueryCache()
    let test = PlanTest.text(Fold.folded("hart"))
    let segment = try #require(library.segments.first)
    #expect(cache.verdict(test, of: segment, isOfEvents: false) == nil)
    #expect(try rows("hart", cache) == [0, 1])
    #expect(
      cache.verdict(test, of: segment, isOfEvents: false)?.passed == Bitmap(count: 4, [0, 1]))
    #expect(cache.verdict(test, of: segment, isOfEvents: true) == nil)
  }

  @Test func longerWordIsSoughtAmongTheHitsOfAShorter() throws {
    let cache = QueryCache()
    let segment = try #require(library.segments.first)
    #expect(cache.candidates(for: Fold.folded("hartford h"), in: segment) == nil)
    _ = try rows("hart", cache)
    _ = try rows("ford", cache)
    _ = try rows("penuelas", cache)
    let candidates = cache.candidates(for: Fold.folded("hartford h"), in: segment)
    #expect(candidates == Bitmap(count: 4, [0, 1]))
    #expect(try rows("\"hartford hold\"", cache) == [1])
  }

  @Test func oldVerdictsGoWhereTheLimitIsReached() throws {
    let cache = QueryCache(byteLimit: 64)
    let segment = try #require(library.segments.first)
    for word in ["a", "b", "c", "d", "e"] { _ = try rows(word, cache) }
    #expect(cache.verdict(.text(Fold.folded("a")), of: segment, isOfEvents: false) == nil)
    #expect(cache.verdict(.text(Fold.folded("e")), of: segment, isOfEvents: false) != nil)
    #expect(try rows("hart", cache) == [0, 1])
  }

  @Test func otherLibraryForgetsTheSegments() throws {
    let cache = QueryCache()
    _ = try rows("hart", cache)
    let segment = try #require(library.segments.first)
    cache.keepOnly(TestLibrary.of(#"{"id":"x"}"#))
    let test = PlanTest.text(Fold.folded("hart"))
    #expect(cache.verdict(test, of: segment, isOfEvents: false) == nil)
  }

  @Test func schemaGrowsWithTheLibrary() {
    let cache = QueryCache()
    var grown = library
    #expect(cache.schema(of: grown) == Schema(of: grown))
    for segment in TestLibrary.of(#"{"id":"x","own":1}"#).segments {
      grown.apply(.segment(segment, ProblemList(), refused: 0, bytes: 0))
    }
    #expect(cache.schema(of: grown) == Schema(of: grown))
    #expect(cache.schema(of: grown).fields["own"]?.numberCount == 1)
    #expect(cache.schema(of: library) == Schema(of: library))
  }
}
