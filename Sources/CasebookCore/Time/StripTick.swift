/// A piece of text on the axis.
public struct StripTick: Sendable, Hashable {
  /// The column of its first character.
  public var column: Int
  /// What it says, in ASCII: a time of the calendar, or the length of a fold.
  public var text: String
  /// Whether it names a fold; else it names the time that its first column begins or holds.
  public var isFold: Bool

  /// The columns it takes.
  public var columns: Range<Int> { column..<(column + text.count) }
}

/// The words of ticks.
enum StripTickLabel {
  /// The names of a time by a step of the calendar, from the longest to the shortest.
  ///
  /// The year is said where it differs from that of the tick before, or where there is none.
  static func names(_ time: StripTime, _ step: StripUnit, after previous: StripTime?) -> [String] {
    let day = time.day
    let sameYear = previous?.day.calendarDay.year == day.calendarDay.year
    switch step {
    case .years: return [DateWords.year(day.calendarDay.year)]
    case .months: return sameYear ? [month(day)] : openings(day).suffix(2)
    case .days:
      let sameMonth = sameYear && previous?.day.calendarDay.month == day.calendarDay.month
      if sameMonth { return ["\(day.calendarDay.day)"] }
      return sameYear ? [dayAndMonth(day)] : openings(day)
    case .hours, .minutes:
      if previous?.day == day { return [clock(time)] }
      let names = sameYear ? [dayAndMonth(day)] : openings(day)
      return time.minuteOfDay == 0 ? names : ["\(names[0]) \(clock(time))"] + names
    }
  }

  /// The names of a stretch by its length, a day, a month or a year, from the longest to the
  /// shortest.
  static func names(of range: StripRange) -> ArraySlice<String> {
    let names = openings(range.lowerBound.day)
    switch range.minutes / StripTime.minutesOfDay {
    case ...1: return names[...]
    case ...31: return names[1...]
    default: return names[2...]
    }
  }

  /// A day with its year, its month with the year, and the year.
  private static func openings(_ day: DayNumber) -> [String] {
    [DateWords.short(day), DateWords.shortMonth(of: day), DateWords.year(day.calendarDay.year)]
  }

  private static func month(_ day: DayNumber) -> String {
    String(DateWords.shortMonth(of: day).prefix { $0 != " " })
  }

  private static func dayAndMonth(_ day: DayNumber) -> String {
    "\(day.calendarDay.day) \(month(day))"
  }

  private static func clock(_ time: StripTime) -> String {
    let (hour, minute) = time.minuteOfDay.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
