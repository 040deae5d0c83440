/// The words of one date, in the long, the short or the brief form.
struct PartialDateWords {
  private let months: [String]
  private let isLong: Bool
  /// Whether what is uncertain has a sign: `?`.
  private var hasSign = false

  static let long = PartialDateWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ], isLong: true)
  static let short = PartialDateWords(
    months: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ], isLong: false, hasSign: true)
  static let brief = PartialDateWords(months: short.months, isLong: false)

  /// The date with what its marks say.
  func words(_ date: PartialDate) -> String {
    isLong ? longMarked(date) : shortMarked(date)
  }

  /// `2 June 2026`.
  func day(_ day: CalendarDay) -> String {
    "\(day.day) \(month(of: day))"
  }

  /// `June 2026`.
  func month(of day: CalendarDay) -> String {
    month(day.month, day.year)
  }

  /// `2026`, `AD 79`, `45 BC`.
  static func year(_ year: Int) -> String {
    if year <= 0 { return "\(1 - year) BC" }
    return year < 1_000 ? "AD \(year)" : "\(year)"
  }

  /// `05`.
  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  // MARK: - Marks

  private func longMarked(_ date: PartialDate) -> String {
    let bare = bare(date)
    switch (date.isApproximate, date.isUncertain) {
    case (false, false): return bare
    case (false, true): return bare + ", uncertain"
    case (true, true): return bare + ", approximate and uncertain"
    case (true, false): return isPhrase(date) ? bare + ", approximate" : "about " + bare
    }
  }

  private func shortMarked(_ date: PartialDate) -> String {
    let words = (date.isApproximate ? "c. " : "") + bare(date)
    guard date.isUncertain else { return words }
    return hasSign ? words + "?" : "perhaps " + words
  }

  /// Whether `about` cannot stand before it.
  private func isPhrase(_ date: PartialDate) -> Bool {
    date.hasUnspecifiedDigits && !isDecade(date)
  }

  // MARK: - Dates

  private func bare(_ date: PartialDate) -> String {
    switch (date.monthPart, date.dayPart) {
    case (.none, _): years(date)
    case (.season(let season), _): "\(name(of: season)) \(PartialDateWords.year(date.year))"
    case (.month(let month), .none): self.month(month, date.year)
    case (.month(let month), .day(let day)):
      "\(day) \(self.month(month, date.year))\(clock(date.time))"
    case (.month(let month), .unspecified): some("day", in: self.month(month, date.year))
    case (.unspecified, _) where date.precision == .unknown:
      date.dayPart == .none ? "month and year unknown" : "day, month and year unknown"
    case (.unspecified, let day):
      some(day == .none ? "month" : "day", in: PartialDateWords.year(date.year))
    }
  }

  private func name(of season: Season) -> String {
    switch season {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    }
  }

  private func month(_ month: Int, _ year: Int) -> String {
    "\(months[month - 1]) \(PartialDateWords.year(year))"
  }

  private func some(_ unit: String, in words: String) -> String {
    isLong ? "some \(unit) in \(words)" : words
  }

  private func clock(_ time: TimeOfDay?) -> String {
    guard let time else { return "" }
    let twoDigits = PartialDateWords.twoDigits
    let second = time.second ?? 0
    let clock = ", \(twoDigits(time.hour)):\(twoDigits(time.minute))"
    guard second > 0 || time.nanosecond > 0 else { return clock }
    return "\(clock):\(twoDigits(second))\(fraction(time.nanosecond))"
  }

  /// `.25`, as far as it counts; nothing for a whole second.
  private func fraction(_ nanosecond: Int) -> String {
    guard nanosecond > 0 else { return "" }
    var digits = String(1_000_000_000 + nanosecond).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return ".\(digits)"
  }

  // MARK: - Years

  private func years(_ date: PartialDate) -> String {
    guard date.precision != .unknown else { return "year unknown" }
    guard date.precision < .year, let first = date.earliest, let last = date.latest else {
      return PartialDateWords.year(date.year)
    }
    if isDecade(date) { return "\(isLong ? "the " : "")\(date.year)s" }
    let (start, end) = (first.calendarDay.year, last.calendarDay.year)
    let (from, to) = (PartialDateWords.year(start), PartialDateWords.year(end))
    return isLong ? "between \(from) and \(to)" : "\(from) to \(to)"
  }

  /// Whether it is a decade that `the 2010s` names; `the 1900s` would be heard as a century.
  private func isDecade(_ date: PartialDate) -> Bool {
    date.precision == .decade && date.year >= 1_000 && date.year % 100 != 0
  }
}
