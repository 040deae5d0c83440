/// A length of time in whole years, months and days of the calendar.
public struct CalendarLength: Sendable, Hashable {
  /// Whole years.
  public let years: Int
  /// Whole months beyond the years, 0 to 11.
  public let months: Int
  /// Days beyond the months.
  public let days: Int
  /// All of it in days.
  public let totalDays: Int

  /// No time at all.
  public static let zero = CalendarLength(years: 0, months: 0, days: 0, totalDays: 0)

  private init(years: Int, months: Int, days: Int, totalDays: Int) {
    self.years = years
    self.months = months
    self.days = days
    self.totalDays = totalDays
  }

  /// Makes the length between two days, whichever is first.
  ///
  /// A whole month has passed when `addingMonths` of the first day is not after the second: from
  /// 31 January to 28 February is one month in a common year.
  public init(from one: DayNumber, to other: DayNumber) {
    let (first, last) = (min(one, other), max(one, other))
    let (start, end) = (first.calendarDay, last.calendarDay)
    let calendarMonths = (end.year - start.year) * 12 + end.month - start.month
    let isWhole = first.addingMonths(calendarMonths) <= last
    let wholeMonths = isWhole ? calendarMonths : calendarMonths - 1
    self.init(
      years: wholeMonths / 12,
      months: wholeMonths % 12,
      days: first.addingMonths(wholeMonths).distance(to: last),
      totalDays: first.distance(to: last))
  }

  /// All whole months.
  public var wholeMonths: Int { years * 12 + months }

  /// The months that hold all of it: a month begun counts.
  public var begunMonths: Int { wholeMonths + (days > 0 ? 1 : 0) }
}
