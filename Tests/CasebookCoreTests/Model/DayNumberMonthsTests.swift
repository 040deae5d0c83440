import Testing

@testable import CasebookCore

struct DayNumberMonthsTests {
  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"),
    ("2024-01-15", -1, "2023-12-15"),
    ("2024-05-10", 0, "2024-05-10"), ("0001-01-31", -13, "-0001-12-31"),
    ("2023-11-30", 3, "2024-02-29"),
  ])
  func monthsKeepTheDayOrTakeTheLast(from: String, months: Int, to: String) throws {
    #expect(iso(try day(from).addingMonths(months)) == to)
  }

  @Test func monthsBeyondTheCountableDaysStopThere() throws {
    let day = try day("2024-01-01")
    #expect(day.addingMonths(.max) == .max)
    #expect(day.addingMonths(.min) == .min)
    #expect(day.addingMonths(100_000_000) == .max)
  }

  @Test(arguments: [
    ("90d", "2024-05-01"), ("2w", "2024-02-15"), ("6mo", "2024-08-01"), ("1y", "2025-02-01"),
    ("0d", "2024-02-01"), ("9000000000000000000y", "max"), ("9000000000000000000w", "max"),
  ])
  func durationsAdvanceByTheirUnit(duration: String, to: String) throws {
    let duration = try #require(CalendarDuration(duration))
    #expect(iso(try day("2024-02-01").advanced(by: duration)) == to)
  }

  @Test(arguments: [
    "", "d", "90", "90 d", "-90d", "90D", "90m", "1.5y", "99999999999999999999d", "9\u{301}d",
  ])
  func whatIsNotANumberAndAUnitIsNoDuration(text: String) {
    #expect(CalendarDuration(text) == nil)
  }
}
