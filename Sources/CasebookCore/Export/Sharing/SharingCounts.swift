/// How many values a shared export leaves out, by the keys that the format names.
public struct SharingCounts: Sendable, Hashable {
  /// Values that never pass, or that could not be made coarser, by key.
  public private(set) var leftOut: [String: Int] = [:]
  /// Values of keys that the format does not name, or in a place where it has no value.
  public private(set) var others = 0
  /// Values that too few cases have, by key.
  public private(set) var withheld: [String: Int] = [:]
  /// Pages, rows and other places in sources.
  public private(set) var locators = 0

  /// Counts nothing yet.
  public init() {}

  /// Whether everything passed.
  public var isEmpty: Bool {
    leftOut.isEmpty && withheld.isEmpty && others == 0 && locators == 0
  }

  mutating func leaveOut(_ key: String, _ count: Int = 1) {
    if count > 0 { leftOut[key, default: 0] += count }
  }

  mutating func leaveOutOthers(_ count: Int) { others += count }

  mutating func leaveOutLocator() { locators += 1 }

  mutating func withhold(_ key: String) { withheld[key, default: 0] += 1 }

  /// Adds the counts of another case.
  public static func += (left: inout SharingCounts, right: SharingCounts) {
    left.leftOut.merge(right.leftOut, uniquingKeysWith: +)
    left.withheld.merge(right.withheld, uniquingKeysWith: +)
    left.others += right.others
    left.locators += right.locators
  }
}
