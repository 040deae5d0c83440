/// What a test says of each case or event: passed, failed, or nothing where the value is missing.
struct Verdict: Sendable, Equatable {
  var passed: Bitmap
  var failed: Bitmap

  init(passed: Bitmap, failed: Bitmap) {
    self.passed = passed
    self.failed = failed
  }

  /// A verdict that leaves nothing open.
  init(passed: Bitmap) {
    self.passed = passed
    failed = passed.inverted
  }

  /// A verdict of those that were compared at all, and those of them that passed.
  init(passed: Bitmap, compared: Bitmap) {
    self.passed = passed
    failed = compared.subtracting(passed)
  }

  static func all(_ count: Int) -> Verdict {
    Verdict(passed: Bitmap(count: count, filled: true), failed: Bitmap(count: count))
  }

  /// Passed and failed change places; what is open stays open.
  var negated: Verdict { Verdict(passed: failed, failed: passed) }

  mutating func formAnd(_ other: Verdict) {
    passed.formIntersection(other.passed)
    failed.formUnion(other.failed)
  }

  mutating func formOr(_ other: Verdict) {
    passed.formUnion(other.passed)
    failed.formIntersection(other.failed)
  }

  /// How many neither passed nor failed, because a value is missing; O(`count` / 64).
  var unknownCount: Int { passed.count - passed.population - failed.population }

  var byteCount: Int { (passed.words.count + failed.words.count) * 8 }
}
