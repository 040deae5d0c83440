extension DayNumber {
  /// The day that many months later; earlier where negative; `min` or `max` at most.
  ///
  /// The day of the month is kept, or cut to the last day of a shorter month: a month after
  /// 31 January is 28 or 29 February.
  public func addingMonths(_ months: Int) -> DayNumber {
    let from = calendarDay
    let (count, overflow) = (from.year * 12 + from.month - 1).addingReportingOverflow(months)
    guard !overflow else { return months < 0 ? .min : .max }
    let monthIndex = ((count % 12) + 12) % 12
    let year = (count - monthIndex) / 12
    let length = GregorianCalendar.daysInMonth(monthIndex + 1, year: year)
    return DayNumber(clampingYear: year, month: monthIndex + 1, day: Swift.min(from.day, length))
  }

  /// The day a duration later; months and years go by `addingMonths`.
  public func advanced(by duration: CalendarDuration) -> DayNumber {
    let (count, overflow) = duration.count.multipliedReportingOverflow(by: duration.unit.size)
    guard !overflow else { return duration.count < 0 ? .min : .max }
    return duration.unit.isDays ? advanced(by: count) : addingMonths(count)
  }
}

/// A length of time in one unit of the calendar, as in `90d`.
public struct CalendarDuration: Sendable, Hashable {
  /// How many units.
  public let count: Int
  /// The unit.
  public let unit: CalendarUnit

  /// Makes a length.
  public init(count: Int, unit: CalendarUnit) {
    self.count = count
    self.unit = unit
  }

  /// Reads digits and a unit, as in `90d`, `2w`, `6mo`, `1y`; nothing where it is not that or the
  /// number is too large to count.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.prefix { Ascii.isDigit($0) }
    guard let count = Int(text.prefix(digits.count)),
      let unit = CalendarUnit(rawValue: String(text.dropFirst(digits.count)))
    else { return nil }
    self.init(count: count, unit: unit)
  }
}

/// A unit of durations, by its letters in the filter language.
public enum CalendarUnit: String, Sendable, Hashable, CaseIterable {
  case days = "d"
  case weeks = "w"
  case months = "mo"
  case years = "y"

  /// Whether it is a fixed number of days; else it is one of months.
  var isDays: Bool { self == .days || self == .weeks }

  /// Its days or months.
  var size: Int {
    switch self {
    case .days, .months: 1
    case .weeks: 7
    case .years: 12
    }
  }
}
