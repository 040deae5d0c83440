extension CalendarDateParser {
  /// Four digits, of which some at the right may be `X`, with a minus before them or not.
  mutating func year() throws(CalendarDateError) -> PartialYear {
    let start = position
    let isNegative = take(Ascii.hyphen)
    let digits = takeDigits()
    if digits.count > 4 { throw .yearNeedsPrefix(at: start..<position) }
    while position < digits.lowerBound + 4 {
      guard take(Ascii.unspecified) else { throw unexpected(.year) }
    }
    let unspecified = 4 - digits.count
    let value = number(digits) * [1, 10, 100, 1_000, 0][unspecified]
    if isNegative && value == 0 && unspecified == 0 {
      throw .negativeZero(at: start..<position)
    }
    return PartialYear(
      value: isNegative ? -value : value, unspecifiedDigits: unspecified, isNegative: isNegative)
  }

  /// `Y`, a minus or not, and more than four digits.
  mutating func prefixedYear() throws(CalendarDateError) -> PartialYear {
    let start = position
    position += 1
    let isNegative = take(Ascii.hyphen)
    let digits = takeDigits()
    guard !digits.isEmpty else { throw unexpected(.year) }
    // What follows may make it a year of level 2, which says more than the length.
    if let next, next != Ascii.uncertain, next != Ascii.approximate, next != Ascii.both {
      throw unexpected(.end)
    }
    guard digits.count > 4, bytes[digits.lowerBound] != Ascii.zero else {
      throw .prefixNeedsLongYear(at: start..<position)
    }
    guard digits.count <= 18 else { throw .yearOutOfRange(at: start..<position) }
    guard !isInInterval else { throw .prefixedYearInInterval(at: start..<position) }
    let value = number(digits)
    return PartialYear(value: isNegative ? -value : value, isNegative: isNegative)
  }

  /// Two digits or `XX` for the month or season.
  mutating func month(of year: PartialYear) throws(CalendarDateError) -> MonthPart {
    if takeUnspecifiedPair() { return .unspecified }
    guard year.unspecifiedDigits == 0 else { throw unexpected(.month) }
    let start = position
    let number = try twoDigits(.month)
    if let season = Season(rawValue: number) { return .season(season) }
    if 25...41 ~= number && next != Ascii.hyphen {
      throw .levelTwo(.subYearGrouping, at: start..<position)
    }
    guard 1...12 ~= number else { throw .noSuchMonth(number, at: start..<position) }
    return .month(number)
  }

  /// Two digits or `XX` for the day.
  mutating func day(
    of month: MonthPart, in year: PartialYear
  ) throws(CalendarDateError) -> DayPart {
    if takeUnspecifiedPair() { return .unspecified }
    guard case .month(let month) = month else { throw unexpected(.day) }
    let start = position
    let day = try twoDigits(.day)
    let length = GregorianCalendar.daysInMonth(month, year: year.value)
    guard day >= 1, day <= length else {
      throw .noSuchDay(
        year: year.value, month: month, day: day, daysInMonth: length, at: start..<position)
    }
    return .day(day)
  }

  private mutating func takeUnspecifiedPair() -> Bool {
    guard position + 1 < limit, bytes[position] == Ascii.unspecified,
      bytes[position + 1] == Ascii.unspecified
    else { return false }
    position += 2
    return true
  }
}

extension MonthPart {
  /// Whether a day may follow.
  var mayHaveDay: Bool {
    switch self {
    case .month, .unspecified: true
    case .none, .season: false
    }
  }
}
