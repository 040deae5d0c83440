/// Writes terms of the language, so that what is written reads back as what was meant.
public enum QueryText {
  /// A value, in quotation marks where it needs them.
  public static func value(_ text: String) -> String {
    let needsMarks =
      text.isEmpty || text.utf8.contains { !($0.continuesName || $0 == UInt8(ascii: ".")) }
    return needsMarks ? quoted(text) : text
  }

  /// The name of a field, in quotation marks where it needs them.
  public static func name(_ text: String) -> String {
    let isPlain =
      text.utf8.first?.beginsName == true
      && text.utf8.allSatisfy { $0.continuesName || $0 == UInt8(ascii: ".") }
    return isPlain ? text : quoted(text)
  }

  /// A word or a phrase to search for.
  public static func phrase(_ text: String) -> String {
    let keywords = ["or", "and", "not"]
    let isPlain =
      text.utf8.first.map { $0.beginsName || $0.isDigit } == true
      && text.utf8.allSatisfy(\.continuesName) && !keywords.contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  /// A text in quotation marks.
  public static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}

extension QueryText {
  /// The two ends of a range of numbers written with a hyphen or a dash, such as `30-40`; nil if it
  /// is none.
  ///
  /// Both ends have up to three digits, or both have four, and the first is not above the second:
  /// `2023-10` is a month, and `12-2014` is no range.
  static func hyphenated(_ text: String) -> (low: Int, high: Int)? {
    let ends = text.split(separator: text.contains("-") ? "-" : "\u{2013}", maxSplits: 2)
    guard ends.count == 2, text.first?.isNumber == true,
      ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) && $0.utf8.count <= 4 }),
      (ends[0].count == 4) == (ends[1].count == 4), let low = Int(ends[0]),
      let high = Int(ends[1]), low <= high
    else { return nil }
    return (low, high)
  }
}
