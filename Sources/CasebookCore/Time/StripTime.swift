/// A minute of the clock as written, counted from 1 January 1970, 00:00, which is 0.
///
/// The strip counts in minutes so that days and moments share one axis; zones are not applied, as
/// nowhere else.
public struct StripTime: RawRepresentable, Sendable, Hashable, Comparable {
  /// Minutes since 1 January 1970, 00:00; negative before it.
  public let rawValue: Int

  /// Makes a minute of its number.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Makes the first minute of a day.
  public init(_ day: DayNumber) {
    rawValue = Int(day.rawValue) * StripTime.minutesOfDay
  }

  /// Makes the first minute of a day of the calendar, at most that of the last countable day.
  init(year: Int, month: Int = 1) {
    self.init(DayNumber(clampingYear: year, month: month, day: 1))
  }

  /// The minutes of a day.
  static let minutesOfDay = 1_440

  /// The day it belongs to.
  public var day: DayNumber {
    let (days, rest) = rawValue.quotientAndRemainder(dividingBy: StripTime.minutesOfDay)
    return DayNumber(rawValue: 0).advanced(by: rest < 0 ? days - 1 : days)
  }

  /// Minutes from midnight, 0 to 1,439.
  public var minuteOfDay: Int {
    rawValue - StripTime(day).rawValue
  }

  /// The minute that many minutes later.
  public func advanced(by minutes: Int) -> StripTime {
    StripTime(rawValue: rawValue + minutes)
  }

  /// How many minutes later the other minute is; negative where it is earlier.
  public func distance(to other: StripTime) -> Int {
    other.rawValue - rawValue
  }

  /// Whether one minute is before another.
  public static func < (left: StripTime, right: StripTime) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A stretch of time: its first minute, and the minute after its last.
public typealias StripRange = Range<StripTime>

extension Range<StripTime> {
  /// The days from the first to the last, both whole.
  public init(days first: DayNumber, _ last: DayNumber) {
    let start = StripTime(first)
    self = start..<Swift.max(start, StripTime(last)).advanced(by: StripTime.minutesOfDay)
  }

  /// Its length in minutes.
  public var minutes: Int { lowerBound.distance(to: upperBound) }

  /// Its last minute.
  var last: StripTime { upperBound.advanced(by: -1) }

  /// The minute halfway.
  var middle: StripTime { lowerBound.advanced(by: minutes / 2) }

  /// The shortest stretch that holds both.
  func union(_ other: StripRange) -> StripRange {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
