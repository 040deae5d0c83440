import Dispatch
import Synchronization

// Hot path: the days of some millions of steps are put in groups and ranked here.

/// Numbers of days in groups, from which the quartiles of each group are found.
struct DayGroups: Sendable {
  /// The group in the high half, the days in the low one.
  private(set) var entries: [UInt64] = []

  /// Adds a number of days, from 0, to a group.
  @inline(__always)
  mutating func add(_ days: UInt32, to group: UInt32) {
    entries.append(UInt64(group) << 32 | UInt64(days))
  }

  /// Makes room for so many more entries.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(entries.count + count)
  }

  /// The quartiles of each group of several collections.
  ///
  /// - Parameters:
  ///   - collections: Entries, and for each group of theirs its number in the result.
  ///   - count: How many groups the result has.
  ///   - threads: How many threads may work.
  /// - Returns: For each group its quartiles; nothing where it is empty.
  static func quartiles(
    of collections: [(days: DayGroups, groups: [UInt32])], count: Int, threads: Int
  ) -> [DayQuartiles?] {
    let (starts, days) = grouped(collections, count: count)
    let strands = max(1, threads)
    let found = Mutex([DayQuartiles?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      var ranking = DayRanking()
      var own: [(Int, DayQuartiles)] = []
      for group in stride(from: strand, to: count, by: strands) {
        let range = starts[group]..<starts[group + 1]
        if !range.isEmpty { own.append((group, ranking.quartiles(of: days, in: range))) }
      }
      found.withLock { found in for (group, quartiles) in own { found[group] = quartiles } }
    }
    return found.withLock { $0 }
  }

  /// The days of all groups one after the other, and where each group begins.
  private static func grouped(
    _ collections: [(days: DayGroups, groups: [UInt32])], count: Int
  ) -> (starts: [Int], days: [UInt32]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for (collection, groups) in collections {
      for entry in collection.entries { starts[Int(groups[Int(entry >> 32)]) + 1] += 1 }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    let total = starts[count]
    let days = [UInt32](unsafeUninitializedCapacity: total) { buffer, filled in
      next.withUnsafeMutableBufferPointer { next in
        for (collection, groups) in collections {
          for entry in collection.entries {
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
  private var counts = [UInt32](repeating: 0, count: Self.countedDays)

  /// Numbers below this, some 180 years, are counted rather than sorted.
  private static let countedDays = 1 << 16
  /// In smaller groups sorting is quicker than going through the counts.
  private static let leastCounted = 64

  mutating func quartiles(of days: [UInt32], in range: Range<Int>) -> DayQuartiles {
    let greatest = days[range].max() ?? 0
    guard range.count >= Self.leastCounted, greatest < Self.countedDays else {
      let sorted = days[range].sorted()
      return DayQuartiles(count: sorted.count) { Int(sorted[$0]) }
    }
    for day in days[range] { counts[Int(day)] += 1 }
    var found: [Int: Int] = [:]
    var ranks = DayQuartiles.ranks(of: range.count)[...]
    var before = 0
    for day in 0...Int(greatest) {
      let upTo = before + Int(counts[day])
      while let rank = ranks.first, rank < upTo {
        found[rank] = day
        ranks.removeFirst()
      }
      before = upTo
      counts[day] = 0
    }
    return DayQuartiles(count: range.count) { found[$0] ?? 0 }
  }
}
