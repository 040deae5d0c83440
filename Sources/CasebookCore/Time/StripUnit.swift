/// A step of the calendar between two ticks.
enum StripUnit: Sendable, Hashable {
  case minutes(Int)
  case hours(Int)
  case days(Int)
  case months(Int)
  case years(Int)

  /// The steps that ticks may have, from the finest.
  static let all: [StripUnit] =
    [1, 5, 15, 30].map(minutes) + [1, 3, 6, 12].map(hours) + [1, 2, 5, 10].map(days)
    + [1, 3].map(months) + yearSteps.map(years)

  /// The steps whose bounds the ends of a segment may be moved to, from the finest.
  static let bounds: [StripUnit] =
    [.minutes(15), .hours(1), .days(1), .months(1)] + [1, 10, 100, 1_000, 10_000].map(years)

  private static let yearSteps = [
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000,
  ]

  /// How long it is, roughly.
  var minutes: Int {
    switch self {
    case .minutes(let count): count
    case .hours(let count): count * 60
    case .days(let count): count * StripTime.minutesOfDay
    case .months(let count): count * 30 * StripTime.minutesOfDay
    case .years(let count): count * 365 * StripTime.minutesOfDay
    }
  }

  /// Whether it is one or more months.
  var isMonths: Bool {
    if case .months = self { return true }
    return false
  }

  /// Whether it is a part of a day.
  var isWithinDay: Bool { minutes < StripTime.minutesOfDay }

  /// The last bound of the step at or before a time.
  func floor(_ time: StripTime) -> StripTime {
    let day = time.day.calendarDay
    switch self {
    case .minutes(let count): return time.advanced(by: -(time.minuteOfDay % count))
    case .hours(let count): return time.advanced(by: -(time.minuteOfDay % (count * 60)))
    case .days(let count): return StripTime(time.day.advanced(by: -daysInto(day.day - 1, count)))
    case .months(let count):
      return StripTime(year: day.year, month: (day.month - 1) / count * count + 1)
    case .years(let count):
      let rest = day.year % count
      return StripTime(year: day.year - (rest < 0 ? rest + count : rest))
    }
  }

  /// The bound after one that `floor` gave; the same at the end of the countable days.
  func next(after bound: StripTime) -> StripTime {
    let day = bound.day
    switch self {
    case .minutes, .hours: return bound.advanced(by: minutes)
    case .days(let count):
      let later = StripTime(day.advanced(by: count))
      let month = StripTime(StripUnit.months(1).floor(bound).day.addingMonths(1))
      return floor(later) == bound ? month : min(later, month)
    case .months(let count): return StripTime(day.addingMonths(count))
    case .years(let count): return StripTime(day.addingMonths(12 * count))
    }
  }

  /// The first bound at or after a time.
  func ceiling(_ time: StripTime) -> StripTime {
    let bound = floor(time)
    return bound == time ? bound : next(after: bound)
  }

  /// The days since the last step of a month, whose last step is never a short one.
  private func daysInto(_ dayIndex: Int, _ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return dayIndex - min(dayIndex / count, 30 / count - 1) * count
  }
}
