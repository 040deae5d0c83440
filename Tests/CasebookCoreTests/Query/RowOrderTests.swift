import Testing

@testable import CasebookCore

@Suite struct RowOrderTests {
  private static let library = {
    let lines = """
      {"id":"a","title":"Beta","n":10,"events":[{"type":"detainer","date":"2023-02-01"},{"type":"ice_arrest","date":"2023-02-11"},{"type":"detainer","date":"2020"}]}
      {"id":"b","title":"álpha","n":9,"events":[{"type":"detainer","date":"2021-05"}]}
      {"id":"C","n":"x","events":[{"type":"detainer","date":"../2020"},{"type":"ice_arrest","date":"2023-01-01"}]}
      {"id":"d","title":"alpha","n":-1.5,"events":[{"type":"ice_arrest","date":"2024-01-01"},{"type":"detainer","date":"2023-12-31"}]}
      {"id":"e","title":"alpha and a long title that goes on","events":[{"type":"detainer","date":"2023-12-30"},{"type":"ice_arrest","date":"2023-12-30"}]}
      """
    let bytes = SourceBytes(Array(lines.utf8))
    return Loader().load([.embedded(name: "order.jsonl", bytes: bytes)], title: "order")
  }()

  @Test(arguments: [
    ("sort:id", "a b C d e"),
    ("sort:-id", "e d C b a"),
    ("sort:title", "b d e a C"),
    ("sort:-title", "a e b d C"),
    ("sort:n", "d b a C e"),
    ("sort:-n", "C a b d e"),
    ("sort:detainer", "C a b e d"),
    ("sort:-detainer", "d e a b C"),
    ("sort:detainer->ice_arrest", "e d a b C"),
    ("sort:-detainer->ice_arrest", "a d e b C"),
    ("sort:title,-n", "b d e a C"),
    ("sort:-type,n", "d a C e b"),
    ("n:.. sort:-n", "a b d"),
    ("", "a b C d e"),
  ])
  func rowsStandInTheirOrderWithMissingValuesLast(_ text: String, _ expected: String) throws {
    let plan = try QueryPlan(
      text, in: Schema(of: Self.library), today: DayNumber(rawValue: 0))
    let rows = RowOrder().rows(
      of: plan.selection(in: Self.library), by: plan.order, in: Self.library)
    let ids = rows.map { Self.library.id(ofRow: Int($0)) }
    #expect(ids.joined(separator: " ") == expected)
  }

  @Test(arguments: ["sort:title", "sort:-n", "sort:detainer", "sort:-type,n"])
  func aSelectionIsReadOffAnOrderThatIsReady(_ text: String) throws {
    let schema = Schema(of: Self.library)
    let today = DayNumber(rawValue: 0)
    let keys = try QueryPlan(text, in: schema, today: today).order
    let order = RowOrder()
    #expect(!order.isReady(keys, in: Self.library))
    order.prepare(keys, in: Self.library)
    #expect(order.isReady(keys, in: Self.library))
    for filter in ["", "detainer", "title:alpha", "id:c", "nothing at all"] {
      let selection = try QueryPlan(filter, in: schema, today: today).selection(in: Self.library)
      let rows = RowOrder().rows(of: selection, by: keys, in: Self.library)
      #expect(order.rows(of: selection, by: keys, in: Self.library) == rows, "\(filter)")
    }
  }

  @Test func anOrderOfOtherSegmentsIsNotReady() throws {
    let keys = try QueryPlan("sort:id", in: Schema(), today: DayNumber(rawValue: 0)).order
    let order = RowOrder(orderLimit: 1)
    order.prepare(keys, in: Self.library)
    #expect(!order.isReady(keys, in: TestLibrary.custody))
    order.prepare(keys, in: TestLibrary.custody)
    #expect(order.isReady(keys, in: TestLibrary.custody))
    #expect(!order.isReady(keys, in: Self.library))
  }

  @Test func rowsWithoutAValueAreCounted() throws {
    let plan = try QueryPlan(
      "sort:n", in: Schema(of: Self.library), today: DayNumber(rawValue: 0))
    let count = RowOrder().missingCount(
      of: Selection(allOf: Self.library), by: plan.order[0], in: Self.library)
    #expect(count == 1)
  }

  @Test(arguments: [1, 2, 3]) func ranksOfTextAreThoseOfASort(threads: Int) {
    var random = SplitMix(seed: 3)
    let words = ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefghijklmnop", "b\u{0}", "b", "ÿ"]
    let strings = (0..<500).map { _ in
      (0..<Int.random(in: 0...3, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined()
    }
    var ranks = TextRanks()
    let block = FoldedStrings(strings)
    block.withBlock { ranks.addBlock($0, of: block) }
    for index in strings.indices { _ = ranks.addItem(block.range(index)) }
    let folded = strings.map { Fold.folded($0) }
    let distinct = Set(folded).sorted { $0.lexicographicallyPrecedes($1) }
    let expected = folded.map { UInt32(distinct.firstIndex(of: $0) ?? -1) }
    #expect(ranks.ranks(threads: threads) == expected)
  }

  @Test func radixSortKeepsTheOrderOfEqualKeys() {
    var random = SplitMix(seed: 8)
    let keys = (0..<3_000).map { _ in
      Bool.random(using: &random) ? UInt64.max : UInt64.random(in: 0..<200_000, using: &random)
    }
    var rows = (0..<UInt32(keys.count)).shuffled(using: &random)
    let expected = rows.enumerated()
      .sorted { (keys[Int($0.element)], $0.offset) < (keys[Int($1.element)], $1.offset) }
      .map(\.element)
    RadixSort.sort(&rows, by: keys)
    #expect(rows == expected)
  }
}
