// Hot path: columns of dates are read through here, and a property test holds it to what
// `CalendarDate` says of the same text.

extension DateSpan {
  /// Reads a date of the Extended Date/Time Format, levels 0 and 1; nothing where `CalendarDate`
  /// would refuse it.
  ///
  /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and intervals of two of them are read without allocating.
  public static func parse(_ utf8: UnsafeRawBufferPointer) -> DateSpan? {
    let count = utf8.count
    if let date = PlainDate(utf8, from: 0, to: count) {
      return DateSpan(
        earliest: date.earliest, latest: date.latest, flags: date.isDay ? [] : .partial)
    }
    return plainInterval(utf8) ?? anyDate(utf8)
  }

  /// Reads a date of the Extended Date/Time Format from a string; nothing where it is refused.
  public static func parse(_ text: String) -> DateSpan? {
    var text = text
    return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
  }

  private static func plainInterval(_ utf8: UnsafeRawBufferPointer) -> DateSpan? {
    let count = utf8.count
    guard count >= 9, count <= 21, let slash = slashOfInterval(utf8),
      let start = PlainDate(utf8, from: 0, to: slash),
      let end = PlainDate(utf8, from: slash + 1, to: count),
      start.earliest <= end.latest
    else { return nil }
    return DateSpan(
      earliest: start.earliest, latest: end.latest,
      flags: start.isDay && end.isDay ? .interval : [.interval, .partial])
  }

  private static func slashOfInterval(_ utf8: UnsafeRawBufferPointer) -> Int? {
    let slash = UInt8(ascii: "/")
    if utf8[4] == slash { return 4 }
    if utf8[7] == slash { return 7 }
    return utf8.count > 10 && utf8[10] == slash ? 10 : nil
  }

  private static func anyDate(_ utf8: UnsafeRawBufferPointer) -> DateSpan? {
    try? CalendarDateParser.parse(Array(utf8)).span
  }
}

/// A year, month or day written in digits only.
private struct PlainDate {
  let earliest: Int32
  let latest: Int32
  let isDay: Bool

  init?(_ utf8: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    let length = end - start
    guard length == 10 || length == 7 || length == 4,
      let century = PlainDate.pair(utf8, start), let yearOfCentury = PlainDate.pair(utf8, start + 2)
    else { return nil }
    let year = century * 100 + yearOfCentury
    var (first, last) = (1, 12)
    if length > 4 {
      guard utf8[start + 4] == PlainDate.hyphen, let month = PlainDate.pair(utf8, start + 5),
        1...12 ~= month
      else { return nil }
      (first, last) = (month, month)
    }
    isDay = length == 10
    if isDay {
      guard utf8[start + 7] == PlainDate.hyphen, let day = PlainDate.pair(utf8, start + 8),
        day >= 1, day <= GregorianCalendar.daysInMonth(last, year: year)
      else { return nil }
      earliest = PlainDate.number(year, first, day)
      latest = earliest
    } else {
      earliest = PlainDate.number(year, first, 1)
      latest = PlainDate.number(year, last, GregorianCalendar.daysInMonth(last, year: year))
    }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func pair(_ utf8: UnsafeRawBufferPointer, _ index: Int) -> Int? {
    let tens = utf8[index] &- 0x30
    let ones = utf8[index + 1] &- 0x30
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    Int32(truncatingIfNeeded: DayNumber.daysFromEpoch(year: year, month: month, day: day))
  }
}
