/// A month, season or year read from a date that is not written in the Extended Date/Time Format.
///
/// Read are day numbers of Excel, `20240305`, numbers separated by slashes, hyphens or full stops in
/// any order, names of months and seasons, and several of these as a set or a range. Where the month
/// cannot be known, as in `03/05/2024`, or several are named, only the year is said. A word that is
/// not part of a date, such as *before*, makes the text unreadable: what it changes is not known.
struct LooseDate {
  private var years: Set<Int> = []
  private var months: Set<Int> = []
  private var seasons: Set<Season> = []
  private var isMonthUnknown = false
  private var isDoubted = false

  /// Reads a text without blanks around it; `nil` if it says no date, or dates of several years.
  init?(_ text: String) {
    if let day = Self.dayNumber(text) {
      years = [day.year]
      months = [day.month]
    } else {
      var reader = PartReader(text)
      while let part = reader.next() {
        guard add(part) else { return nil }
      }
    }
    guard years.count == 1, years.allSatisfy(CoarseDate.years.contains) else { return nil }
  }

  /// The date in the Extended Date/Time Format.
  var text: String? {
    guard let year = years.first else { return nil }
    let mark = isDoubted ? "?" : ""
    let said = TableDate.padded(year, 4)
    if isMonthUnknown || months.count + seasons.count != 1 { return said + mark }
    if let season = seasons.first { return "\(said)-\(season.rawValue)\(mark)" }
    return months.first.map { "\(said)-\(TableDate.padded($0))\(mark)" }
  }

  /// A day number of Excel, which has five digits and perhaps a fraction, or eight digits in a row.
  private static func dayNumber(_ text: String) -> CalendarDay? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    if digits.count == 8, digits.count == text.count {
      return DayNumber(year: number / 10_000, month: number / 100 % 100, day: number % 100)?
        .calendarDay
    }
    let fraction = text.dropFirst(digits.count)
    guard digits.count == 5,
      fraction.isEmpty || fraction.first == "." && fraction.dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return DayNumber(year: 1899, month: 12, day: 30)?.advanced(by: number).calendarDay
  }

  // MARK: - Parts

  private mutating func add(_ part: Part) -> Bool {
    switch part {
    case .numbers(let numbers): return add(numbers)
    case .word(let word): return add(word)
    case .doubt:
      isDoubted = true
      return true
    }
  }

  /// Words that change nothing: ordinals, times, days of the week.
  private static let fillers: Set<String> = [
    "of", "on", "the", "and", "to", "at", "st", "nd", "rd", "th", "a", "p", "am", "pm", "m", "t",
    "z",
    "utc", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let seasonNames: [String: Season] = [
    "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
  ]

  private mutating func add(_ word: String) -> Bool {
    if let month = Self.monthNames.firstIndex(where: { word.count >= 3 && $0.hasPrefix(word) }) {
      months.insert(month + 1)
    } else if word == "sept" {
      months.insert(9)
    } else if let season = Self.seasonNames[word] {
      seasons.insert(season)
    } else {
      return Self.fillers.contains(word)
    }
    return true
  }

  /// Adds numbers that signs join, each as written.
  private mutating func add(_ numbers: [Substring]) -> Bool {
    let values = numbers.compactMap { Int($0) }
    guard values.count == numbers.count else { return false }
    switch (values.count, numbers.firstIndex { $0.count == 4 }) {
    case (1, nil): return (1...31).contains(values[0])
    case (1, _): years.insert(values[0])
    case (2, 0?) where (1...12).contains(values[1]):
      return add(year: values[0], month: values[1])
    case (2, 0?):
      // A season or a day of the year, which says no month here.
      years.insert(values[0])
      isMonthUnknown = true
    case (2, 1?): return add(year: values[1], month: values[0])
    case (3, 0?): return add(year: values[0], month: values[1], day: values[2])
    case (3, 2?):
      let (first, second) = (values[0], values[1])
      if first == second || second > 12 {
        return add(year: values[2], month: first, day: second)
      }
      if first > 12 { return add(year: values[2], month: second, day: first) }
      years.insert(values[2])
      isMonthUnknown = true
    default: return false
    }
    return true
  }

  private mutating func add(year: Int, month: Int, day: Int = 1) -> Bool {
    guard DayNumber(year: year, month: month, day: day) != nil else { return false }
    years.insert(year)
    months.insert(month)
    return true
  }
}

extension LooseDate {
  /// A part of a written date.
  private enum Part {
    /// Numbers that slashes, hyphens or full stops join.
    case numbers([Substring])
    case word(String)
    /// A mark of doubt or estimate.
    case doubt
  }

  /// Takes a text apart; a time of day such as `14:05:00` is passed over.
  private struct PartReader {
    private var rest: Substring

    init(_ text: String) {
      rest = text[...]
    }

    mutating func next() -> Part? {
      while let first = rest.first {
        if first.isNumber {
          let numbers = readNumbers()
          if !numbers.isEmpty { return .numbers(numbers) }
        } else if first.isLetter {
          let word = rest.prefix(while: \.isLetter)
          rest = rest.dropFirst(word.count)
          return .word(word.lowercased())
        } else {
          rest = rest.dropFirst()
          if "?~%".contains(first) { return .doubt }
          // Any other sign may be a word in another writing.
          if !" ,./-–+:;()[]{}'’\u{A0}".contains(first) { return .word(String(first)) }
        }
      }
      return nil
    }

    /// Reads numbers up to a sign that does not join them; none if they are a time of day.
    private mutating func readNumbers() -> [Substring] {
      var numbers: [Substring] = []
      while rest.first?.isNumber == true {
        let digits = rest.prefix(while: \.isNumber)
        rest = rest.dropFirst(digits.count)
        if rest.first == ":" {
          let time = rest.prefix { $0.isNumber || ":.+-".contains($0) }
          rest = rest.dropFirst(time.count)
          return numbers
        }
        numbers.append(digits)
        guard let sign = rest.first, "/.-".contains(sign),
          rest.dropFirst().first?.isNumber == true
        else { break }
        rest = rest.dropFirst()
      }
      return numbers
    }
  }
}
