/// A day of the proleptic Gregorian calendar as year, month and day.
public struct CalendarDay: Sendable, Hashable {
  /// The astronomical year: 0 is 1 BC, -1 is 2 BC.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int
}

/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// The lengths of the years and months of the proleptic Gregorian calendar.
public enum GregorianCalendar {
  /// Whether a year has 366 days; years are astronomical.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days of a month; 0 where the month is not 1 to 12.
  public static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }
}

extension DayNumber {
  /// The first day that can be counted.
  public static let min = DayNumber(rawValue: Int32.min + 2)
  /// The last day that can be counted.
  public static let max = DayNumber(rawValue: Int32.max - 2)

  /// Makes a day of its year, month and day; nothing where there is no such day or it is out of
  /// the range of `min` to `max`.
  public init?(year: Int, month: Int, day: Int) {
    guard day >= 1, day <= GregorianCalendar.daysInMonth(month, year: year),
      DayNumber.countedYears.contains(year)
    else { return nil }
    self.init(checking: DayNumber.daysFromEpoch(year: year, month: month, day: day))
  }

  /// Makes a day of a month that exists, at most `max` and at least `min`.
  init(clampingYear year: Int, month: Int, day: Int) {
    if let day = DayNumber(year: year, month: month, day: day) {
      self = day
    } else {
      self = year < 0 ? .min : .max
    }
  }

  /// The year, month and day.
  public var calendarDay: CalendarDay {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return CalendarDay(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let fromMonday = (Int(rawValue) + 3) % 7
    return Weekday(rawValue: (fromMonday + 7) % 7 + 1) ?? .monday
  }

  /// The day that many days later; earlier where negative; `min` or `max` at most.
  public func advanced(by days: Int) -> DayNumber {
    let (sum, overflow) = Int(rawValue).addingReportingOverflow(days)
    guard !overflow, let day = DayNumber(checking: sum) else { return days < 0 ? .min : .max }
    return day
  }

  /// How many days later the other day is; negative where it is earlier.
  public func distance(to other: DayNumber) -> Int {
    Int(other.rawValue) - Int(rawValue)
  }
}

// MARK: - Counting

extension DayNumber {
  /// Years within which counting cannot overflow; all countable days are in them.
  private static let countedYears = -6_000_000...6_000_000

  private init?(checking days: Int) {
    guard days >= Int(DayNumber.min.rawValue), days <= Int(DayNumber.max.rawValue) else {
      return nil
    }
    self.init(rawValue: Int32(days))
  }

  /// Days from 1 January 1970, by 400-year eras of 146,097 days whose years begin in March.
  static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
