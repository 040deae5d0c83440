/// What the days that several threads counted tell together.
extension [LineupDays] {
  /// How many cases have an event of each type.
  func caseCounts(types: Int) -> [Int] {
    var counts = (0..<types).map { type in nearDays.reduce(0) { $0 + count(ofRow: type, at: $1) } }
    for part in self {
      for event in part.far where event.row < types { counts[Int(event.row)] += 1 }
      for pair in part.both { counts[Int(pair.type)] -= 1 }
    }
    return counts
  }

  /// The quartiles of the days from the nearest events of each type to the origin on both sides.
  func quartiles(types: Int) -> [(before: DayQuartiles?, after: DayQuartiles?)] {
    var far = [[Int]](repeating: [], count: types)
    for event in flatMap(\.far) where event.row < types {
      far[Int(event.row)].append(Int(event.day))
    }
    let near = nearDays
    return (0..<types).map { type in
      let days = far[type].sorted()
      let split = days.firstIndex { $0 >= 0 } ?? days.count
      let before: [Int] = near.clamped(to: Int.min..<0).reversed()
      let after = near.clamped(to: 0..<Int.max).map(\.self)
      return (
        quartiles(ofType: type, before, days[..<split].reversed()),
        quartiles(ofType: type, after, days[split...].map(\.self))
      )
    }
  }

  /// The quartiles of the distances of days, which come from the origin outwards.
  private func quartiles(ofType type: Int, _ near: [Int], _ far: [Int]) -> DayQuartiles? {
    let counts = near.map { count(ofRow: type, at: $0) }
    let total = counts.reduce(far.count, +)
    if total == 0 { return nil }
    var search = RankSearch(DayQuartiles.ranks(of: total))
    for (day, count) in zip(near, counts) where !search.isOver { search.pass(abs(day), count) }
    for day in far { search.pass(abs(day), 1) }
    return DayQuartiles(count: total) { search.found[$0] ?? 0 }
  }

  /// How far the events reach; nothing where there are none.
  var extent: LineupExtent? {
    guard let first = map(\.first).min(), let last = map(\.last).max(), first <= last else {
      return nil
    }
    let far = flatMap(\.far).map { Int($0.day) }.sorted()
    let near = nearDays.map { day in
      reduce(0) { sum, part in
        (0...part.types).reduce(sum) { $0 + part.count(ofRow: $1, at: day) }
      }
    }
    let total = near.reduce(far.count, +)
    // Of a few days one at each side is a tenth too.
    let tenth = total < 4 ? 0 : Swift.max(1, total / 10)
    let ranks = [tenth, total - 1 - tenth]
    var search = RankSearch(ranks)
    for day in far where day < 0 { search.pass(day, 1) }
    for (day, count) in zip(nearDays, near) { search.pass(day, count) }
    for day in far where day >= 0 { search.pass(day, 1) }
    return LineupExtent(
      first: first, low: search.found[ranks[0]] ?? first, high: search.found[ranks[1]] ?? last,
      last: last)
  }

  // MARK: - Help

  private var nearDays: Range<Int> {
    let ranges = map(\.nearDays).filter { !$0.isEmpty }
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
      return 0..<0
    }
    return low..<high
  }

  private func count(ofRow row: Int, at day: Int) -> Int {
    reduce(0) { $0 + $1.count(ofRow: row, at: day) }
  }
}
