/// A day of the proleptic Gregorian calendar, counted from 1 January 1970, which is day 0.
///
/// Days run from `min` to `max`, some 5.8 million years either way. The few numbers outside are
/// free for columns that mark an unbounded or a missing day (`DateSpan`).
public struct DayNumber: RawRepresentable, Sendable, Hashable, Comparable {
  /// Days since 1 January 1970; negative before it.
  public let rawValue: Int32

  /// Makes a day of its number.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Whether one day is before another.
  public static func < (left: DayNumber, right: DayNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The days something may have happened on, both ends included; a missing end is unbounded.
public struct DayRange: Sendable, Hashable {
  /// The first possible day, or nothing where the past is open.
  public var earliest: DayNumber?
  /// The last possible day, or nothing where the future is open.
  public var latest: DayNumber?

  /// Makes a range of days.
  public init(earliest: DayNumber?, latest: DayNumber?) {
    self.earliest = earliest
    self.latest = latest
  }
}
