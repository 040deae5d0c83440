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

  @Test(arguments: [1, 63, 64, 65, 1_000], [100, 65_535, 65_536, 4_000_000_000])
  func groupsHaveTheQuartilesOfTheirNumbers(count: Int, greatest: Int) {
    var random = SplitMix(seed: UInt64(count + greatest))
    var days = DayGroups()
    var other = DayGroups()
    var numbers: [[Int]] = [[], [], []]
    for _ in 0..<count {
      let group = Int.random(in: 0...2, using: &random)
      let day = Int.random(in: 0...greatest, using: &random)
      numbers[group].append(day)
      if Bool.random(using: &random) {
        days.add(UInt32(day), to: UInt32(group))
      } else {
        other.add(UInt32(day), to: UInt32(2 - group))
      }
    }
    let found = DayGroups.quartiles(
      of: [(days, [0, 1, 2]), (other, [2, 1, 0])], count: 3, threads: 2)
    #expect(found == numbers.map { DayQuartiles(of: $0) })
  }
}
