/// A year as written: a sign, digits, and unspecified digits at the right.
struct PartialYear {
  /// The astronomical year, unspecified digits read as 0.
  var value: Int
  /// How many digits are unspecified, 0 to 4.
  var unspecifiedDigits = 0
  /// Whether a minus is written, which the value of `-00XX` does not show.
  var isNegative = false

  /// The first and the last year it may mean.
  var years: ClosedRange<Int> {
    let width = [1, 10, 100, 1_000, 10_000][unspecifiedDigits] - 1
    guard isNegative else { return value...(value + width) }
    // There is no year -0000, so -000X ends with -0001.
    return (value - width)...(value == 0 && width > 0 ? -1 : value)
  }

  /// The days of the year, or of a season, month or day in it.
  func days(month: MonthPart, day: DayPart) -> DayRange {
    guard unspecifiedDigits < 4 else { return DayRange(earliest: nil, latest: nil) }
    switch month {
    case .none, .unspecified:
      return DayRange(
        earliest: DayNumber(clampingYear: years.lowerBound, month: 1, day: 1),
        latest: DayNumber(clampingYear: years.upperBound, month: 12, day: 31))
    case .season(let season):
      let wraps = season == .winter
      return months(season.firstMonth, to: wraps ? 2 : season.firstMonth + 2, wraps: wraps)
    case .month(let month):
      guard case .day(let day) = day else { return months(month, to: month, wraps: false) }
      let number = DayNumber(clampingYear: value, month: month, day: day)
      return DayRange(earliest: number, latest: number)
    }
  }

  private func months(_ first: Int, to last: Int, wraps: Bool) -> DayRange {
    let lastYear = wraps ? value + 1 : value
    let lastDay = GregorianCalendar.daysInMonth(last, year: lastYear)
    return DayRange(
      earliest: DayNumber(clampingYear: value, month: first, day: 1),
      latest: DayNumber(clampingYear: lastYear, month: last, day: lastDay))
  }
}
