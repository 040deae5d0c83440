import Dispatch
import Synchronization

/// How many listed cases have an event of each type in each column of an axis.
///
/// An event counts in the column of its first possible day; the one that cases are lined up on does
/// not count.
public struct SummaryBand: Sendable, Equatable {
  /// The events of one type.
  public struct Row: Sendable, Equatable {
    /// The type.
    public var type: String
    /// How many cases have one in each column.
    public var counts: [Int]
  }

  /// A row for each type that occurs, in the order they were first met.
  public let rows: [Row]

  /// Counts the cases that were summed up.
  ///
  /// - Complexity: O(days of the events), and O(events behind others of their type).
  public init(_ summary: LineupSummary, on axis: LineupAxis) {
    let columns = DayColumns(axis)
    let parts = Mutex<[[Int]]>([])
    DispatchQueue.concurrentPerform(iterations: summary.days.count) { part in
      let counts = summary.days[part].counts(in: columns)
      parts.withLock { $0.append(counts) }
    }
    // Where no segment was looked at, nothing was counted.
    let found = parts.withLock(\.self).filter { !$0.isEmpty }
    rows = summary.names.enumerated().compactMap { type, name in
      let counts = (0..<columns.count).map { column in
        found.reduce(0) { $0 + $1[type * columns.count + column] }
      }
      return counts.allSatisfy { $0 == 0 } ? nil : Row(type: name, counts: counts)
    }
  }

  /// The counts of a type; nothing where no event of it counts.
  public func counts(of type: String) -> [Int]? {
    rows.first { $0.type == type }?.counts
  }
}
