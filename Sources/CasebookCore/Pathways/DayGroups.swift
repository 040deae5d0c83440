import Dispatch
import Synchronization

// Hot path: the days of some millions of steps are counted here.

/// Numbers of days in groups, from which the quartiles of each group are found.
struct DayGroups: Sendable {
  /// What is usual: days of some 180 years in the groups met first.
  private let lists = DayLists()
  /// The others one by one: the group in the high half, the days in the low one.
  private(set) var rest: [UInt64] = []

  /// Adds a number of days, from 0, to a group.
  @inline(__always)
  mutating func add(_ days: UInt32, to group: UInt32) {
    if group < DayLists.count, days <= UInt16.max {
      lists.add(UInt16(truncatingIfNeeded: days), to: Int(group))
    } else {
      rest.append(UInt64(group) << 32 | UInt64(days))
    }
  }

  /// The quartiles of each group of several collections.
  ///
  /// - Parameters:
  ///   - collections: Numbers, and for each group of theirs its number in the result.
  ///   - count: How many groups the result has.
  ///   - threads: How many threads may work.
  /// - Returns: For each group its quartiles; nothing where it is empty.
  static func quartiles(
    of collections: [(days: DayGroups, groups: [UInt32])], count: Int, threads: Int
  ) -> [DayQuartiles?] {
    let (starts, rest) = grouped(collections, count: count)
    var parts = [[(lists: DayLists, list: Int)]](repeating: [], count: count)
    for (days, groups) in collections {
      for (list, group) in groups.prefix(DayLists.count).enumerated() {
        parts[Int(group)].append((days.lists, list))
      }
    }
    let next = Atomic(0)
    let found = Mutex([DayQuartiles?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { [parts] _ in
      var ranking = DayRanking()
      var own: [(Int, DayQuartiles)] = []
      while case let group = next.add(1, ordering: .relaxed).oldValue, group < count {
        for part in parts[group] { part.lists.visit(part.list) { ranking.add($0) } }
        for days in rest[starts[group]..<starts[group + 1]] { ranking.add(days) }
        if let quartiles = ranking.takeQuartiles() { own.append((group, quartiles)) }
      }
      found.withLock { found in for (group, quartiles) in own { found[group] = quartiles } }
    }
    return found.withLock { $0 }
  }

  /// The days that are in no list, of all groups one after the other, and where each group begins.
  private static func grouped(
    _ collections: [(days: DayGroups, groups: [UInt32])], count: Int
  ) -> (starts: [Int], days: [UInt32]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for (days, groups) in collections {
      for entry in days.rest { starts[Int(groups[Int(entry >> 32)]) + 1] += 1 }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    let total = starts[count]
    let days = [UInt32](unsafeUninitializedCapacity: total) { buffer, filled in
      next.withUnsafeMutableBufferPointer { next in
        for (days, groups) in collections {
          for entry in days.rest {
            let group = Int(groups[Int(entry >> 32)])
            buffer[next[group]] = UInt32(truncatingIfNeeded: entry)
            next[group] += 1
          }
        }
      }
      filled = total
    }
    return (starts, days)
  }
}

/// Finds the quartiles of one group after the other in memory it keeps.
private struct DayRanking {
  /// How often each number stands in the group at hand; all 0 in between.
  private var counts = [UInt32](repeating: 0, count: Int(UInt16.max) + 1)
  /// One more than the greatest that is counted.
  private var end = 0
  /// The numbers that are not counted.
  private var others: [UInt32] = []
  private var total = 0

  /// Fewer numbers are sorted, which is quicker than going through the counts.
  private static let leastCounted = 64

  mutating func add(_ days: UnsafeBufferPointer<UInt16>) {
    guard days.count >= Self.leastCounted else {
      for day in days { add(UInt32(day)) }
      return
    }
    counts.withUnsafeMutableBufferPointer { counts in
      for day in days { counts[Int(day)] += 1 }
    }
    total += days.count
    end = max(end, Int(days.max() ?? 0) + 1)
  }

  mutating func add(_ day: UInt32) {
    others.append(day)
    total += 1
  }

  /// The quartiles of what was added, which is forgotten; nothing where that is nothing.
  mutating func takeQuartiles() -> DayQuartiles? {
    guard total > 0 else { return nil }
    defer {
      others.removeAll(keepingCapacity: true)
      (total, end) = (0, 0)
    }
    others.sort()
    var search = RankSearch(DayQuartiles.ranks(of: total))
    var next = 0
    for day in 0..<end where counts[day] > 0 {
      while next < others.count, others[next] <= day {
        search.pass(Int(others[next]), 1)
        next += 1
      }
      search.pass(day, Int(counts[day]))
      counts[day] = 0
    }
    for day in others[next...] { search.pass(Int(day), 1) }
    return DayQuartiles(count: total) { search.found[$0] ?? 0 }
  }
}
