extension DayInterval {
  /// Makes the time from the first to the last day of some dates, as the tightest range that holds
  /// it for all days they may mean.
  ///
  /// Returns `nil` if it cannot be told: a date is marked or lacks an end, or there is one date
  /// alone that does not last.
  public init?(extentOf dates: [CalendarDate]) {
    let ends = dates.compactMap(DateEnds.init)
    guard ends.count == dates.count, ends.count > 1 || ends.contains(where: \.lasts),
      let lastStart = ends.map(\.latestStart).min(), let firstEnd = ends.map(\.earliestEnd).max(),
      let (first, last) = DateEnds.widest(ends)
    else { return nil }
    self.init(
      from: DayRange(earliest: first, latest: max(first, lastStart)),
      to: DayRange(earliest: min(firstEnd, last), latest: last), isForward: true)
  }
}

/// The bounds of both ends of a date.
private struct DateEnds {
  let earliestStart: DayNumber
  let latestStart: DayNumber
  let earliestEnd: DayNumber
  let latestEnd: DayNumber
  let lasts: Bool

  init?(_ date: CalendarDate) {
    guard let earliestStart = date.sureStartDays.earliest,
      let latestStart = date.sureStartDays.latest,
      let earliestEnd = date.sureEndDays.earliest, let latestEnd = date.sureEndDays.latest
    else { return nil }
    (self.earliestStart, self.latestStart) = (earliestStart, latestStart)
    (self.earliestEnd, self.latestEnd) = (earliestEnd, latestEnd)
    lasts = date.isInterval
  }

  /// The first and the last day that dates can lie apart at most.
  ///
  /// A single date is one day: it cannot be the first day and the last at once, so then the second
  /// on one of the sides counts.
  static func widest(_ all: [DateEnds]) -> (DayNumber, DayNumber)? {
    let starts = all.indices.sorted { all[$0].earliestStart < all[$1].earliestStart }.prefix(2)
    let ends = all.indices.sorted { all[$1].latestEnd < all[$0].latestEnd }.prefix(2)
    let pairs = starts.flatMap { start in ends.map { (start, $0) } }
      .filter { $0.0 != $0.1 || all[$0.0].lasts }
    return pairs.map { (all[$0.0].earliestStart, all[$0.1].latestEnd) }
      .max { $0.0.distance(to: $0.1) < $1.0.distance(to: $1.1) }
  }
}
