/// How a text is written in YAML so that it reads back as that text.
enum YAMLText {
  /// The forms, the plainest first.
  enum Form: Equatable {
    case plain, quoted
    /// Line by line, with the sign that says how many line ends follow the last line.
    case lines(String)
  }

  /// The form that keeps a text; `isInline` where it cannot stand on lines of its own, `inBrackets`
  /// where commas and brackets would part it.
  static func form(of text: String, isInline: Bool, inBrackets: Bool = false) -> Form {
    if isPlain(text, inBrackets: inBrackets) { return .plain }
    guard !isInline, text.utf8.contains(UInt8(ascii: "\n")), isLines(text) else { return .quoted }
    if !text.hasSuffix("\n") { return .lines("|-") }
    return .lines(text.hasSuffix("\n\n") ? "|+" : "|")
  }

  /// The text between quotation marks, with escapes for what cannot stand there or would not be
  /// seen.
  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\r": bytes += "\\r".utf8
      case _ where scalar.isHiddenInData:
        let isLong = scalar.value > 0xFFFF
        bytes += (isLong ? "\\U" : "\\u").utf8
        bytes.appendHexadecimal(scalar.value, digits: isLong ? 8 : 4)
      default: bytes += UTF8.encode(scalar) ?? .init()
      }
    }
    return bytes + [UInt8(ascii: "\"")]
  }

  /// Words that older readers of YAML take for true or false.
  private static let olderBooleans = ["y", "n", "yes", "no", "on", "off"]

  /// Whether a text reads back as itself without quotation marks.
  private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || "0123456789(/_.".unicodeScalars.contains(first),
      last != " ", last != ":", !olderBooleans.contains(text.lowercased()), text != "..."
    else { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", "[", "]", "{", "}": if inBrackets { return false } else { before = scalar }
      case "#" where before == " ": return false
      case " " where before == ":": return false
      case _ where scalar.isHiddenInData: return false
      default: before = scalar
      }
    }
    var text = text
    return text.withUTF8 { YAMLScalar.kind(of: UnsafeRawBufferPointer($0)) == .string }
  }

  /// Whether a text of several lines keeps every blank where its lines stand indented.
  private static func isLines(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != "\n", first != " " else { return false }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || !$0.isHiddenInData }) else { return false }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return !lines.contains { !$0.isEmpty && $0.allSatisfy { $0 == " " } }
  }
}
