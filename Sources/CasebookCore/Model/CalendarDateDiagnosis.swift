/// Finds the more telling reason behind a text that the parser stopped at.
enum CalendarDateDiagnosis {
  /// The error to report: level 2 by name, the writing that is probably meant, another notation,
  /// or what the parser said. Offsets in `error` are bytes, which are scalars up to the first
  /// scalar that is not ASCII.
  static func refine(_ error: CalendarDateError, of text: String) -> CalendarDateError {
    guard isOpenToDoubt(error) else { return error }
    let scalars = Array(text.unicodeScalars)
    if scalars.allSatisfy(\.properties.isWhitespace) { return .empty }
    let bytes = Array(text.utf8)
    if let (feature, at) = LevelTwoScanner.feature(of: bytes) { return .levelTwo(feature, at: at) }
    let foreign = scalars.firstIndex { !$0.isASCII }
    let at = foreign.map { $0..<$0 + 1 } ?? error.at
    if let meant = CalendarDateSuggestion.meant(by: scalars) { return .suggest(meant, at: at) }
    if let notation = DateNotation(of: bytes) {
      return .otherNotation(notation, at: 0..<bytes.count)
    }
    return foreign == nil ? error : .badShape(expected: .asciiDigits, at: at)
  }

  /// Whether the parser only knew that something does not fit.
  private static func isOpenToDoubt(_ error: CalendarDateError) -> Bool {
    switch error {
    case .badShape, .yearNeedsPrefix: true
    default: false
    }
  }
}

extension DateNotation {
  /// The notation that a text has by its outline, where it is a known one.
  init?(of bytes: [UInt8]) {
    let outline = String(
      decoding: bytes.prefix(11).map { Ascii.isDigit($0) ? UInt8(ascii: "d") : $0 },
      as: UTF8.self)
    switch outline {
    case "dddd-Wdd", "dddd-Wdd-d", "ddddWdd", "ddddWddd": self = .weekDate
    case "dddd-ddd": self = .ordinalDate
    case "d/d/dddd", "dd/d/dddd", "d/dd/dddd", "dd/dd/dddd", "d/d/dd", "dd/d/dd", "d/dd/dd",
      "dd/dd/dd":
      self = .slashedDate
    default: return nil
    }
  }
}
