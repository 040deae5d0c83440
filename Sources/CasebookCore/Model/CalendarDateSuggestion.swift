/// Rewrites near misses: `2013-8`, `20240601`, `2024/6/1`, ` 2024-06-01`, digits and hyphens of
/// other scripts, small letters. Nothing is taken for the date but by its writer.
enum CalendarDateSuggestion {
  /// The date that is probably meant, as it should be written; nothing where none can be told.
  static func meant(by scalars: [Unicode.Scalar]) -> String? {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard scalars.count <= longest, let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return nil }
    let plain = String(String.UnicodeScalarView(scalars[first...last].map(plainScalar)))
    let meant = ends(plain).map(padded).joined(separator: "/")
    return (try? CalendarDateParser.parse(Array(meant.utf8))) == nil ? nil : meant
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
