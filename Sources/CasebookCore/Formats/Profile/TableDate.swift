/// A date as tables write it, on its way to the Extended Date/Time Format.
///
/// Read are ISO 8601 with a time, `12/31/2024` in both orders with years of two or four digits,
/// `2024/12/31`, `12MAR08`, and the day numbers of Excel. A time of midnight counts as no time:
/// programs write it where there is none. So does a fraction of a second that is zero; any other is
/// kept as written.
public enum TableDate: Sendable, Hashable {
  /// The text is none of the notations here; it may be EDTF already.
  case asWritten
  /// The date as EDTF.
  case converted(String)
  /// Day and month cannot be told apart without knowing their order.
  case undecided

  /// Reads a date without blanks around it.
  public init(_ text: UnsafeRawBufferPointer, order: DateOrder?, firstYear: Int) {
    var scanner = DateScanner(text)
    guard let parts = scanner.readDate(), let year = parts.year(firstYear: firstYear) else {
      self = .asWritten
      return
    }
    let written: (month: Int, day: Int)
    switch parts.form {
    case .named, .yearFirst: written = (parts.second, parts.first)
    case .serial:
      self = Self.day(ofSerial: parts.first).map { .converted($0) } ?? .asWritten
      return
    case .slashed:
      guard let order else {
        self = .undecided
        return
      }
      written = order == .monthFirst ? (parts.first, parts.second) : (parts.second, parts.first)
    }
    guard let time = scanner.readTime() else {
      self = .asWritten
      return
    }
    let date = "\(Self.padded(year, 4))-\(Self.padded(written.month))-\(Self.padded(written.day))"
    self = .converted(date + time)
  }

  /// Day 1 is 1 January 1900, and 29 February 1900 counts although there was none: serials from
  /// 61 on are days since 30 December 1899 (ECMA-376, part 1, 18.17.4.1).
  private static func day(ofSerial serial: Int) -> String? {
    guard let zero = DayNumber(year: 1899, month: 12, day: 30) else { return nil }
    let day = zero.advanced(by: serial).calendarDay
    return "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))"
  }

  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// What tells day from month in a column of dates.
public struct DateOrderEvidence: Sendable, Hashable {
  /// Whether a date has a first number that is no month.
  public private(set) var hasDayFirst = false
  /// Whether a date has a second number that is no month.
  public private(set) var hasMonthFirst = false
  /// Whether a date was met whose order matters.
  public private(set) var isNeeded = false

  /// Makes evidence of nothing.
  public init() {}

  /// Whether nothing more can be learnt.
  public var isComplete: Bool { hasDayFirst && hasMonthFirst }

  /// Looks at a date without blanks around it.
  public mutating func note(_ text: UnsafeRawBufferPointer) {
    var scanner = DateScanner(text)
    guard let parts = scanner.readDate(), parts.form == .slashed else { return }
    isNeeded = true
    if parts.first > 12 { hasDayFirst = true }
    if parts.second > 12 { hasMonthFirst = true }
  }

  /// The order, where the dates show one and one only.
  public var order: DateOrder? {
    switch (hasDayFirst, hasMonthFirst) {
    case (true, false): .dayFirst
    case (false, true): .monthFirst
    default: nil
    }
  }
}
