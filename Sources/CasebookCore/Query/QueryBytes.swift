extension UInt8 {
  /// Whether a name may begin with it: a letter, `_`, or any character outside ASCII.
  var beginsName: Bool {
    self >= 0x80 || self == UInt8(ascii: "_")
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }

  /// Whether a name may go on with it.
  var continuesName: Bool {
    beginsName || self == UInt8(ascii: "-") || isDigit
  }

  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension [UInt8] {
  /// Where the name that begins at an index ends; the hyphen of an arrow is not part of it.
  func endOfName(from start: Int, to end: Int, dots: Bool) -> Int {
    var index = start
    while index < end {
      let byte = self[index]
      guard byte.continuesName || dots && byte == UInt8(ascii: ".") else { break }
      let isArrow =
        byte == UInt8(ascii: "-") && index + 1 < end && self[index + 1] == UInt8(ascii: ">")
      if isArrow { break }
      index += 1
    }
    return index
  }

  /// The operator at an index and how many bytes it takes; `:<` is the same as `<`.
  func comparison(at start: Int, to end: Int) -> (Comparison, length: Int)? {
    var index = start
    let hasColon = index < end && self[index] == UInt8(ascii: ":")
    if hasColon { index += 1 }
    guard index < end else { return hasColon ? (.matches, 1) : nil }
    let hasEquals = index + 1 < end && self[index + 1] == UInt8(ascii: "=")
    switch self[index] {
    case UInt8(ascii: "="): return hasColon ? (.equals, 2) : nil
    case UInt8(ascii: "<"):
      return (hasEquals ? .lessOrEqual : .less, index - start + (hasEquals ? 2 : 1))
    case UInt8(ascii: ">"):
      return (hasEquals ? .greaterOrEqual : .greater, index - start + (hasEquals ? 2 : 1))
    default: return hasColon ? (.matches, 1) : nil
    }
  }

  /// A number of at most nine digits.
  func amount(_ range: Range<Int>) -> Int? {
    guard 1...9 ~= range.count, self[range].allSatisfy(\.isDigit) else { return nil }
    return self[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A stretch of time such as `90d`.
  func calendarSpan(_ range: Range<Int>, bareUnit: CalendarSpan.Unit?) -> CalendarSpan? {
    let digits = range.prefix { self[$0].isDigit }
    guard let amount = amount(range.lowerBound..<range.lowerBound + digits.count) else {
      return nil
    }
    let rest = range.lowerBound + digits.count..<range.upperBound
    if rest.isEmpty { return bareUnit.map { CalendarSpan(amount: amount, unit: $0) } }
    guard let unit = CalendarSpan.Unit(rawValue: String(decoding: self[rest], as: UTF8.self))
    else { return nil }
    return CalendarSpan(amount: amount, unit: unit)
  }
}
