/// Rewrites near misses: `2013-8`, `20240601`, `2024/6/1`, ` 2024-06-01`, digits and hyphens of
/// other scripts, small letters, dates in words, days and months whose order their numbers show, and
/// ranges such as `2023-01-01..2023-06-30`. Nothing is taken for the date but by its writer.
enum CalendarDateSuggestion {
  /// The date that is probably meant, as it should be written; nothing where none can be told.
  static func meant(by scalars: [Unicode.Scalar]) -> String? {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard scalars.count <= longest, let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return nil }
    let text = scalars[first...last]
    return [interval(text), CalendarDateWords.meant(by: text), padded(text)]
      .compactMap { $0.flatMap(checked) }.first
  }

  /// A text, if it is a date.
  private static func checked(_ text: String) -> String? {
    (try? CalendarDateParser.parse(Array(text.utf8))) == nil ? nil : text
  }

  /// The interval that two dates with a sign or a word between them are, each read by itself; an end
  /// that is missing beside `..` is open.
  private static func interval(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    let whole = String(String.UnicodeScalarView(text))
    for separator in ["..", " to ", " until ", " - ", " \u{2013} ", "/"] {
      guard let range = whole.firstRange(of: separator) else { continue }
      let sides = [whole[..<range.lowerBound], whole[range.upperBound...]]
      guard !sides.contains(where: { $0.contains(separator) }) else { return nil }
      let isOpen = separator == ".."
      let ends = sides.compactMap { side -> String? in
        let side = Array(side.unicodeScalars)
        return side.isEmpty ? (isOpen ? ".." : nil) : single(side)
      }
      return ends.count == 2 && ends != ["..", ".."] ? ends.joined(separator: "/") : nil
    }
    return nil
  }

  /// One date as it should be written.
  private static func single(_ text: [Unicode.Scalar]) -> String? {
    checked(String(String.UnicodeScalarView(text)))
      ?? CalendarDateWords.meant(by: text[...]).flatMap(checked) ?? checked(padded(text[...]))
  }

  /// The parts of a date in as many digits as they need.
  private static func padded(_ text: ArraySlice<Unicode.Scalar>) -> String {
    let plain = String(String.UnicodeScalarView(text.map(plainScalar)))
    return ends(plain).map(padded).joined(separator: "/")
  }

  /// No date is nearly so long.
  private static let longest = 100

  /// A digit, hyphen or capital letter for what looks or sounds like one; `T` for a blank inside.
  private static func plainScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return Unicode.Scalar(Ascii.zero + UInt8(value))
    }
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE63}", "\u{FF0D}": return "-"
    case "t", " ": return "T"
    case "x": return "X"
    case "y": return "Y"
    case "z": return "Z"
    default: return scalar
    }
  }

  /// The ends of an interval, or the whole where the slashes part year, month and day.
  private static func ends(_ text: String) -> [Substring] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4 else { return parts }
    return [Substring(parts.joined(separator: "-"))]
  }

  private static func padded(_ date: Substring) -> String {
    let pieces = date.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let day = hyphenated(pieces[0].hasPrefix("+") ? pieces[0].dropFirst() : pieces[0])
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).enumerated()
      .map { index, part in index > 0 && needsZero(part) ? "0" + part : String(part) }
    return ([parts.joined(separator: "-")] + pieces.dropFirst().map(String.init))
      .joined(separator: "T")
  }

  /// Whether a month or day is a single digit, with a mark after it or not.
  private static func needsZero(_ part: Substring) -> Bool {
    part.utf8.prefix { Ascii.isDigit($0) }.count == 1
  }

  /// `20240601` with hyphens.
  private static func hyphenated(_ date: Substring) -> String {
    let digits = date.utf8.prefix { Ascii.isDigit($0) }
    guard digits.count == 8 else { return String(date) }
    return "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.dropFirst(6))"
  }
}
