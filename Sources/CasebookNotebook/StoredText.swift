/// Text as it is stored: SQLite's text functions stop at NUL, so NUL is written as two characters.
enum StoredText {
  private static let sign: Unicode.Scalar = "\u{1A}"

  /// The stored form of a text.
  static func written(_ text: String) -> String {
    guard text.utf8.contains(0) || text.utf8.contains(0x1A) else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": written.append(contentsOf: [sign, "0"])
      case sign: written.append(contentsOf: [sign, "1"])
      default: written.append(scalar)
      }
    }
    return String(written)
  }

  /// The text of a stored form.
  static func read(_ written: String) -> String {
    guard written.utf8.contains(0x1A) else { return written }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in written.unicodeScalars {
      if isEscaped {
        text.append(scalar == "0" ? "\0" : sign)
        isEscaped = false
      } else if scalar == sign {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
