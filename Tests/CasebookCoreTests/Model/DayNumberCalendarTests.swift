import Testing

@testable import CasebookCore

struct DayNumberCalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2024, 2, 1, 19_754),
    (1, 1, 1, -719_162), (0, 1, 1, -719_528), (-44, 3, 15, -735_525), (1582, 10, 10, -141_432),
    (9999, 12, 31, 2_932_896), (2038, 1, 19, 24_855),
  ])
  func daysAreCountedFromTheFirstDayOf1970(year: Int, month: Int, day: Int, number: Int32) {
    #expect(DayNumber(year: year, month: month, day: day)?.rawValue == number)
  }

  @Test func everyMonthOfTwentyThousandYearsFollowsTheOneBefore() throws {
    var next = try #require(DayNumber(year: -9999, month: 1, day: 1)).rawValue
    var wrong: [String] = []
    for year in -9999...9999 {
      for month in 1...12 {
        let length = GregorianCalendar.daysInMonth(month, year: year)
        let first = CalendarDay(year: year, month: month, day: 1)
        let last = CalendarDay(year: year, month: month, day: length)
        if DayNumber(year: year, month: month, day: 1)?.rawValue != next
          || DayNumber(rawValue: next).calendarDay != first
          || DayNumber(rawValue: next + Int32(length) - 1).calendarDay != last
        {
          wrong.append("\(year)-\(month)")
        }
        next += Int32(length)
      }
    }
    #expect(wrong == [])
    #expect(next == 2_932_897)
  }

  @Test func daysGoToTheCalendarAndBack() {
    var numbers = SeededNumbers(seed: 1)
    let bounds = DayNumber.min.rawValue...DayNumber.max.rawValue
    let wrong = (0..<20_000).map { _ in Int32.random(in: bounds, using: &numbers) }
      .filter { number in
        let day = DayNumber(rawValue: number).calendarDay
        return DayNumber(year: day.year, month: day.month, day: day.day)?.rawValue != number
      }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (1500, 2, 29), (2013, 4, 31), (2013, 0, 1), (2013, 13, 1),
    (2013, 1, 0), (2013, 1, 32), (5_881_580, 12, 1), (-5_877_641, 1, 1), (7_000_000, 1, 1),
    (Int.max, 1, 1),
    (Int.min, 1, 1),
  ])
  func daysThatDoNotExistOrCannotBeCountedAreNone(year: Int, month: Int, day: Int) {
    #expect(DayNumber(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("2024-02-29", .thursday), ("1969-12-31", .wednesday),
    ("2026-06-02", .tuesday), ("1582-10-15", .friday), ("0000-01-01", .saturday),
  ])
  func weekdaysFollowTheCalendar(text: String, weekday: Weekday) throws {
    #expect(try day(text).weekday == weekday)
  }

  @Test func advancingStopsAtTheLastDays() throws {
    let day = try day("2024-02-28")
    #expect(iso(day.advanced(by: 2)) == "2024-03-01")
    #expect(iso(day.advanced(by: -59)) == "2023-12-31")
    #expect(day.advanced(by: .max) == .max)
    #expect(day.advanced(by: .min) == .min)
    #expect(DayNumber.min.distance(to: .max) == 4_294_967_291)
  }
}
