import Testing

@testable import CasebookCore

struct CalendarLengthTests {
  @Test(arguments: [
    ("2024-01-01", "2024-01-01", "0 0 0 0"), ("2024-01-31", "2024-02-29", "0 1 0 29"),
    ("2023-01-31", "2023-02-27", "0 0 27 27"), ("2024-02-29", "2025-02-28", "1 0 0 365"),
    ("2013-08-01", "2024-04-19", "10 8 18 3914"), ("2013-08-31", "2023-09-14", "10 0 14 3666"),
    ("2023-12-31", "2024-01-01", "0 0 1 1"), ("-0001-12-31", "0001-01-01", "1 0 1 367"),
  ])
  func lengthsAreWholeYearsMonthsAndDays(from: String, to: String, expected: String) throws {
    let length = CalendarLength(from: try day(from), to: try day(to))
    #expect("\(length.years) \(length.months) \(length.days) \(length.totalDays)" == expected)
    #expect(CalendarLength(from: try day(to), to: try day(from)) == length)
  }

  @Test func lengthsAddUpToTheLaterDay() {
    var numbers = SeededNumbers(seed: 11)
    let wrong = (0..<5_000).filter { _ in
      let first = DayNumber(rawValue: Int32.random(in: -50_000...50_000, using: &numbers))
      let last = first.advanced(by: Int.random(in: 0...5_000, using: &numbers))
      let length = CalendarLength(from: first, to: last)
      let sum = first.addingMonths(length.wholeMonths).advanced(by: length.days)
      return sum != last || !(0...11 ~= length.months) || !(0...30 ~= length.days)
    }
    #expect(wrong == [])
  }

  @Test func monthsBegunHoldAllOfIt() throws {
    #expect(CalendarLength(from: try day("2024-01-01"), to: try day("2024-02-01")).begunMonths == 1)
    #expect(CalendarLength(from: try day("2024-01-01"), to: try day("2024-02-02")).begunMonths == 2)
    #expect(CalendarLength.zero.begunMonths == 0)
  }
}
