extension FacetSubject.Grouping {
  /// The group of a date, by its first possible day; nothing where that is not known.
  func group(_ date: DateSpan) -> Int? {
    guard !date.isMissing, let day = date.earliestDay else { return nil }
    switch self {
    case .year: return day.calendarDay.year
    case .month:
      let parts = day.calendarDay
      return parts.year * 12 + parts.month - 1
    case .day: return date.startsOnOneDay ? Int(day.rawValue) : nil
    case .weekday: return date.startsOnOneDay ? day.weekday.rawValue : nil
    case .week: return date.startsOnOneDay ? Int(day.rawValue) - day.weekday.rawValue + 1 : nil
    case .quarter:
      let parts = day.calendarDay
      return parts.year * 4 + (parts.month - 1) / 3
    case .fiscalYear:
      let parts = day.calendarDay
      return parts.year + (parts.month >= 10 ? 1 : 0)
    }
  }

  /// The text of a group: a date as it is written in files, the number of a day of the week, or a
  /// week, a quarter or a fiscal year, such as `2023-W41`, `2023-Q4` and `FY2024`.
  func text(_ group: Int) -> String {
    switch self {
    case .year: return Self.padded(group, 4)
    case .month:
      let year = group >= 0 ? group / 12 : -((11 - group) / 12)
      return "\(Self.padded(year, 4))-\(Self.padded(group - year * 12 + 1, 2))"
    case .day:
      let parts = DayNumber(rawValue: Int32(truncatingIfNeeded: group)).calendarDay
      let month = Self.padded(parts.month, 2)
      return "\(Self.padded(parts.year, 4))-\(month)-\(Self.padded(parts.day, 2))"
    case .weekday: return String(group)
    case .week: return Self.week(DayNumber(rawValue: Int32(truncatingIfNeeded: group)))
    case .quarter:
      let quarter = ((group % 4) + 4) % 4
      return "\(Self.padded((group - quarter) / 4, 4))-Q\(quarter + 1)"
    case .fiscalYear: return "FY\(Self.padded(group, 4))"
    }
  }

  /// The dates of a group as the filter language has them; nil of a day of the week.
  func dates(_ group: Int) -> String? {
    switch self {
    case .year, .month, .day: return text(group)
    case .weekday: return nil
    case .week: return "\(Self.day.text(group))..\(Self.day.text(group + 6))"
    case .quarter:
      let month = group * 3
      return "\(Self.month.text(month))..\(Self.month.text(month + 2))"
    case .fiscalYear:
      return "\(Self.month.text(group * 12 - 3))..\(Self.month.text(group * 12 + 8))"
    }
  }

  /// Whether a date that names no day has no group.
  var needsDay: Bool {
    switch self {
    case .day, .weekday, .week: true
    case .year, .month, .quarter, .fiscalYear: false
    }
  }

  /// The week that begins on a Monday, such as `2023-W41`; it belongs to the year of its Thursday.
  private static func week(_ monday: DayNumber) -> String {
    let year = monday.advanced(by: 3).calendarDay.year
    let first = DayNumber(clampingYear: year, month: 1, day: 4)
    let start = first.advanced(by: 1 - first.weekday.rawValue)
    return "\(padded(year, 4))-W\(padded(start.distance(to: monday) / 7 + 1, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

extension DateSpan {
  /// Whether the first day is written, and not only a month, a season or less.
  fileprivate var startsOnOneDay: Bool {
    flags.isDisjoint(with: [
      .partial, .unspecified, .season, .unknownStart, .openStart, .yearUnknown,
    ])
  }
}

/// Stretches of days that intervals are counted by, growing as they do in what people ask.
enum DayBucket {
  private static let ends = [0, 1, 7, 30, 90, 180, 365, 730]

  /// How many buckets there are.
  static var count: Int { ends.count + 1 }

  /// The bucket of a number of days.
  static func index(of days: Int) -> Int {
    ends.firstIndex { days <= $0 } ?? ends.count
  }

  /// The least and the greatest number of days of a bucket; the last has no end.
  static func bounds(_ index: Int) -> (low: Int, high: Int?) {
    let low = index == 0 ? 0 : ends[index - 1] + 1
    return (low, index < ends.count ? ends[index] : nil)
  }

  /// The bucket as a range, such as `31..90`.
  static func text(_ index: Int) -> String {
    let (low, high) = bounds(index)
    guard let high else { return "\(low).." }
    return low == high ? "\(low)" : "\(low)..\(high)"
  }
}
