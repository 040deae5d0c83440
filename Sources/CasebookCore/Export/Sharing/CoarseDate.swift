/// Dates that say no more than the month.
///
/// The result is always built from numbers that were read, so no part of the written text passes.
public enum CoarseDate {
  /// The years that can be said: others are more likely numbers of another kind.
  static let years = 1700...2199

  /// A date without its days and times, in the Extended Date/Time Format: `2024-02-01T14:05/2024-04`
  /// becomes `2024-02/2024-04`.
  ///
  /// Dates of the format are read first, then the notations of ``LooseDate``: day numbers of Excel,
  /// slashes, month names, sets.
  ///
  /// - Returns: A season, month, year or decade, or an interval of two of them; `nil` if the text
  ///   cannot be read as a date.
  public static func month(_ written: String) -> String? {
    let text = written.trimmed
    guard let date = try? CalendarDate(text) else { return LooseDate(text)?.text }
    switch date.form {
    case .single(let date): return self.text(of: date)
    case .interval(let start, let end):
      guard let start = self.text(of: start), let end = self.text(of: end) else { return nil }
      return "\(start)/\(end)"
    }
  }

  private static func text(of bound: DateBound) -> String? {
    switch bound {
    case .date(let date): text(of: date)
    case .open: ".."
    case .unknown: ""
    }
  }

  private static func text(of date: PartialDate) -> String? {
    let unspecified = date.unspecifiedYearDigits
    guard unspecified == 4 || years.contains(date.year) else { return nil }
    let year =
      TableDate.padded(date.year, 4).prefix(4 - unspecified)
      + String(repeating: "X", count: unspecified)
    let month =
      switch date.monthPart {
      case .none: ""
      case .unspecified: "-XX"
      case .month(let month): "-" + TableDate.padded(month)
      case .season(let season): "-\(season.rawValue)"
      }
    return year + month + mark(date.qualifiers)
  }

  private static func mark(_ qualifiers: DateQualifiers) -> String {
    if qualifiers == [.uncertain, .approximate] { return "%" }
    if qualifiers.contains(.uncertain) { return "?" }
    return qualifiers.contains(.approximate) ? "~" : ""
  }
}
