/// Compares the long values of a column, which are stretches of the folded text.
///
/// For words, the cases whose text contains them are found first, all at once; only in those is
/// the field looked at.
struct LongTextFinder {
  private let column: ValueColumn
  private let segment: Segment
  private let context: QueryContext
  private let rules: [Rule]
  private let text: MemoryRegion<UInt8>?

  private struct Rule {
    var rule: ValueTest.Rule
    /// The folded text that must be in the value, and the cases that contain it at all.
    var needle: [UInt8] = []
    var candidates: Bitmap?
    var matching: Matching?
  }

  /// A machine that learns while it matches.
  private final class Matching {
    var matcher: PatternMatcher
    init(_ pattern: Pattern) { matcher = PatternMatcher(pattern) }
  }

  init(_ column: ValueColumn, _ tests: [ValueTest], in evaluator: SegmentEvaluator) {
    self.column = column
    segment = evaluator.segment
    context = evaluator.context
    text = segment.text.segments.first?.text
    let hasLongTexts = column.longRanges.count > 0
    rules =
      !hasLongTexts
      ? []
      : tests.map { test in
        var rule = Rule(rule: test.ofText)
        switch test.ofText {
        case .contains(let needle), .beginsWord(let needle): rule.needle = needle
        case .fits(let pattern):
          rule.needle = pattern.requiredText
          rule.matching = Matching(pattern)
        case .equals(let bytes): rule.needle = bytes.withUnsafeBytes { Fold.folded($0) }
        default: return rule
        }
        rule.candidates = evaluator.verdict(.text(rule.needle), of: .cases).passed
        return rule
      }
  }

  /// What the tests say of a long value of a case.
  func finding(_ code: UInt32, ownerRow: Int) -> Finding {
    var found = Finding.unknown
    for rule in rules { found.add(finding(rule, code, ownerRow)) }
    return found
  }

  private func finding(_ rule: Rule, _ code: UInt32, _ ownerRow: Int) -> Finding {
    if let candidates = rule.candidates, !candidates.contains(ownerRow) { return .failed }
    return withText(column.longRange(code)) { text in
      switch rule.rule {
      case .contains: text.contains(rule.needle) ? .passed : .failed
      case .beginsWord: WordStart.holds(rule.needle, in: text) ? .passed : .failed
      case .fits: rule.matching?.matcher.matches(text) == true ? .passed : .failed
      case .equals(let exact):
        text.elementsEqual(rule.needle) && isExact(exact, ownerRow) ? .passed : .failed
      case .days(let days):
        DateSpan.parse(text).map { days.passes($0) ? .passed : .failed } ?? .unknown
      case .never: .failed
      case .unknown, .number: .unknown
      }
    }
  }

  @inline(__always)
  private func withText(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Finding
  ) -> Finding {
    guard let text else { return .unknown }
    return text.withElements { bytes in
      let part = range.clamped(to: 0..<bytes.count)
      return body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[part])))
    }
  }

  private func isExact(_ text: [UInt8], _ ownerRow: Int) -> Bool {
    guard let exactText = context.exactText else { return true }
    return exactText(segment, ownerRow, column.path, String(decoding: text, as: UTF8.self))
  }
}
