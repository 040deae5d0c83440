/// A named interval of a case: from one event of its chronology to another.
public struct CaseInterval: Sendable, Hashable {
  /// Which interval it is.
  public var name: NamedInterval
  /// The event it begins with, by its place in the chronology.
  public var from: Int
  /// The event it ends with, by its place in the chronology; nothing where it goes on.
  public var to: Int?
  /// The days between, as a range where the dates are partial.
  public var interval: DayInterval
  /// Whether it goes on, and was counted to the day that was asked about.
  public var isSoFar = false
}

/// The intervals of one case.
///
/// Events are put in order by their first possible days; what lasts counts from its start; the same
/// day counts as following. An interval runs to the first event that follows; of several that lead
/// to the same event, the one that began first stands. Its length is a ``DayInterval``.
public struct CaseIntervals: Sendable, Hashable {
  /// The named intervals, in the order of their beginnings.
  public let named: [CaseInterval]
  /// For each event, by its place in the chronology, what lies between it and the event before.
  public let sinceBefore: [EventGap?]
  /// The day that what goes on was counted to.
  public let asOf: DayNumber?

  /// Finds the intervals of a chronology.
  ///
  /// What goes on is counted to the day `asOf`; without one, it is left out.
  public init(
    _ chronology: [Event], names: [NamedInterval] = NamedInterval.standard,
    asOf: DayNumber? = nil
  ) {
    let finder = CaseIntervalFinder(chronology, asOf: asOf)
    named = finder.intervals(names)
    sinceBefore = chronology.indices.map { finder.gap(before: $0) }
    self.asOf = asOf
  }

  /// The named intervals whose length is known, without those between events for which another name
  /// was told already: time at liberty that ended with an arrest by ICE is a release to an arrest by
  /// ICE.
  public var told: [CaseInterval] {
    var seen: Set<[Int?]> = []
    return named.filter { $0.interval.isKnown && seen.insert([$0.from, $0.to]).inserted }
  }
}

/// The time between an event and the one before it.
public struct EventGap: Sendable, Hashable {
  /// The event before, by its place in the chronology: the nearest with a start to count from.
  public var before: Int
  /// The days between, as a range where the dates are partial.
  public var interval: DayInterval
  /// The days from the first possible day of one to the first possible day of the other.
  public var days: Int
}
