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

  /// Counts the cases of a selection.
  ///
  /// - Complexity: O(events of the cases).
  public init(
    _ origin: LineupOrigin, on axis: LineupAxis, of selection: Selection, in library: Library,
    threads: Int = 1
  ) {
    let names = PathTypeNames(library)
    let strands = max(1, min(threads, selection.segmentCount))
    let empty = BandTally(origin, axis, types: names.all.count)
    let tallies = Mutex([BandTally](repeating: empty, count: strands))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      var tally = empty
      for index in stride(from: strand, to: selection.segmentCount, by: strands) {
        tally.add(
          library.segments[index], selection.cases(ofSegment: index),
          numbers: names.numbers[index])
      }
      tallies.withLock { [tally] in $0[strand] = tally }
    }
    let found = tallies.withLock { $0 }
    let columns = axis.axis.columns.count
    rows = names.all.enumerated().compactMap { type, name in
      let counts = (0..<columns).map { column in
        found.reduce(0) { $0 + Int($1.counts[type * columns + column]) }
      }
      return counts.allSatisfy { $0 == 0 } ? nil : Row(type: name, counts: counts)
    }
  }

  /// The counts of a type; nothing where no event of it counts.
  public func counts(of type: String) -> [Int]? {
    rows.first { $0.type == type }?.counts
  }
}
