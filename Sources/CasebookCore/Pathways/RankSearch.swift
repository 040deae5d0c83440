/// Finds the numbers of some ranks among numbers that are passed in order.
struct RankSearch {
  private var ranks: ArraySlice<Int>
  private var passed = 0
  private(set) var found: [Int: Int] = [:]

  /// Looks for ranks from 0.
  init(_ ranks: [Int]) {
    self.ranks = Set(ranks).sorted()[...]
  }

  /// Whether all were found.
  var isOver: Bool { ranks.isEmpty }

  /// Passes a number that stands there so often.
  mutating func pass(_ number: Int, _ count: Int) {
    passed += count
    while let rank = ranks.first, rank < passed {
      found[rank] = number
      ranks.removeFirst()
    }
  }
}
