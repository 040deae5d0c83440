/// Dates that say no more than the month.
public enum CoarseDate {
  /// A date as written with its days and times left out: `2024-02-01T14:05/2024-04` as
  /// `2024-02/2024-04`; a text that is no date stays.
  public static func month(_ written: String) -> String {
    written.split(separator: "/", omittingEmptySubsequences: false).map(end)
      .joined(separator: "/")
  }

  /// Whether a text begins with a whole day.
  static func isDay(_ text: String) -> Bool { end(Substring(text)) != text }

  private static func end(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    let hyphens = [4, 7]
    guard bytes.count >= 10,
      bytes[..<10].enumerated().allSatisfy({ index, byte in
        hyphens.contains(index)
          ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) || byte == UInt8(ascii: "X")
      })
    else { return String(text) }
    let mark = text.last.map { "?~%".contains($0) ? String($0) : "" } ?? ""
    return String(text.prefix(7)) + mark
  }
}
