@testable import CasebookCore

/// A date that a test knows to be one.
func date(_ text: String) throws -> CalendarDate {
  try CalendarDate(text)
}

/// A day of a test, as `2024-02-29`.
func day(_ text: String) throws -> DayNumber {
  let date = try CalendarDate(text)
  guard let day = date.earliest, day == date.latest else { throw NotADay(text: text) }
  return day
}

/// A text of a test that should have been one day.
struct NotADay: Error {
  var text: String
}

/// A day in ISO form, `min` or `max` where it is held at an end, `..` where there is none.
func iso(_ day: DayNumber?) -> String {
  guard let day else { return ".." }
  if day == .min { return "min" }
  if day == .max { return "max" }
  let date = day.calendarDay
  let year = String(abs(date.year))
  let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
  return [date.year < 0 ? "-" + padded : padded, two(date.month), two(date.day)]
    .joined(separator: "-")
}

private func two(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// Numbers that look random and are the same in every run (a linear congruential generator with
/// the constants of MMIX).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

/// Texts of dates and near dates, for properties that must hold of all of them.
struct DateTexts {
  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  /// A text that is often a date, an interval, or nearly one.
  mutating func next() -> String {
    switch number(10) {
    case 0: return end() + "/" + end()
    case 1: return plain() + "/" + plain()
    case 2: return damaged(plain())
    case 3: return damaged(end() + "/" + end())
    case 4...6: return plain()
    default: return end()
    }
  }

  private mutating func number(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &numbers)
  }

  private mutating func digits(_ count: Int, _ bound: Int) -> String {
    let number = String(number(bound))
    return String(repeating: "0", count: max(0, count - number.count)) + number
  }

  private mutating func plain() -> String {
    let year = number(3) == 0 ? digits(4, 10_000) : "20" + digits(2, 30)
    switch number(3) {
    case 0: return year
    case 1: return year + "-" + digits(2, 14)
    default: return year + "-" + digits(2, 13) + "-" + digits(2, 33)
    }
  }

  private mutating func end() -> String {
    let forms = [
      "", "..", "201X", "19XX", "XXXX", "2004-XX", "2004-06-XX", "2004-XX-XX", "2013-21", "2013-24",
      "-0044-03-15", "-0001", "Y170000002", "Y-20000", "2024-02-01T14:05:00-05:00",
      "2024-02-01T24:00:00", "2024-02-01T14:05", "2016-12-31T23:59:60Z",
    ]
    switch number(3) {
    case 0: return forms[number(forms.count)]
    case 1: return plain() + ["", "?", "~", "%"][number(4)]
    default: return plain()
    }
  }

  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let odd: [Unicode.Scalar] = ["-", "/", "?", "X", "T", "0", "9", " ", ".", "\u{2011}", "\u{E9}"]
    let index = number(scalars.count + 1)
    if index < scalars.count && number(2) == 0 {
      scalars.remove(at: index)
    } else {
      scalars.insert(odd[number(odd.count)], at: index)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
