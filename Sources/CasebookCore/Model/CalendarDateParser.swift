/// Reads EDTF levels 0 and 1 strictly and stops at the first thing that does not fit.
struct CalendarDateParser {
  let bytes: [UInt8]
  /// The index of the next byte.
  var position: Int
  /// Where the date ends: at the slash of an interval or at the end of the text.
  let limit: Int
  let isInInterval: Bool

  /// Reads a whole text. Throws the first thing that does not fit, by its byte offsets.
  static func parse(_ bytes: [UInt8]) throws(CalendarDateError) -> CalendarDate.Form {
    guard !bytes.isEmpty else { throw .empty }
    guard let slash = bytes.firstIndex(of: Ascii.slash) else {
      return .single(try date(bytes, 0..<bytes.count, isInInterval: false))
    }
    if let second = bytes[(slash + 1)...].firstIndex(of: Ascii.slash) {
      throw .badShape(expected: .oneSlash, at: second..<second + 1)
    }
    let endRange = slash + 1..<bytes.count
    let start = try bound(bytes, 0..<slash)
    let end = try bound(bytes, endRange)
    if let first = start.date?.earliest, let last = end.date?.latest, last < first {
      throw .endsBeforeItStarts(at: endRange)
    }
    return .interval(start: start, end: end)
  }

  private static func bound(
    _ bytes: [UInt8], _ range: Range<Int>
  ) throws(CalendarDateError) -> DateBound {
    if range.isEmpty { return .unknown }
    if bytes[range].elementsEqual([Ascii.dot, Ascii.dot]) { return .open }
    return .date(try date(bytes, range, isInInterval: true))
  }

  private static func date(
    _ bytes: [UInt8], _ range: Range<Int>, isInInterval: Bool
  ) throws(CalendarDateError) -> PartialDate {
    var parser = CalendarDateParser(
      bytes: bytes, position: range.lowerBound, limit: range.upperBound,
      isInInterval: isInInterval)
    let date = try parser.date()
    guard parser.next == nil else { throw parser.unexpected(.end) }
    if isInInterval && date.hasUnspecifiedDigits {
      throw .levelTwo(.unspecifiedInInterval, at: range)
    }
    return date
  }

  private mutating func date() throws(CalendarDateError) -> PartialDate {
    if next == Ascii.prefix {
      return PartialDate(year: try prefixedYear(), qualifiers: qualifiers())
    }
    let year = try year()
    let mayHaveMonth = year.unspecifiedDigits == 0 || year.unspecifiedDigits == 4
    guard mayHaveMonth, take(Ascii.hyphen) else {
      return PartialDate(year: year, qualifiers: qualifiers())
    }
    let month = try month(of: year)
    guard month.mayHaveDay, take(Ascii.hyphen) else {
      return PartialDate(year: year, month: month, qualifiers: qualifiers())
    }
    let day = try day(of: month, in: year)
    guard day != .unspecified, take(Ascii.time) else {
      return PartialDate(year: year, month: month, day: day, qualifiers: qualifiers())
    }
    guard !isInInterval else { throw .timeInInterval(at: position - 1..<limit) }
    return PartialDate(year: year, month: month, day: day, time: try time())
  }

  private mutating func qualifiers() -> DateQualifiers {
    if take(Ascii.uncertain) { return .uncertain }
    if take(Ascii.approximate) { return .approximate }
    return take(Ascii.both) ? [.uncertain, .approximate] : []
  }
}

// MARK: - Reading bytes

extension CalendarDateParser {
  /// The next byte of the date.
  var next: UInt8? { position < limit ? bytes[position] : nil }

  /// Passes over the next byte if it is this one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Passes over digits and counts them.
  mutating func takeDigits() -> Range<Int> {
    let start = position
    while let next, Ascii.isDigit(next) { position += 1 }
    return start..<position
  }

  /// Passes over a number of two digits.
  mutating func twoDigits(_ part: DatePart) throws(CalendarDateError) -> Int {
    let start = position
    for _ in 0..<2 {
      guard let next, Ascii.isDigit(next) else { throw unexpected(part) }
      position += 1
    }
    return number(start..<position)
  }

  /// The number that digits make; there are at most 18 of them.
  func number(_ digits: Range<Int>) -> Int {
    bytes[digits].reduce(0) { $0 * 10 + Int($1 - Ascii.zero) }
  }

  /// The error that something else stands here.
  func unexpected(_ part: DatePart) -> CalendarDateError {
    .badShape(expected: part, at: position..<min(position + 1, limit))
  }
}

/// The bytes that dates are written in.
enum Ascii {
  static let zero = UInt8(ascii: "0")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let plus = UInt8(ascii: "+")
  static let prefix = UInt8(ascii: "Y")
  static let unspecified = UInt8(ascii: "X")
  static let time = UInt8(ascii: "T")
  static let utc = UInt8(ascii: "Z")
  static let uncertain = UInt8(ascii: "?")
  static let approximate = UInt8(ascii: "~")
  static let both = UInt8(ascii: "%")

  /// Whether a byte is one of `0` to `9`.
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- zero <= 9
  }
}
