/// The words of lengths of time, with units in full or by their letters.
struct LengthWords {
  private let isLong: Bool

  static let long = LengthWords(isLong: true)
  static let short = LengthWords(isLong: false)

  /// An interval without its direction.
  func words(_ interval: DayInterval) -> String {
    switch interval.days {
    case .exact: interval.longest.map(words) ?? "unknown"
    case .range(let days) where days.lowerBound >= 0:
      range(interval.shortest, interval.longest)
    case .range(let days) where days.upperBound <= 0:
      range(interval.longest, interval.shortest)
    case .range: limit(interval).map { "at most \($0)" } ?? "unknown"
    case .atLeast(let days) where days > 0: atLeast(interval.shortest)
    case .atMost(let days) where days < 0: atLeast(interval.longest)
    case .atLeast, .atMost, .unknown: "unknown"
    }
  }

  /// An interval in at most some columns, where a coarser form of a range can be.
  func words(_ interval: DayInterval, columns: Int) -> String {
    let whole = words(interval)
    guard whole.count > columns, let (low, high) = ends(of: interval) else { return whole }
    let months = inMonths(low, high)
    return high.begunMonths < 24 && months.count <= columns ? months : inYears(low, high)
  }

  /// An interval in few words: a range of a year or more in one unit.
  func brief(_ interval: DayInterval) -> String {
    guard let (low, high) = ends(of: interval), low.totalDays > 0, high.years > 0,
      words(low) != words(high)
    else { return words(interval) }
    return high.begunMonths < 24 ? inMonths(low, high) : inYears(low, high)
  }

  /// A length, cut to whole months from a year on.
  func words(_ length: CalendarLength) -> String {
    if length.totalDays == 0 { return "same day" }
    return length.years == 0 ? days(length.totalDays) : months(length.wholeMonths)
  }

  /// `1 day`, `111 days`.
  func days(_ count: Int) -> String {
    unit(count, "day", "d")
  }

  /// The longest the interval can be in either direction.
  func limit(_ interval: DayInterval) -> String? {
    guard let one = interval.shortest, let other = interval.longest else { return nil }
    return filled(one.totalDays > other.totalDays ? one : other)
  }

  // MARK: - Ranges

  private func range(_ shortest: CalendarLength?, _ longest: CalendarLength?) -> String {
    guard let shortest, let longest else { return "unknown" }
    if shortest.totalDays == 0 { return "at most \(filled(longest))" }
    if longest.years == 0 { return "\(shortest.totalDays) to \(days(longest.totalDays))" }
    let (low, high) = (words(shortest), words(longest))
    return low == high ? low : "\(low) to \(high)"
  }

  /// The shorter and the longer end of a range in one direction; nil if it is none.
  private func ends(of interval: DayInterval) -> (low: CalendarLength, high: CalendarLength)? {
    guard case .range(let days) = interval.days, days.lowerBound >= 0 || days.upperBound <= 0,
      let one = interval.shortest, let other = interval.longest
    else { return nil }
    return one.totalDays < other.totalDays ? (one, other) : (other, one)
  }

  /// A range in whole months that hold all of it.
  private func inMonths(_ low: CalendarLength, _ high: CalendarLength) -> String {
    "\(low.wholeMonths) to \(unit(high.begunMonths, "month", "mo"))"
  }

  /// A range in whole years that hold all of it.
  private func inYears(_ low: CalendarLength, _ high: CalendarLength) -> String {
    "\(low.years) to \(unit((high.begunMonths + 11) / 12, "year", "y"))"
  }

  private func atLeast(_ length: CalendarLength?) -> String {
    length.map { "at least \(words($0))" } ?? "unknown"
  }

  /// A length that must not be exceeded: months begun count.
  private func filled(_ length: CalendarLength) -> String {
    length.years == 0 ? days(length.totalDays) : months(length.begunMonths)
  }

  // MARK: - Units

  private func months(_ count: Int) -> String {
    let (years, months) = count.quotientAndRemainder(dividingBy: 12)
    let parts = [(years, "year", "y"), (months, "month", "mo")].filter { $0.0 > 0 }
    return parts.map { unit($0.0, $0.1, $0.2) }.joined(separator: isLong ? " and " : " ")
  }

  private func unit(_ count: Int, _ name: String, _ letters: String) -> String {
    isLong ? "\(count) \(name)\(count == 1 ? "" : "s")" : "\(count) \(letters)"
  }
}
