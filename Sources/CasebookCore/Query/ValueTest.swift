import Glibc

/// What one alternative of a field term asks of one value.
struct ValueTest: Sendable, Hashable {
  /// What is asked of a number.
  var ofNumber: Rule
  /// What is asked of text, and of `true` and `false` as text.
  var ofText: Rule

  enum Rule: Sendable, Hashable {
    /// Cannot be compared: says nothing.
    case unknown
    /// Is none of them.
    case never
    /// The folded text contains it.
    case contains([UInt8])
    /// The folded text has a word that begins with it; see ``WordStart``.
    case beginsWord([UInt8])
    /// The folded text fits the expression.
    case fits(Pattern)
    /// The text as written is it.
    case equals([UInt8])
    /// The number lies in it.
    case number(NumberRange)
    /// The date passes; what is no date says nothing.
    case days(DayTest)
  }
}

/// What a test says of a value.
enum Finding: UInt8, Sendable {
  case unknown, failed, passed
}

/// Numbers between two ends.
struct NumberRange: Sendable, Hashable {
  var low: Double
  var high: Double
  var includesLow = true
  var includesHigh = true

  func contains(_ number: Double) -> Bool {
    (includesLow ? number >= low : number > low)
      && (includesHigh ? number <= high : number < high)
  }
}

extension ValueTest {
  /// Reads the written value of a term; nothing where the comparison needs a date or a number and
  /// it is neither.
  init?(_ comparison: Comparison, _ text: String, isDate: Bool, isCertain: Bool, today: DayNumber) {
    if comparison == .equals {
      self.init(ofNumber: .equals(Array(text.utf8)), ofText: .equals(Array(text.utf8)))
      return
    }
    let days = Self.days(comparison, text, isCertain: isCertain, today: today)
    if isDate {
      guard let days else { return nil }
      self.init(ofNumber: .days(days), ofText: .days(days))
    } else if comparison == .matches {
      self.init(matching: text, days: days)
    } else {
      let number = Self.number(text).map { NumberRange(comparison, $0) }
      guard number != nil || days != nil else { return nil }
      self.init(
        ofNumber: number.map { .number($0) } ?? .unknown,
        ofText: days.map { .days($0) } ?? .unknown)
    }
  }

  /// The days a text means, be it a date, a range or an age.
  static func days(
    _ comparison: Comparison, _ text: String, isCertain: Bool, today: DayNumber
  ) -> DayTest? {
    DayTest(comparison, text, isCertain: isCertain)
      ?? DayTest(age: text, comparison, today: today, isCertain: isCertain)
  }

  private init(matching text: String, days: DayTest?) {
    let word = Rule.beginsWord(Fold.folded(text))
    let bytes = Array(text.utf8)
    guard let dots = bytes.rangeDots else {
      // No number is written `30-40`, so of numbers it can only be a range.
      let number =
        Self.number(text).map { NumberRange(low: $0, high: $0) }
        ?? QueryText.hyphenated(text).map {
          NumberRange(low: Double($0.low), high: Double($0.high))
        }
      self.init(ofNumber: number.map { .number($0) } ?? .never, ofText: word)
      return
    }
    let low = String(decoding: bytes[..<dots], as: UTF8.self)
    let high = String(decoding: bytes[(dots + 2)...], as: UTF8.self)
    let from = low.isEmpty ? -Double.infinity : Self.number(low)
    let to = high.isEmpty ? Double.infinity : Self.number(high)
    var ofNumber = Rule.unknown
    if let from, let to { ofNumber = .number(NumberRange(low: from, high: to)) }
    self.init(ofNumber: ofNumber, ofText: days.map { .days($0) } ?? word)
  }

  /// A decimal number, or an infinite one if it lies beyond the machine's; `inf`, `nan` and
  /// hexadecimal are none.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)[...].trimmingBlanks
    let allowed = bytes.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
    return allowed ? Double(String(decoding: bytes, as: UTF8.self)) : nil
  }
}

extension NumberRange {
  fileprivate init(_ comparison: Comparison, _ number: Double) {
    switch comparison {
    case .matches, .equals: self.init(low: number, high: number)
    case .less: self.init(low: -.infinity, high: number, includesHigh: false)
    case .lessOrEqual: self.init(low: -.infinity, high: number)
    case .greater: self.init(low: number, high: .infinity, includesLow: false)
    case .greaterOrEqual: self.init(low: number, high: .infinity)
    }
  }
}

// MARK: - Asking

extension ValueTest {
  /// What the test says of a value as written; its folded text is made only where it is needed.
  func finding(
    _ kind: ScalarKind, _ written: UnsafeRawBufferPointer,
    folded: () -> UnsafeRawBufferPointer
  ) -> Finding {
    switch kind == .number ? ofNumber : ofText {
    case .unknown: return .unknown
    case .never: return .failed
    case .contains(let needle): return folded().contains(needle) ? .passed : .failed
    case .beginsWord(let needle):
      return WordStart.holds(needle, in: folded()) ? .passed : .failed
    case .fits(let pattern):
      var matcher = PatternMatcher(pattern)
      return matcher.matches(folded()) ? .passed : .failed
    case .equals(let exact): return written.elementsEqual(exact) ? .passed : .failed
    case .number(let range):
      let text = String(decoding: written, as: UTF8.self)
      guard let number = Double(text) else { return .unknown }
      return range.contains(number) ? .passed : .failed
    case .days(let days):
      guard kind != .boolean, let date = DateSpan.parse(written) else { return .unknown }
      return days.passes(date) ? .passed : .failed
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes stand in these, one after the other.
  func contains(_ needle: [UInt8]) -> Bool { place(of: needle, from: 0) != nil }

  /// The first index from a start at which the bytes stand, one after the other.
  func place(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start }
    return needle.withUnsafeBytes { needle in
      guard let base = baseAddress, let wanted = needle.baseAddress else { return nil }
      var place = base + start
      let last = base + count - needle.count
      while place <= last {
        guard let next = memchr(place, Int32(first), last - place + 1) else { return nil }
        if memcmp(next, wanted, needle.count) == 0 { return UnsafeRawPointer(next) - base }
        place = UnsafeRawPointer(next) + 1
      }
      return nil
    }
  }
}
