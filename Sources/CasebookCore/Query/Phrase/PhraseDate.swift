/// Dates as one says them: "13 October 2023", "Oct 2023", "the first half of 2014".
enum PhraseDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// The numbers by which dates of the format mean seasons, in the order of the year.
  private static let seasons = [
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
  ]
  /// The first and the last month of a part of a year.
  private static let parts: [String: [String: (first: Int, last: Int)]] = [
    "half": ["first": (1, 6), "1st": (1, 6), "second": (7, 12), "2nd": (7, 12), "last": (7, 12)],
    "quarter": [
      "first": (1, 3), "1st": (1, 3), "second": (4, 6), "2nd": (4, 6), "third": (7, 9),
      "3rd": (7, 9), "fourth": (10, 12), "4th": (10, 12), "last": (10, 12),
    ],
  ]

  /// The longest date that some words in small letters begin with, as the filter language writes
  /// it, and how many words it takes; nil if they begin with none. A month or day without a year is
  /// of the year given.
  static func longest(_ words: [String], year: String? = nil) -> (text: String, count: Int)? {
    for count in stride(from: min(6, words.count), through: 1, by: -1) {
      let taken = words.prefix(count).filter { !["of", "the", "in", "year"].contains($0) }
      let isWhole =
        words[0] != "of" && words[0] != "in" && words[count - 1] != "of"
        && words[count - 1] != "the" && words[count - 1] != "in"
      if isWhole, !taken.isEmpty, let found = written(taken, year) { return (found, count) }
    }
    return nil
  }

  /// The date of some words in small letters; nil if they are no date.
  static func written(_ words: [String], _ year: String? = nil) -> String? {
    switch words.count {
    case 1:
      if isISO(words[0]) { return words[0] }
      if let range = QueryText.hyphenated(words[0]), 1800...2199 ~= range.low,
        1800...2199 ~= range.high
      {
        return "\(range.low)..\(range.high)"
      }
      return year.flatMap { month(words[0], $0) }
    case 2:
      return month(words[0], words[1]) ?? season(words[0], words[1]) ?? quarter(words[0], words[1])
        ?? year.flatMap { day(words[0], words[1], $0) ?? day(words[1], words[0], $0) }
    case 3:
      // The day stands before the month, or between it and the year.
      return day(words[0], words[1], words[2]) ?? day(words[1], words[0], words[2])
        ?? part(words[0], words[1], words[2])
    default: return nil
    }
  }

  /// The year at the end of a date, for one before it that leaves its own out.
  static func year(of date: String) -> String { String(date.prefix(4)) }

  /// A date, or the first or last part of a range of dates.
  static func end(_ date: String, isFirst: Bool) -> String {
    guard let dots = date.firstRange(of: "..") else { return date }
    return String(isFirst ? date[..<dots.lowerBound] : date[dots.upperBound...])
  }

  private static func isISO(_ word: String) -> Bool {
    guard word.first?.isNumber == true, let date = try? CalendarDate(word) else { return false }
    // A number is a year only if it has four digits and is near the years of records.
    return Int(word) == nil || word.count == 4 && "1800"..."2199" ~= word && date.text == word
  }

  private static func month(_ name: String, _ year: String) -> String? {
    guard let month = number(ofMonth: name), isYear(year) else { return nil }
    return "\(year)-\(twoDigits(month))"
  }

  private static func day(_ day: String, _ name: String, _ year: String) -> String? {
    var digits = day.hasSuffix(",") ? String(day.dropLast()) : day
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) {
      digits = String(digits.dropLast(2))
    }
    guard let number = Int(digits), let month = month(name, year) else { return nil }
    let written = "\(month)-\(twoDigits(number))"
    return (try? CalendarDate(written)) != nil ? written : nil
  }

  private static func season(_ name: String, _ year: String) -> String? {
    guard let number = seasons[name], isYear(year) else { return nil }
    return "\(year)-\(number)"
  }

  private static func quarter(_ name: String, _ year: String) -> String? {
    guard name.count == 2, name.hasPrefix("q"), let number = Int(name.dropFirst()),
      1...4 ~= number, isYear(year)
    else { return nil }
    return months(number * 3 - 2, number * 3, year)
  }

  private static func part(_ which: String, _ unit: String, _ year: String) -> String? {
    guard let range = parts[unit]?[which], isYear(year) else { return nil }
    return months(range.first, range.last, year)
  }

  private static func months(_ first: Int, _ last: Int, _ year: String) -> String {
    "\(year)-\(twoDigits(first))..\(year)-\(twoDigits(last))"
  }

  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && "1800"..."2199" ~= text && Int(text) != nil
  }

  /// A month by its name or its first three letters or more.
  private static func number(ofMonth name: String) -> Int? {
    let bare = name.hasSuffix(".") || name.hasSuffix(",") ? String(name.dropLast()) : name
    guard bare.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(bare) || bare == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
