/// One date of the Extended Date/Time Format as far as it is known: a year, a season, a month, a
/// day, a moment, or one of these with unspecified digits.
public struct PartialDate: Sendable, Hashable {
  /// The astronomical year, unspecified digits read as 0: `201X` is 2010, `-0044` is 45 BC.
  public let year: Int
  /// How many digits at the right of the year are unspecified, 0 to 4.
  public let unspecifiedYearDigits: Int
  /// What is written for the month.
  public let monthPart: MonthPart
  /// What is written for the day.
  public let dayPart: DayPart
  /// The time of a moment.
  public let time: TimeOfDay?
  /// The marks at the end.
  public let qualifiers: DateQualifiers
  /// The days it may mean; a moment means its written day. A year of which no digit is known is
  /// unbounded, and a year beyond the countable days is held at `DayNumber.min` or `max`.
  public let days: DayRange

  /// Makes a date of its parts, which must name an existing month and day.
  init(
    year: PartialYear, month: MonthPart = .none, day: DayPart = .none, time: TimeOfDay? = nil,
    qualifiers: DateQualifiers = []
  ) {
    self.year = year.value
    unspecifiedYearDigits = year.unspecifiedDigits
    monthPart = month
    dayPart = day
    self.time = time
    self.qualifiers = qualifiers
    days = year.days(month: month, day: day)
  }

  /// The month where one is named, 1 to 12.
  public var month: Int? {
    guard case .month(let month) = monthPart else { return nil }
    return month
  }

  /// The season where one is named.
  public var season: Season? {
    guard case .season(let season) = monthPart else { return nil }
    return season
  }

  /// The day of the month where one is named.
  public var day: Int? {
    guard case .day(let day) = dayPart else { return nil }
    return day
  }

  /// The first possible day; nothing where the year is unknown.
  public var earliest: DayNumber? { days.earliest }

  /// The last possible day; nothing where the year is unknown.
  public var latest: DayNumber? { days.latest }

  /// Whether it is marked `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains(.uncertain) }

  /// Whether it is marked `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains(.approximate) }

  /// Whether a digit is written `X`.
  public var hasUnspecifiedDigits: Bool {
    unspecifiedYearDigits > 0 || monthPart == .unspecified || dayPart == .unspecified
  }

  /// Whether it may mean more than one day.
  public var isPartial: Bool { precision < .day }

  /// Whether it lies beyond the days that can be counted, so that its days are not exact.
  public var isBeyondCountableDays: Bool {
    earliest == .min || earliest == .max || latest == .min || latest == .max
  }

  /// How much of it is known: `2013-08-XX` is known to the month.
  public var precision: DatePrecision {
    if let time { return time.second == nil ? .minute : .second }
    if day != nil { return .day }
    if month != nil { return .month }
    if season != nil { return .season }
    return DatePrecision.ofYears[unspecifiedYearDigits]
  }
}

/// What a date says of its month.
public enum MonthPart: Sendable, Hashable {
  /// Nothing: the date ends with the year.
  case none
  /// `XX`.
  case unspecified
  /// A month, 1 to 12.
  case month(Int)
  /// A season in place of the month.
  case season(Season)
}

/// What a date says of its day.
public enum DayPart: Sendable, Hashable {
  /// Nothing: the date ends before the day.
  case none
  /// `XX`.
  case unspecified
  /// A day of the month.
  case day(Int)
}

/// A season of level 1, without a hemisphere; days are counted for the northern one, by whole
/// months.
public enum Season: Int, Sendable, Hashable, CaseIterable {
  /// March to May.
  case spring = 21
  /// June to August.
  case summer = 22
  /// September to November.
  case autumn = 23
  /// December to February of the next year.
  case winter = 24

  /// The first of its three months.
  public var firstMonth: Int { (rawValue - 20) * 3 }
}

/// The marks at the end of a date.
public struct DateQualifiers: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes a set of its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `?` or `%`: the source is doubted.
  public static let uncertain = DateQualifiers(rawValue: 1)
  /// `~` or `%`: the date is an estimate.
  public static let approximate = DateQualifiers(rawValue: 2)
}

/// How much of a date is known, from nothing to the second.
public enum DatePrecision: Int, Sendable, Hashable, Comparable, CaseIterable {
  case unknown, millennium, century, decade, year, season, month, day, minute, second

  /// The precision of a year by the number of its unspecified digits.
  static let ofYears: [DatePrecision] = [.year, .decade, .century, .millennium, .unknown]

  /// Whether less is known at the left.
  public static func < (left: DatePrecision, right: DatePrecision) -> Bool {
    left.rawValue < right.rawValue
  }
}
