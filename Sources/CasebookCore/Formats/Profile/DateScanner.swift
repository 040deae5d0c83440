/// Reads the parts of a date in a table, from left to right.
struct DateScanner {
  /// How the parts of a date stand.
  enum Form: Sendable {
    /// The year first: `2024-12-31 18:51:00`, `2024/12/31`.
    case yearFirst
    /// Day and month in either order, the year last: `12/31/2024`.
    case slashed
    /// The month as a word: `12MAR08`.
    case named
    /// A number of days.
    case serial
  }

  /// The parts of a date; `first` is the day where the form says which is which.
  struct Parts: Sendable {
    var form: Form
    var first: Int
    var second: Int
    var year: Int
    var yearDigits: Int

    /// The year in four digits; two digits are within the hundred years from the one given.
    func year(firstYear: Int) -> Int? {
      switch yearDigits {
      case 4: return year
      case 2:
        let century = firstYear - firstYear % 100 + year
        return century < firstYear ? century + 100 : century
      default: return form == .serial ? 0 : nil
      }
    }
  }

  private let text: UnsafeRawBufferPointer
  private var at = 0

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  /// Reads a date that is not plain EDTF; nothing where it is none of the notations.
  mutating func readDate() -> Parts? {
    guard let first = readNumber() else { return nil }
    if isAtEnd || peek == UInt8(ascii: ".") { return readSerial(first) }
    if first.digits == 4 { return readYearFirst(first.value) }
    guard first.digits <= 2 else { return nil }
    if skip("/") { return readSlashed(first.value) }
    _ = skip("-") || skip(" ")
    guard let month = readMonthName() else { return nil }
    _ = skip("-") || skip(" ")
    guard let year = readNumber() else { return nil }
    return Parts(
      form: .named, first: first.value, second: month, year: year.value,
      yearDigits: year.digits)
  }

  /// Reads the time behind a date; empty for none or midnight, nothing where it is no time.
  mutating func readTime() -> String? {
    if isAtEnd { return "" }
    guard skip("T") || skip(" ") || skip(":"), let hour = readNumber(), skip(":"),
      let minute = readNumber()
    else { return nil }
    var second = 0
    var fraction = ""
    if skip(":") {
      guard let found = readNumber(), let digits = readFraction() else { return nil }
      second = found.value
      fraction = digits
    }
    var hourOfDay = hour.value
    if skip(" ") || peek.map({ $0 | 0x20 == 0x61 || $0 | 0x20 == 0x70 }) ?? false {
      guard let half = readHalf(), 1...12 ~= hourOfDay else { return nil }
      hourOfDay = hourOfDay % 12 + half
    }
    let zone = readZone()
    guard isAtEnd, hourOfDay < 24, minute.value < 60, second < 60 else { return nil }
    if hourOfDay == 0, minute.value == 0, second == 0, fraction.isEmpty { return "" }
    let clock = [hourOfDay, minute.value, second].map { TableDate.padded($0) }
    return "T" + clock.joined(separator: ":") + fraction + zone
  }

  /// A fraction of a second as written, with its point; empty where there is none, or only zeros,
  /// which programs write where they know none.
  private mutating func readFraction() -> String? {
    let start = at
    guard skip(".") else { return "" }
    while let digit = peek, (0x30...0x39).contains(digit) { at += 1 }
    guard at > start + 1 else { return nil }
    let isZero = text[(start + 1)..<at].allSatisfy { $0 == 0x30 }
    return isZero ? "" : String(decoding: text[start..<at], as: UTF8.self)
  }

  // MARK: - Dates

  /// A day number of Excel has five digits, from 1927 to 2173; four are a year.
  private mutating func readSerial(_ number: (value: Int, digits: Int)) -> Parts? {
    if skip("."), readNumber() == nil { return nil }
    guard isAtEnd, number.digits == 5 else { return nil }
    return Parts(form: .serial, first: number.value, second: 0, year: 0, yearDigits: 0)
  }

  /// A year, month and day alone with hyphens are EDTF and left as they are.
  private mutating func readYearFirst(_ year: Int) -> Parts? {
    let hasSlashes = skip("/")
    guard hasSlashes || skip("-"), let month = readNumber(), month.digits <= 2,
      hasSlashes ? skip("/") : skip("-"), let day = readNumber(), day.digits <= 2,
      hasSlashes || !isAtEnd
    else { return nil }
    if !hasSlashes, peek == UInt8(ascii: "/") { return nil }
    return Parts(
      form: .yearFirst, first: day.value, second: month.value, year: year, yearDigits: 4)
  }

  private mutating func readSlashed(_ first: Int) -> Parts? {
    guard let second = readNumber(), second.digits <= 2, skip("/"), let year = readNumber(),
      year.digits == 2 || year.digits == 4
    else { return nil }
    return Parts(
      form: .slashed, first: first, second: second.value, year: year.value,
      yearDigits: year.digits)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func readMonthName() -> Int? {
    guard at + 3 <= text.count else { return nil }
    let word = text[at..<at + 3].map { $0 | 0x20 }
    guard let index = Self.months.firstIndex(where: { $0.utf8.elementsEqual(word) }) else {
      return nil
    }
    at += 3
    return index + 1
  }

  // MARK: - Times

  private mutating func readHalf() -> Int? {
    defer { at = min(at + 2, text.count) }
    guard at + 2 <= text.count, text[at + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    switch text[at] | 0x20 {
    case UInt8(ascii: "a"): return 0
    case UInt8(ascii: "p"): return 12
    default: return nil
    }
  }

  /// A zone is kept as it is written: `Z` or `-05:00`.
  private mutating func readZone() -> String {
    guard let sign = peek, [0x5A, 0x2B, 0x2D].contains(sign) else { return "" }
    let zone = String(decoding: text[at...], as: UTF8.self)
    at = text.count
    return zone
  }

  // MARK: - Bytes

  private var isAtEnd: Bool { at >= text.count }
  private var peek: UInt8? { at < text.count ? text[at] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// Reads a number of at most nine digits.
  private mutating func readNumber() -> (value: Int, digits: Int)? {
    let start = at
    var value = 0
    while at < text.count, at - start < 9, (0x30...0x39).contains(text[at]) {
      value = value * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return at > start ? (value, at - start) : nil
  }
}
