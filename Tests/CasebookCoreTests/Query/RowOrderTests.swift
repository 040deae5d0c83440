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
    let ids = rows.all.map { Self.library.id(ofRow: Int($0)) }
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
    for (text, count) in [
      ("sort:n", 1), ("sort:-n", 1), ("sort:n,title", 1), ("sort:title,n", 1), ("n:.. sort:n", 0),
      ("detainer->ice_arrest sort:detainer->ice_arrest", 0), ("sort:detainer->ice_arrest", 2),
      ("id:b sort:detainer->ice_arrest", 1), ("sort:no_such_type->ice_arrest", 5), ("", 0),
    ] {
      let schema = Schema(of: Self.library)
      guard let plan = try? QueryPlan(text, in: schema, today: DayNumber(rawValue: 0)) else {
        continue
      }
      let selection = plan.selection(in: Self.library)
      let order = RowOrder()
      for _ in 0..<2 {
        let rows = order.rows(of: selection, by: plan.order, in: Self.library)
        #expect(rows.missingCount == count, "\(text)")
        order.prepare(plan.order, in: Self.library)
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func intervalsOfManySegmentsAreThoseOfASlowReading(
    threads: Int
  ) throws {
    var random = RandomLibrary(seed: 12)
    let library = random.library(cases: 40, segments: 5)
    #expect(library.segments.count == 5)
    let cases = try (0..<library.caseCount).map { try library.decode(row: $0).get() }
    for from in RandomLibrary.types {
      for to in RandomLibrary.types {
        let expected = cases.map { Self.slowIntervals(from, to, $0) }
        for isDescending in [false, true] {
          let key = OrderKey(.interval(from, to), isDescending: isDescending)
          let numbers = OrderKeys(library: library, key: key, cache: nil).numbers(threads: threads)
          let days = numbers.map { $0 == .max ? nil : Int(isDescending ? .max - 1 - $0 : $0) }
          #expect(days == expected.map { isDescending ? $0.max() : $0.min() })
        }
      }
    }
  }

  /// The days from each event of a type to the first other one of a type that does not begin before.
  private static func slowIntervals(_ from: String, _ to: String, _ content: Case) -> [Int] {
    let days = content.events.map { $0.date?.startDays.earliest }
    return content.events.indices.compactMap { event in
      guard content.events[event].type == from, let day = days[event] else { return nil }
      return content.events.indices.compactMap { other in
        guard content.events[other].type == to, other != event, let later = days[other],
          later >= day
        else { return nil }
        return day.distance(to: later)
      }.min()
    }
  }

  @Test(arguments: ["title", "status", "id", "type", "facility", "mix"], [1, 2])
  func textsOfManySegmentsAreRankedTogether(field: String, threads: Int) throws {
    var random = RandomLibrary(seed: 21)
    let library = random.library(cases: 40, segments: 5)
    let schema = Schema(of: library)
    let plan = try QueryPlan("sort:\(field)", in: schema, today: DayNumber(rawValue: 0))
    let apart = library.segments.indices.map { index in
      var one = Library(title: "one")
      one.add(files: library.files)
      one.add(LoadedUnit(segment: library.segments[index], files: []))
      return one
    }
    let key = plan.order[0]
    let numbers = OrderKeys(library: library, key: key, cache: nil).numbers(threads: threads)
    // Segments that are ranked alone keep the order among themselves.
    for (index, one) in apart.enumerated() {
      let alone = OrderKeys(library: one, key: key, cache: nil).numbers()
      let first = library.firstRows[index]
      let isSame = alone.indices.allSatisfy { left in
        alone.indices.allSatisfy { right in
          (numbers[first + left] < numbers[first + right]) == (alone[left] < alone[right])
        }
      }
      #expect(isSame)
    }
    // Equal texts of different segments have one number.
    var texts: [UInt64: Set<[UInt8]>] = [:]
    var known: [[UInt8]: Set<UInt64>] = [:]
    for row in 0..<library.caseCount where field == "title" {
      guard let title = try library.decode(row: row).get().title else { continue }
      texts[numbers[row], default: []].insert(Fold.folded(title))
      known[Fold.folded(title), default: []].insert(numbers[row])
    }
    #expect(texts.values.allSatisfy { $0.count == 1 })
    #expect(known.values.allSatisfy { $0.count == 1 })
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

  @Test(arguments: [0, 1, 2, 3_000, 33_000], [1, 70_000, UInt64.max])
  func radixSortKeepsTheOrderOfEqualKeys(count: Int, values: UInt64) {
    var random = SplitMix(seed: 8 &+ values)
    for (threads, share, least) in [(1, 0, UInt64(5)), (2, 1, 1 << 62), (3, 1, 0), (2, 2, 0)] {
      let numbers = least..<least + min(values, .max - least)
      let keys: [UInt64] = (0..<count).map { _ in
        let isNone = Int.random(in: 0..<2, using: &random) < share
        return isNone ? .max : UInt64.random(in: numbers, using: &random)
      }
      var rows = (0..<UInt32(keys.count)).shuffled(using: &random)
      let expected = rows.enumerated()
        .sorted { (keys[Int($0.element)], $0.offset) < (keys[Int($1.element)], $1.offset) }
        .map(\.element)
      RadixSort.sort(&rows, by: keys, threads: threads)
      #expect(rows == expected)
    }
  }
}
