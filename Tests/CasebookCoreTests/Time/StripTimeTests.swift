import Testing

@testable import CasebookCore

@Suite struct StripTimeTests {
  @Test(arguments: [0, 1, -1, 19_000, -719_528, Int32.max - 2, Int32.min + 2])
  func theFirstMinuteOfADayBelongsToIt(_ number: Int32) {
    let day = DayNumber(rawValue: number)
    let time = StripTime(day)
    #expect(time.day == day)
    #expect(time.minuteOfDay == 0)
    #expect(time.advanced(by: 1_439).day == day)
    #expect(time.advanced(by: 1_439).minuteOfDay == 1_439)
  }

  @Test func theMinuteBeforeADayBelongsToTheDayBefore() {
    let time = StripTime(DayNumber(rawValue: 0)).advanced(by: -1)
    #expect(time.day == DayNumber(rawValue: -1))
    #expect(time.minuteOfDay == 1_439)
  }

  @Test func aRangeOfDaysHoldsBothWhole() {
    #expect(range("2024-02-01", "2024-02-01").minutes == 1_440)
    #expect(range("2024-02-01", "2024-03-01").minutes == 30 * 1_440)
  }

  @Test func aRangeOfDaysTheWrongWayRoundIsTheFirstDay() {
    #expect(range("2024-02-02", "2024-02-01") == range("2024-02-02", "2024-02-02"))
  }
}
