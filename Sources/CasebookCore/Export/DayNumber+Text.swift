extension DayNumber {
  /// The day as EDTF writes it: `2023-10-13`, `-0044-03-15`; years beyond four digits as one year.
  public var isoText: String {
    let day = calendarDay
    guard (-9_999...9_999).contains(day.year) else { return "Y\(day.year)" }
    let sign = day.year < 0 ? "-" : ""
    return sign + Self.padded(abs(day.year), 4) + "-" + Self.padded(day.month, 2) + "-"
      + Self.padded(day.day, 2)
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
