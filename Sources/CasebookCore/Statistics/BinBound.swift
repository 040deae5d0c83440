/// A bound between two bins: `12h`, `7d`, `2w`, or a number without a unit.
public struct BinBound: Sendable, Hashable {
  /// As it is written.
  public let text: String
  /// The hours of a time, the number of anything else.
  public let value: Double
  /// Whether it is a time.
  public let isTime: Bool
  /// Whether it is in hours.
  public let isHours: Bool

  /// Reads bounds with commas between them, which must ascend; nil if one cannot be read.
  public static func list(_ text: String) -> [BinBound]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let bounds = parts.compactMap { BinBound(String($0).trimmingBlanks) }
    guard bounds.count == parts.count, bounds.count <= limit,
      Set(bounds.map(\.isTime)).count == 1,
      zip(bounds, bounds.dropFirst()).allSatisfy({ $0.value < $1.value })
    else { return nil }
    return bounds
  }

  /// The most bounds: bins of a case are held as bits.
  public static let limit = 60

  private static let hours: [(unit: String, hours: Double)] = [("h", 1), ("d", 24), ("w", 168)]

  private init?(_ text: String) {
    let unit = Self.hours.first { text.hasSuffix($0.unit) }
    guard let number = NumberReader.number(unit == nil ? text : String(text.dropLast())) else {
      return nil
    }
    self.text = text
    value = number * (unit?.hours ?? 1)
    isTime = unit != nil
    isHours = unit?.unit == "h"
  }
}
