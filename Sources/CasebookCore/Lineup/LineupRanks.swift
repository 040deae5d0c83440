/// What the days that several threads counted tell together.
struct LineupRanks {
  private let types: Int
  /// The days that are counted, and for each type, and last for all else, how often each occurs.
  private let near: Range<Int>
  private var counts: [[UInt32]]
  /// The events on other days.
  private let far: [(row: UInt32, day: Int32)]
  private let both: [LineupDays.Pair]
  private let (first, last): (Int, Int)

  /// Sums up the days of some types.
  init(_ parts: [LineupDays], types: Int) {
    self.types = types
    let ranges = parts.map(\.nearDays).filter { !$0.isEmpty }
    let low = ranges.map(\.lowerBound).min() ?? 0
    near = low..<(ranges.map(\.upperBound).max() ?? low)
    counts = Array(repeating: Array(repeating: 0, count: near.count), count: types + 1)
    for part in parts {
      for row in 0...types { part.addCounts(ofRow: row, from: low, to: &counts[row]) }
    }
    far = parts.flatMap(\.far)
    both = parts.flatMap(\.both)
    first = parts.map(\.first).min() ?? .max
    last = parts.map(\.last).max() ?? .min
  }

  /// How many cases have an event of each type.
  var caseCounts: [Int] {
    var cases = counts.prefix(types).map { row in Int(row.reduce(0, &+)) }
    for event in far where event.row < types { cases[Int(event.row)] += 1 }
    for pair in both { cases[Int(pair.type)] -= 1 }
    return cases
  }

  /// The quartiles of the days from the nearest events of each type to the origin on both sides.
  var quartiles: [(before: DayQuartiles?, after: DayQuartiles?)] {
    var far = [[Int]](repeating: [], count: types)
    for event in self.far where event.row < types {
      far[Int(event.row)].append(Int(event.day))
    }
    let before = near.clamped(to: Int.min..<0)
    let after = near.clamped(to: 0..<Int.max)
    return (0..<types).map { type in
      let days = far[type].sorted()
      let split = days.firstIndex { $0 >= 0 } ?? days.count
      return (
        quartiles(ofType: type, before.reversed(), days[..<split].reversed()),
        quartiles(ofType: type, after, days[split...])
      )
    }
  }

  /// The quartiles of the distances of days, which come from the origin outwards.
  private func quartiles(
    ofType type: Int, _ near: some Collection<Int>, _ far: some Collection<Int>
  ) -> DayQuartiles? {
    let counts = counts[type]
    let total = near.reduce(far.count) { $0 + Int(counts[$1 - self.near.lowerBound]) }
    if total == 0 { return nil }
    var search = RankSearch(DayQuartiles.ranks(of: total))
    for day in near where !search.isOver {
      search.pass(abs(day), Int(counts[day - self.near.lowerBound]))
    }
    for day in far { search.pass(abs(day), 1) }
    return DayQuartiles(count: total) { search.found[$0] ?? 0 }
  }

  /// How far the events reach; nothing where there are none.
  var extent: LineupExtent? {
    guard first <= last else { return nil }
    let far = far.map { Int($0.day) }.sorted()
    var sums = [UInt32](repeating: 0, count: near.count)
    for row in counts {
      for index in sums.indices { sums[index] &+= row[index] }
    }
    let total = sums.reduce(far.count) { $0 + Int($1) }
    // Of a few days one at each side is a tenth too.
    let tenth = total < 4 ? 0 : max(1, total / 10)
    let ranks = [tenth, total - 1 - tenth]
    var search = RankSearch(ranks)
    for day in far where day < 0 { search.pass(day, 1) }
    for (day, count) in zip(near, sums) { search.pass(day, Int(count)) }
    for day in far where day >= 0 { search.pass(day, 1) }
    return LineupExtent(
      first: first, low: search.found[ranks[0]] ?? first, high: search.found[ranks[1]] ?? last,
      last: last)
  }
}
