/// What happens in listed cases before and after the event they are lined up on, and when.
public struct LineupSummary: Sendable {
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
  /// Which cases were lined up on an event; nothing on a calendar.
  public let alignment: Alignment?
  /// The names of the types by number, and what is known of their days, for bands.
  let (names, days): ([String], [LineupDays])

  /// Sums up the cases of a selection; those without the event times are counted from are not asked.
  ///
  /// - Complexity: O(events of the cases).
  public init(
    _ origin: LineupOrigin, of selection: Selection, in library: Library, threads: Int = 1
  ) {
    let names = PathTypeNames(library).all
    let found = selection.lineup(origin, in: library, threads: threads)
    let days = found.map(\.days)
    let ranks = LineupRanks(days, types: names.count)
    let counts = ranks.caseCounts
    let isCalendar = origin == .calendar
    let quartiles = isCalendar ? [] : ranks.quartiles
    kinds = names.indices.filter { counts[$0] > 0 }.map { type in
      let (before, after) = isCalendar ? (nil, nil) : quartiles[type]
      return Kind(
        type: names[type], caseCount: counts[type], beforeCount: before?.count ?? 0,
        afterCount: isCalendar ? counts[type] : after?.count ?? 0, before: before, after: after)
    }.sorted { left, right in
      left.caseCount == right.caseCount
        ? left.type.utf8.lexicographicallyPrecedes(right.type.utf8)
        : left.caseCount > right.caseCount
    }
    caseCount = found.reduce(0) { $0 + $1.caseCount }
    extent = ranks.extent
    alignment = origin.anchor.map { Alignment(on: $0, of: selection, found) }
    (self.names, self.days) = (names, days)
  }
}

extension LineupSummary: Equatable {
  /// Whether two tell the same.
  public static func == (left: LineupSummary, right: LineupSummary) -> Bool {
    left.kinds == right.kinds && left.caseCount == right.caseCount && left.extent == right.extent
  }
}
