import Testing

@testable import CasebookCore

struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00:00", 0), ("14:05", 50_700), ("14:05:30", 50_730), ("23:59:59", 86_399),
    ("23:59:60", 86_400), ("24:00:00", 86_400), ("24:00", 86_400), ("24:00:00.000", 86_400),
    ("23:59:60Z", 86_400), ("18:59:60-05:00", 68_400), ("05:29:60+05:30", 19_800),
  ])
  func timesCountFromMidnightOfTheWrittenDay(clock: String, seconds: Int) throws {
    #expect(try time(clock)?.secondsFromMidnight == seconds)
  }

  @Test(arguments: [
    "24:00:01", "24:01", "24:00:00.001", "25:00:00", "12:60:00", "12:00:61", "12:00:60",
    "18:59:60Z", "23:59:60-05:00",
  ])
  func timesThatNoClockShowsAreRefused(clock: String) {
    #expect(throws: CalendarDateError.self) { try time(clock) }
  }

  @Test func timesAreOrderedByTheClockThenByTheZone() throws {
    let clocks = [
      "00:00", "00:00:00", "14:05:00", "14:05:00.000001", "14:05:00.5", "14:05:00.5Z",
      "14:05:00.5-00:00", "14:05:00.5-05:00", "14:05:00.5+05:00", "14:05:01", "23:59:59",
      "23:59:60", "24:00:00",
    ]
    let times = try clocks.map { try #require(try time($0)) }
    #expect(times.reversed().sorted() == times)
    #expect(Set(times).count == clocks.count)
  }

  @Test(
    arguments: [
      ("", nil), ("Z", 0), ("+05:30", 330), ("-0330", -210), ("+14", 840), ("-12:00", -720),
      ("-00:00", 0), ("+00:00", 0),
    ] as [(String, Int?)])
  func zonesAreMinutesEastOfUTC(zone: String, minutes: Int?) throws {
    #expect(try time("10:00:00" + zone)?.zone?.minutesEast == minutes)
  }

  private func time(_ clock: String) throws -> TimeOfDay? {
    try CalendarDate("2016-12-31T" + clock).start?.time
  }
}
