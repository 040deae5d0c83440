/// The days a date may mean and what kind of date it is, small enough for a column.
///
/// The whole date with its text and ends is `CalendarDate`; both agree on everything here.
public struct DateSpan: Sendable, Hashable, BitwiseCopyable {
  /// The first possible day's number; `unboundedPast` where there is none.
  public let earliest: Int32
  /// The last possible day's number; `unboundedFuture` where there is none.
  public let latest: Int32
  /// What kind of date it is.
  public let flags: Flags

  /// Stands for no first day.
  public static let unboundedPast = Int32.min
  /// Stands for no last day.
  public static let unboundedFuture = Int32.max

  /// Stands in a column where an event has no date.
  public static let missing = DateSpan(
    earliest: unboundedPast, latest: unboundedFuture, flags: .missing)

  /// Makes a span of day numbers.
  public init(earliest: Int32, latest: Int32, flags: Flags) {
    self.earliest = earliest
    self.latest = latest
    self.flags = flags
  }

  /// Makes a span of days; a missing end is unbounded.
  public init(days: DayRange, flags: Flags) {
    earliest = days.earliest?.rawValue ?? DateSpan.unboundedPast
    latest = days.latest?.rawValue ?? DateSpan.unboundedFuture
    self.flags = flags
  }

  /// The first possible day.
  public var earliestDay: DayNumber? {
    earliest == DateSpan.unboundedPast ? nil : DayNumber(rawValue: earliest)
  }

  /// The last possible day.
  public var latestDay: DayNumber? {
    latest == DateSpan.unboundedFuture ? nil : DayNumber(rawValue: latest)
  }

  /// The days it may mean.
  public var days: DayRange {
    DayRange(earliest: earliestDay, latest: latestDay)
  }

  /// Whether no date is written.
  public var isMissing: Bool { flags.contains(.missing) }

  /// Whether the date is taken at its word: no mark, no unspecified digit, both ends written.
  public var isCertain: Bool {
    flags.isDisjoint(with: [
      .missing, .uncertain, .approximate, .unspecified, .openStart, .openEnd, .unknownStart,
      .unknownEnd,
    ])
  }

  /// Whether it may mean a day of the other; a missing date overlaps nothing.
  public func overlaps(_ other: DateSpan) -> Bool {
    earliest <= other.latest && latest >= other.earliest
      && !isMissing && !other.isMissing
  }
}

extension DateSpan {
  /// What kind of date a span stands for.
  public struct Flags: OptionSet, Sendable, Hashable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt16

    /// Makes a set of its bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// No date is written.
    public static let missing = Flags(rawValue: 1 << 0)
    /// Two ends with a slash.
    public static let interval = Flags(rawValue: 1 << 1)
    /// The start is `..`.
    public static let openStart = Flags(rawValue: 1 << 2)
    /// The end is `..`.
    public static let openEnd = Flags(rawValue: 1 << 3)
    /// The start is empty.
    public static let unknownStart = Flags(rawValue: 1 << 4)
    /// The end is empty.
    public static let unknownEnd = Flags(rawValue: 1 << 5)
    /// A `?` or `%` stands at an end.
    public static let uncertain = Flags(rawValue: 1 << 6)
    /// A `~` or `%` stands at an end.
    public static let approximate = Flags(rawValue: 1 << 7)
    /// A digit is written `X`.
    public static let unspecified = Flags(rawValue: 1 << 8)
    /// An end that is written may mean more than one day.
    public static let partial = Flags(rawValue: 1 << 9)
    /// A time of day is written.
    public static let moment = Flags(rawValue: 1 << 10)
    /// An end is a season.
    public static let season = Flags(rawValue: 1 << 11)
    /// No digit of the year is known.
    public static let yearUnknown = Flags(rawValue: 1 << 12)
    /// The year lies beyond the days that can be counted; the days are held at the last of them.
    public static let beyondCountableDays = Flags(rawValue: 1 << 13)
  }
}
