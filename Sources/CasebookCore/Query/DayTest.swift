/// A comparison of the possible days of a date with a range of days.
struct DayTest: Sendable, Hashable {
  var comparison: Comparison
  /// The first day, or `DateSpan.unboundedPast`.
  var first: Int32
  /// The last day, or `DateSpan.unboundedFuture`.
  var last: Int32
  /// Whether the date must be certain, and certainly pass.
  var isCertain = false
  /// The kind of date it must be, where the whole value is asked for.
  var exactFlags: DateSpan.Flags?

  /// Whether a date passes; one that is missing never does.
  @inline(__always)
  func passes(_ date: DateSpan) -> Bool {
    if date.isMissing || isCertain && !date.isCertain { return false }
    if let exactFlags {
      return date.earliest == first && date.latest == last && date.flags == exactFlags
    }
    switch comparison {
    case .matches, .equals:
      return isCertain
        ? date.earliest >= first && date.latest <= last
        : date.earliest <= last && date.latest >= first
    case .greater: return (isCertain ? date.earliest : date.latest) > last
    case .greaterOrEqual: return (isCertain ? date.earliest : date.latest) >= first
    case .less: return (isCertain ? date.latest : date.earliest) < first
    case .lessOrEqual: return (isCertain ? date.latest : date.earliest) <= last
    }
  }
}

extension DayTest {
  /// Reads a date, or a range `2023-10..2024-02` whose ends may be open.
  init?(_ comparison: Comparison, _ text: String, isCertain: Bool) {
    guard let (first, last) = Self.days(text) else { return nil }
    self.init(comparison: comparison, first: first, last: last, isCertain: isCertain)
  }

  /// Asks for the very days of a date as written; nothing where it is none.
  init?(exactly bytes: [UInt8]) {
    guard let date = bytes.withUnsafeBytes({ DateSpan.parse($0) }) else { return nil }
    self.init(comparison: .equals, first: date.earliest, last: date.latest)
    exactFlags = date.flags
  }

  /// Reads an age such as `30d`, counted back from today.
  ///
  /// `<30d` are the last 30 days, today among them; `<=30d` one day more; `>30d` the days before
  /// those, and `>=30d` from that one day back. Days to come have no age.
  init?(age text: String, _ comparison: Comparison, today: DayNumber, isCertain: Bool) {
    let bytes = Array(text.utf8)
    guard let span = bytes.calendarSpan(0..<bytes.count, bareUnit: nil) else { return nil }
    let edge = today.advanced(by: span, backwards: true)
    let past = DateSpan.unboundedPast
    switch comparison {
    case .less:
      self.init(
        comparison: .matches, first: edge.advanced(by: 1).rawValue, last: today.rawValue,
        isCertain: isCertain)
    case .lessOrEqual:
      self.init(
        comparison: .matches, first: edge.rawValue, last: today.rawValue, isCertain: isCertain)
    case .greater:
      self.init(
        comparison: .matches, first: past, last: edge.advanced(by: -1).rawValue,
        isCertain: isCertain)
    case .greaterOrEqual:
      self.init(comparison: .matches, first: past, last: edge.rawValue, isCertain: isCertain)
    case .matches, .equals: return nil
    }
  }

  /// Whether a text that is no date may be the beginning of a date, a range or an age.
  static func isBeginning(_ text: String) -> Bool {
    let endings = [
      "d", ".", "0", "1", "9", "00", "01", "99", "000", "001", "999", "0000", "9999",
    ]
    let today = DayNumber(rawValue: 0)
    return endings.contains { ending in
      DayTest(.matches, text + ending, isCertain: false) != nil
        || DayTest(age: text + ending, .less, today: today, isCertain: false) != nil
    }
  }

  private static func days(_ text: String) -> (Int32, Int32)? {
    let bytes = Array(text.utf8)
    guard let dots = bytes.rangeDots, !bytes.contains(UInt8(ascii: "/")) else {
      return span(bytes[...]).map { ($0.earliest, $0.latest) }
    }
    let (from, to) = (bytes[..<dots], bytes[(dots + 2)...])
    if from.isEmpty, to.isEmpty { return nil }
    let start = from.isEmpty ? nil : span(from)
    let end = to.isEmpty ? nil : span(to)
    guard from.isEmpty || start != nil, to.isEmpty || end != nil else { return nil }
    return (
      start?.earliest ?? DateSpan.unboundedPast, end?.latest ?? DateSpan.unboundedFuture
    )
  }

  private static func span(_ bytes: ArraySlice<UInt8>) -> DateSpan? {
    let trimmed = bytes.trimmingBlanks
    guard !trimmed.isEmpty else { return nil }
    return trimmed.withUnsafeBytes { DateSpan.parse($0) }
  }
}

extension DayNumber {
  /// The day a stretch of time later or earlier; in months and years by the calendar, held to the
  /// last day of a shorter month.
  func advanced(by span: CalendarSpan, backwards: Bool = false) -> DayNumber {
    let amount = backwards ? -span.amount : span.amount
    switch span.unit {
    case .days: return advanced(by: amount)
    case .weeks: return advanced(by: 7 * amount)
    case .months: return advanced(byMonths: amount)
    case .years: return advanced(byMonths: 12 * amount)
    }
  }

  private func advanced(byMonths months: Int) -> DayNumber {
    let from = calendarDay
    let month = from.year * 12 + from.month - 1 + months
    let year = month >= 0 ? month / 12 : -((11 - month) / 12)
    let ofYear = month - year * 12 + 1
    let day = Swift.min(from.day, GregorianCalendar.daysInMonth(ofYear, year: year))
    return DayNumber(clampingYear: year, month: ofYear, day: day)
  }
}

extension [UInt8] {
  /// Where the two dots of a range begin.
  var rangeDots: Int? {
    indices.dropLast().first { self[$0] == UInt8(ascii: ".") && self[$0 + 1] == UInt8(ascii: ".") }
  }
}

extension ArraySlice<UInt8> {
  var trimmingBlanks: ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || 0x09...0x0D ~= byte }
    var slice = drop(while: isBlank)
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}
