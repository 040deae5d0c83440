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
