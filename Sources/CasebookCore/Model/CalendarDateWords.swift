/// Reads dates that people write and the Extended Date/Time Format does not know, to suggest what is
/// meant: `Oct 13, 2023`, `1 February 2024`, `Feb 2024`, `13/10/2023`.
///
/// Day and month as numbers can be distinguished only if one of them cannot be a month, or both are the
/// same.
enum CalendarDateWords {
  /// The date that a text without blanks around it means; nil if it is none, or not certain. The day
  /// may be one that its month does not have.
  static func meant(by text: ArraySlice<Unicode.Scalar>) -> String? {
    let words = text.split { !$0.properties.isAlphabetic && !isDigit($0) }
      .map { String(String.UnicodeScalarView($0)).lowercased() }
      .filter { !isWeekday($0) }
    switch words.count {
    case 2: return month(words[0]).flatMap { month in year(words[1]).map { "\($0)-\(month)" } }
    case 3: return named(words) ?? numbered(words)
    default: return nil
    }
  }

  // MARK: -

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Month, day and year, or day, month and year, the month by its name.
  private static func named(_ words: [String]) -> String? {
    guard let year = year(words[2]) else { return nil }
    for (name, number) in [(words[0], words[1]), (words[1], words[0])] {
      if let month = month(name), let day = day(number) { return "\(year)-\(month)-\(day)" }
    }
    return nil
  }

  /// Day and month in numbers, in the one order that they can have.
  private static func numbered(_ words: [String]) -> String? {
    guard let year = year(words[2]), let first = number(words[0]), let second = number(words[1])
    else { return nil }
    switch (1...12 ~= first, 1...12 ~= second) {
    case (true, true) where first == second: return "\(year)-\(padded(first))-\(padded(second))"
    case (true, false): return "\(year)-\(padded(first))-\(padded(second))"
    case (false, true): return "\(year)-\(padded(second))-\(padded(first))"
    default: return nil
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWeekday(_ word: String) -> Bool {
    word.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  private static func month(_ word: String) -> String? {
    let name = word == "sept" ? "sep" : word
    guard name.count >= 3, let index = months.firstIndex(where: { $0.hasPrefix(name) }) else {
      return nil
    }
    return padded(index + 1)
  }

  private static func year(_ word: String) -> String? {
    word.utf8.count == 4 && word.utf8.allSatisfy(Ascii.isDigit) ? word : nil
  }

  /// A day of one or two digits, with the ending of an ordinal or without.
  private static func day(_ word: String) -> String? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...]) else { return nil }
    return number(String(digits)).map(padded)
  }

  private static func number(_ word: String) -> Int? {
    guard (1...2).contains(word.utf8.count), word.utf8.allSatisfy(Ascii.isDigit) else { return nil }
    return Int(word)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
