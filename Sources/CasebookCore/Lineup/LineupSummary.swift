/// What happens in listed cases before and after the event they are lined up on, and when.
public struct LineupSummary: Sendable, Equatable {
  /// The events of one type, the one that cases are lined up on aside.
  public struct Kind: Sendable, Equatable {
    /// The type.
    public var type: String
    /// How many cases have one with a first possible day.
    public var caseCount: Int
    /// How many cases have one before.
    public var beforeCount: Int
    /// How many cases have one at the day or after; all on a calendar.
    public var afterCount: Int
    /// The days from the last one before.
    public var before: DayQuartiles?
    /// The days to the first one at the day or after.
    public var after: DayQuartiles?
  }

  /// The types that occur, those of most cases first, then by name.
  public let kinds: [Kind]
  /// How many cases were asked.
  public let caseCount: Int
  /// How far the events reach; nothing where none has a first possible day.
  public let extent: LineupExtent?

  /// Sums up the cases of a selection; those without the event times are counted from are not asked.
  ///
  /// - Complexity: O(events of the cases).
  public init(
    _ origin: LineupOrigin, of selection: Selection, in library: Library, threads: Int = 1
  ) {
    let names = PathTypeNames(library)
    let found = selection.tallies(
      threads: threads, from: LineupTally(origin, types: names.all.count)
    ) { tally, index in
      tally.add(
        library.segments[index], selection.cases(ofSegment: index), numbers: names.numbers[index])
    }
    var extent = found[0].extent
    for tally in found.dropFirst() { extent.add(tally.extent) }
    let groups = (0..<UInt32(names.all.count * 2)).map(\.self)
    let days = DayGroups.quartiles(
      of: found.map { ($0.days, groups) }, count: groups.count, threads: threads)
    let counts = (0..<names.all.count).map { type in found.reduce(0) { $0 + $1.counts[type] } }
    kinds = names.all.indices.filter { counts[$0] > 0 }.map { type in
      let (before, after) = (days[type * 2], days[type * 2 + 1])
      return Kind(
        type: names.all[type], caseCount: counts[type], beforeCount: before?.count ?? 0,
        afterCount: origin.anchor == nil ? counts[type] : after?.count ?? 0, before: before,
        after: after)
    }.sorted { left, right in
      left.caseCount == right.caseCount
        ? left.type.utf8.lexicographicallyPrecedes(right.type.utf8)
        : left.caseCount > right.caseCount
    }
    caseCount = found.reduce(0) { $0 + $1.caseCount }
    self.extent = extent.extent
  }
}
