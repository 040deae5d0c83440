internal import CColumns

// Hot path: columns of dates are read through here, and a property test holds it to what
// `CalendarDate` says of the same text.

extension DateSpan {
  /// Reads a date of the Extended Date/Time Format, levels 0 and 1; nothing where `CalendarDate`
  /// would refuse it.
  ///
  /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, intervals of two of them or open at their end, and moments
  /// such as `2024-02-01T14:05:00Z` are read without allocating.
  public static func parse(_ utf8: UnsafeRawBufferPointer) -> DateSpan? {
    let base = utf8.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var plain = ccolumns_span()
    if ccolumns_plain_date(base, utf8.count, &plain) { return DateSpan(plain) }
    return try? CalendarDateParser.parse(Array(utf8)).span
  }

  /// Reads a date of the Extended Date/Time Format from a string; nothing where it is refused.
  public static func parse(_ text: String) -> DateSpan? {
    var text = text
    return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
  }
}
