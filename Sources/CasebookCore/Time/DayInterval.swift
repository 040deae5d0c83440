/// The time from one date to another: exact, a range, or unknown.
///
/// Every length that is said goes through here. Partial dates give the tightest range that holds
/// the length for all days they may mean. A date marked `?`, `~` or `%` may be wrong and gives no
/// length at all.
public struct DayInterval: Sendable, Hashable {
  /// The days it may begin on.
  public let from: DayRange
  /// The days it may end on.
  public let to: DayRange
  /// Whether it cannot end before it begins, whatever the days say.
  public let isForward: Bool

  /// Makes an interval between two ranges of days.
  public init(from: DayRange, to: DayRange, isForward: Bool = false) {
    self.from = from
    self.to = to
    self.isForward = isForward
  }

  /// Makes the interval from one date to another, each counted from its start.
  public init(from: CalendarDate, to: CalendarDate) {
    self.init(from: from.sureStartDays, to: to.sureStartDays)
  }

  /// Makes the interval that a date with two ends spans; nothing for a date that has not two ends.
  public init?(of date: CalendarDate) {
    guard date.isInterval else { return nil }
    self.init(from: date.sureStartDays, to: date.sureEndDays, isForward: true)
  }

  /// The same interval the other way round.
  public var reversed: DayInterval {
    DayInterval(from: to, to: from)
  }

  /// The number of days from the first to the second; negative where the second is earlier.
  public var days: DayCount {
    switch (fewestDays, mostDays) {
    case (let fewest?, let most?): fewest == most ? .exact(fewest) : .range(fewest...most)
    case (let fewest?, nil): .atLeast(fewest)
    case (nil, let most?): .atMost(most)
    case (nil, nil): .unknown
    }
  }

  /// Whether anything can be said of the length.
  public var isKnown: Bool {
    switch days {
    case .exact, .range: true
    case .atLeast(let days): days > 0
    case .atMost(let days): days < 0
    case .unknown: false
    }
  }

  /// The length from the last possible first day to the first possible second one.
  public var shortest: CalendarLength? {
    guard let first = from.latest, let second = to.earliest else { return nil }
    return isForward && second < first ? .zero : CalendarLength(from: first, to: second)
  }

  /// The length from the first possible first day to the last possible second one.
  public var longest: CalendarLength? {
    guard let first = from.earliest, let second = to.latest else { return nil }
    return isForward && second < first ? .zero : CalendarLength(from: first, to: second)
  }

  private var fewestDays: Int? {
    guard let first = from.latest, let second = to.earliest else { return isForward ? 0 : nil }
    let days = first.distance(to: second)
    return isForward ? max(0, days) : days
  }

  private var mostDays: Int? {
    guard let first = from.earliest, let second = to.latest else { return nil }
    let days = first.distance(to: second)
    return isForward ? max(0, days) : days
  }
}

/// A number of days as far as it is known.
public enum DayCount: Sendable, Hashable {
  /// So many.
  case exact(Int)
  /// From so many to so many.
  case range(ClosedRange<Int>)
  /// So many or more.
  case atLeast(Int)
  /// So many or fewer.
  case atMost(Int)
  /// Any number.
  case unknown
}

extension DateSpan {
  /// Days from the first possible day of this date to the first possible day of the other, which is
  /// how the filter language counts gaps; nothing where either is missing, unbounded or too far.
  public func gap(to other: DateSpan) -> Int? {
    guard let first = firstCountableDay, let second = other.firstCountableDay else { return nil }
    return first.distance(to: second)
  }

  /// The first possible day, where there is one and it is exact.
  public var firstCountableDay: DayNumber? {
    flags.contains(.beyondCountableDays) ? nil : earliestDay
  }
}
