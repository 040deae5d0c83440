// Hot path: every value of a column is marked here.

/// Rows that were compared, and those that passed.
struct Marks {
  var passed: Bitmap
  var compared: Bitmap

  init(count: Int) {
    passed = Bitmap(count: count)
    compared = Bitmap(count: count)
  }

  var verdict: Verdict { Verdict(passed: passed, compared: compared) }

  mutating func add(_ finding: Finding, _ row: Int) {
    if finding == .unknown { return }
    compared.insert(row)
    if finding == .passed { passed.insert(row) }
  }

  /// Calls the body with the bits to write to; rows must be below the count.
  @inline(__always)
  mutating func edit(_ body: (Words) -> Void) {
    passed.withMutableWords { passed in
      compared.withMutableWords { compared in
        guard let passed = passed.baseAddress, let compared = compared.baseAddress else { return }
        body(Words(passed: passed, compared: compared))
      }
    }
  }

  /// The bits of both sets.
  struct Words {
    let passed: UnsafeMutablePointer<UInt64>
    let compared: UnsafeMutablePointer<UInt64>

    @inline(__always)
    func add(_ finding: Finding, _ row: Int) {
      let bit = UInt64(1) << UInt64(row & 63)
      compared[row >> 6] |= finding == .unknown ? 0 : bit
      passed[row >> 6] |= finding == .passed ? bit : 0
    }
  }
}

/// A test of days as bounds of the first and the last day alone, so that it takes no decisions.
struct DayWindow {
  private let earliest: ClosedRange<Int32>
  private let latest: ClosedRange<Int32>
  private let excluded: DateSpan.Flags

  init(_ test: DayTest) {
    var earliest = Int32.min...Int32.max
    var latest = earliest
    let certain = test.isCertain
    let above = Self.above(test.last)
    switch test.comparison {
    case .matches, .equals:
      earliest = certain ? test.first...Int32.max : Int32.min...test.last
      latest = certain ? Int32.min...test.last : test.first...Int32.max
    case .greater: if certain { earliest = above } else { latest = above }
    case .greaterOrEqual:
      let range = test.first...Int32.max
      if certain { earliest = range } else { latest = range }
    case .less:
      let range = Self.below(test.first)
      if certain { latest = range } else { earliest = range }
    case .lessOrEqual:
      let range = Int32.min...test.last
      if certain { latest = range } else { earliest = range }
    }
    self.earliest = earliest
    self.latest = latest
    excluded = certain ? DateSpan.Flags.marks : []
    isNever =
      test.comparison == .greater && test.last == .max
      || test.comparison == .less && test.first == .min
  }

  private let isNever: Bool

  private static func above(_ day: Int32) -> ClosedRange<Int32> {
    day == .max ? day...day : day + 1...Int32.max
  }

  private static func below(_ day: Int32) -> ClosedRange<Int32> {
    day == .min ? day...day : Int32.min...day - 1
  }

  @inline(__always)
  func finding(_ date: DateSpan) -> Finding {
    if date.isMissing { return .unknown }
    let isIn =
      earliest.contains(date.earliest) && latest.contains(date.latest)
      && date.flags.isDisjoint(with: excluded) && !isNever
    return isIn ? .passed : .failed
  }
}

extension DateSpan.Flags {
  /// What makes a date less than certain; see ``DateSpan/isCertain``.
  fileprivate static let marks: DateSpan.Flags = [
    .uncertain, .approximate, .unspecified, .openStart, .openEnd, .unknownStart, .unknownEnd,
  ]
}
