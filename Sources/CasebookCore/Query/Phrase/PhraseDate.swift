/// Dates as one says them: "13 October 2023", "Oct 2023".
enum PhraseDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The date of some words in small letters, as the filter language writes it; nothing where they
  /// are no date.
  static func written(_ words: [String]) -> String? {
    switch words.count {
    case 1:
      let isRead = (try? CalendarDate(words[0])) != nil && words[0].first?.isNumber == true
      return isRead ? words[0] : nil
    case 2: return month(words[0], words[1])
    case 3:
      // The day stands before the month, or between it and the year.
      return day(words[0], words[1], words[2]) ?? day(words[1], words[0], words[2])
    default: return nil
    }
  }

  private static func month(_ name: String, _ year: String) -> String? {
    guard let month = number(ofMonth: name), year.count == 4, Int(year) != nil else { return nil }
    return "\(year)-\(twoDigits(month))"
  }

  private static func day(_ day: String, _ name: String, _ year: String) -> String? {
    let digits = day.hasSuffix(",") ? String(day.dropLast()) : day
    guard let number = Int(digits), let month = month(name, year) else { return nil }
    let written = "\(month)-\(twoDigits(number))"
    return (try? CalendarDate(written)) != nil ? written : nil
  }

  /// A month by its name or its first three letters or more.
  private static func number(ofMonth name: String) -> Int? {
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
