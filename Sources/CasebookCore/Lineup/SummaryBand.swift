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
    let found = selection.tallies(
      threads: threads, from: BandTally(origin, axis, types: names.all.count)
    ) { tally, index in
      tally.add(
        library.segments[index], selection.cases(ofSegment: index), numbers: names.numbers[index])
    }
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
