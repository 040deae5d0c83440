/// The clock time of a moment, as written.
///
/// Times compare by what the clock showed, whatever the zone: 23:59:60, a leap second, comes after
/// 23:59:59, and 24:00:00, the end of the written day, after both.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// The hour, 0 to 24; 24 only for 24:00:00.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 60; nothing where only hour and minute are written.
  public let second: Int?
  /// Billionths of a second; written digits beyond the ninth are not counted.
  public let nanosecond: Int
  /// The distance from UTC; nothing where no zone is written.
  public let zone: TimeZoneOffset?

  /// Seconds from midnight of the written day, 0 to 86,400.
  public var secondsFromMidnight: Int {
    hour * 3_600 + minute * 60 + (second ?? 0)
  }

  /// Whether the clock showed the left time before the right one; a time without seconds is before
  /// the same one with them.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.order < right.order
  }

  /// Whether both are written to the same time and zone.
  public static func == (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.order == right.order
  }

  /// Feeds what tells times apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hour)
    hasher.combine(minute)
    hasher.combine(second)
    hasher.combine(nanosecond)
  }

  private var order: (Int, Int, Int, Int, Int) {
    (hour, minute, second ?? -1, nanosecond, zone.map(\.order) ?? Int.min)
  }
}

/// The distance of a written time from UTC.
public enum TimeZoneOffset: Sendable, Hashable {
  /// `Z`.
  case utc
  /// Minutes east of UTC, -720 (-12:00) to 840 (+14:00), the range in civil use.
  case minutes(Int)
  /// `-00:00`: the time is UTC, the place is not known (RFC 3339, section 4.3).
  case unknownPlace

  /// Minutes east of UTC.
  public var minutesEast: Int {
    switch self {
    case .utc, .unknownPlace: 0
    case .minutes(let minutes): minutes
    }
  }

  /// A rank that differs wherever two offsets differ.
  fileprivate var order: Int {
    switch self {
    case .utc: 0
    case .unknownPlace: 1
    case .minutes(let minutes): 2 + minutes + 720
    }
  }
}
