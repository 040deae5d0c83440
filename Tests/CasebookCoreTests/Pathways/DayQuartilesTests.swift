import Testing

@testable import CasebookCore

struct DayQuartilesTests {
  @Test(arguments: [
    ([5], 5, 5, 5), ([1, 2], 1.25, 1.5, 1.75), ([3, 1, 2], 1.5, 2, 2.5),
    ([4, 1, 3, 2], 1.75, 2.5, 3.25), ([0, 0, 0, 100], 0, 0, 25),
  ])
  func quartilesLieBetweenTheNumbers(
    numbers: [Int], first: Double, median: Double, third: Double
  ) throws {
    let quartiles = try #require(DayQuartiles(of: numbers))
    #expect([quartiles.first, quartiles.median, quartiles.third] == [first, median, third])
    #expect(quartiles.count == numbers.count)
  }

  @Test func nothingHasNoQuartiles() {
    #expect(DayQuartiles(of: [Int]()) == nil)
  }

  @Test(arguments: [1, 63, 64, 65, 1_000, 9_000], [0, 100, 65_535, 65_536, 4_000_000_000])
  func groupsHaveTheQuartilesOfTheirNumbers(count: Int, greatest: Int) {
    var random = SplitMix(seed: UInt64(count + greatest))
    var days = DayGroups()
    var other = DayGroups()
    // Groups behind those that have lists are told apart too.
    let groups = [0, 1, 2, DayLists.count - 1, DayLists.count, DayLists.count + 1]
    let last = groups.count - 1
    var numbers = [[Int]](repeating: [], count: groups.count + 1)
    for _ in 0..<count {
      let group = Int.random(in: 0...last, using: &random)
      let day = Int.random(in: 0...greatest, using: &random)
      numbers[group].append(day)
      if Bool.random(using: &random) {
        days.add(UInt32(day), to: UInt32(groups[group]))
      } else {
        other.add(UInt32(day), to: UInt32(groups[last - group]))
      }
    }
    // What the groups are in the result; all others are the last one, which stays empty.
    let first = (0...groups[last]).map { groups.firstIndex(of: $0) ?? groups.count }
    let second = (0...groups[last]).map { group in
      groups.firstIndex(of: group).map { last - $0 } ?? groups.count
    }
    let found = DayGroups.quartiles(
      of: [(days, first.map(UInt32.init)), (other, second.map(UInt32.init))],
      count: numbers.count, threads: 2)
    #expect(found == numbers.map { DayQuartiles(of: $0) })
  }

  /// The last is more than there is room for at first.
  @Test(arguments: [0, 1, 507, 508, 509, 5_000, 2_200_000]) func listsKeepTheirNumbers(count: Int) {
    let lists = DayLists()
    for number in 0..<count {
      lists.add(UInt16(truncatingIfNeeded: number), to: 7)
      if number % 3 == 0 { lists.add(UInt16.max, to: 8) }
    }
    for (list, expected) in [
      (7, (0..<count).map { UInt16(truncatingIfNeeded: $0) }.sorted()),
      (8, Array(repeating: UInt16.max, count: (count + 2) / 3)), (9, []),
    ] {
      var found: [UInt16] = []
      lists.visit(list) { found += $0 }
      #expect(found.sorted() == expected)
    }
  }
}
