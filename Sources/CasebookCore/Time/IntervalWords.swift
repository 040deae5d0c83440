/// Lengths of time in our own words.
///
/// Less than a year is said in days, more in whole years and months; days beyond whole months are
/// then left out, at both ends of a range too. Only a limit, as in `at most 2 years`, is filled up,
/// so that it is never exceeded.
public enum IntervalWords {
  /// `111 days`, `28 to 58 days`, `10 years and 8 months`, `15 years and 3 months to 16 years and
  /// 3 months`, `same day`, `at least 63 days`, `unknown`; the direction is not said.
  public static func long(_ interval: DayInterval) -> String {
    LengthWords.long.words(interval)
  }

  /// The long form in few words: a range of a year or more is in whole months or, from two years on,
  /// in whole years, which hold all of it: `15 to 17 years` for `15 years and 3 months to 16 years
  /// and 3 months`.
  public static func brief(_ interval: DayInterval) -> String {
    LengthWords.long.brief(interval)
  }

  /// `111 d`, `28 to 58 d`, `10 y 8 mo`, `15 y 3 mo to 16 y 3 mo`, `same day`.
  public static func short(_ interval: DayInterval) -> String {
    LengthWords.short.words(interval)
  }

  /// The short form if it fits into columns, else a coarser one that holds the whole range:
  /// `15 to 17 y` for `15 y 3 mo to 16 y 3 mo`. The coarsest one may still be too long.
  public static func short(_ interval: DayInterval, columns: Int) -> String {
    LengthWords.short.words(interval, columns: columns)
  }

  /// `111 days`, `10 years and 8 months`.
  public static func long(_ length: CalendarLength) -> String {
    LengthWords.long.words(length)
  }

  /// `111 d`, `10 y 8 mo`.
  public static func short(_ length: CalendarLength) -> String {
    LengthWords.short.words(length)
  }

  /// `1 day`, `111 days`, whatever the number.
  public static func long(days: Int) -> String {
    LengthWords.long.days(days)
  }

  /// `1 d`, `111 d`, whatever the number.
  public static func short(days: Int) -> String {
    LengthWords.short.days(days)
  }

  /// Where the second of two dates lies from the first: `111 days later`, `1 day earlier`,
  /// `the same day`, `within 30 days`; nothing where it cannot be told.
  public static func later(_ interval: DayInterval) -> String? {
    switch interval.days {
    case .exact(0): "the same day"
    case .exact(let days): directed(interval, isLater: days > 0)
    case .range(let days) where days.lowerBound >= 0: directed(interval, isLater: true)
    case .range(let days) where days.upperBound <= 0: directed(interval, isLater: false)
    case .range: LengthWords.long.limit(interval).map { "within \($0)" }
    case .atLeast(let days): days > 0 ? directed(interval, isLater: true) : nil
    case .atMost(let days): days < 0 ? directed(interval, isLater: false) : nil
    case .unknown: nil
    }
  }

  private static func directed(_ interval: DayInterval, isLater: Bool) -> String {
    "\(long(interval)) \(isLater ? "later" : "earlier")"
  }
}
