import Testing

@testable import CasebookCore

struct CalendarDateTests {
  /// Text, first possible day, last possible day, precision, flags.
  @Test(arguments: [
    // Level 0: dates.
    ("2013", "2013-01-01 2013-12-31 year partial"),
    ("2013-08", "2013-08-01 2013-08-31 month partial"),
    ("2024-02", "2024-02-01 2024-02-29 month partial"),
    ("2024-02-29", "2024-02-29 2024-02-29 day"),
    ("1582-10-10", "1582-10-10 1582-10-10 day"),
    ("0000", "0000-01-01 0000-12-31 year partial"),
    ("0000-02-29", "0000-02-29 0000-02-29 day"),
    ("9999-12-31", "9999-12-31 9999-12-31 day"),
    // Level 0: moments.
    ("2024-02-01T14:05:00", "2024-02-01 2024-02-01 second moment"),
    ("2024-02-01T14:05:00Z", "2024-02-01 2024-02-01 second moment"),
    ("2024-02-01T23:05:00-05", "2024-02-01 2024-02-01 second moment"),
    ("2024-02-01T00:05:00+05:30", "2024-02-01 2024-02-01 second moment"),
    ("2024-02-01T14:05", "2024-02-01 2024-02-01 minute moment"),
    // Level 0: intervals.
    ("1964/2008", "1964-01-01 2008-12-31 year interval partial"),
    ("2023-10-13/2024-02-01", "2023-10-13 2024-02-01 day interval"),
    ("2004-02-01/2005-02", "2004-02-01 2005-02-28 month interval partial"),
    ("2004-02/2004-02", "2004-02-01 2004-02-29 month interval partial"),
    ("2004-06-11/2004-06", "2004-06-11 2004-06-30 month interval partial"),
    // Level 1: long years, held at the last countable day.
    ("Y17000", "17000-01-01 17000-12-31 year partial"),
    ("Y-17000", "-17000-01-01 -17000-12-31 year partial"),
    ("Y170000002", "max max year partial far"),
    ("Y-170000002", "min min year partial far"),
    // Level 1: negative years.
    ("-0044-03-15", "-0044-03-15 -0044-03-15 day"),
    ("-0001", "-0001-01-01 -0001-12-31 year partial"),
    // Level 1: seasons.
    ("2013-21", "2013-03-01 2013-05-31 season partial season"),
    ("2013-22", "2013-06-01 2013-08-31 season partial season"),
    ("2013-23", "2013-09-01 2013-11-30 season partial season"),
    ("2013-24", "2013-12-01 2014-02-28 season partial season"),
    ("2023-24", "2023-12-01 2024-02-29 season partial season"),
    // Level 1: marks.
    ("2013?", "2013-01-01 2013-12-31 year uncertain partial"),
    ("2013-08~", "2013-08-01 2013-08-31 month approximate partial"),
    ("2013-08-02%", "2013-08-02 2013-08-02 day uncertain approximate"),
    ("201X?", "2010-01-01 2019-12-31 decade uncertain partial unspecified"),
    ("2013-22~", "2013-06-01 2013-08-31 season approximate partial season"),
    // Level 1: unspecified digits.
    ("201X", "2010-01-01 2019-12-31 decade partial unspecified"),
    ("20XX", "2000-01-01 2099-12-31 century partial unspecified"),
    ("1XXX", "1000-01-01 1999-12-31 millennium partial unspecified"),
    ("XXXX", ".. .. unknown partial unspecified noYear"),
    ("XXXX-XX-XX", ".. .. unknown partial unspecified noYear"),
    ("-20XX", "-2099-01-01 -2000-12-31 century partial unspecified"),
    ("-000X", "-0009-01-01 -0001-12-31 decade partial unspecified"),
    ("2013-XX", "2013-01-01 2013-12-31 year partial unspecified"),
    ("2013-08-XX", "2013-08-01 2013-08-31 month partial unspecified"),
    ("2013-XX-XX", "2013-01-01 2013-12-31 year partial unspecified"),
    // Level 1: intervals.
    ("2013/..", "2013-01-01 .. unknown interval openEnd partial"),
    ("../2013-08-01", ".. 2013-08-01 unknown interval openStart"),
    ("2013-08-01/", "2013-08-01 .. unknown interval unknownEnd"),
    ("/2013", ".. 2013-12-31 unknown interval unknownStart partial"),
    ("../..", ".. .. unknown interval openStart openEnd"),
    ("/", ".. .. unknown interval unknownStart unknownEnd"),
    ("/..", ".. .. unknown interval openEnd unknownStart"),
    ("1984~/2004-06?", "1984-01-01 2004-06-30 year interval uncertain approximate partial"),
    ("2003-22/2003-23", "2003-06-01 2003-11-30 season interval partial season"),
    ("2018/2018-23", "2018-01-01 2018-11-30 year interval partial season"),
  ])
  func datesMeanTheDaysTheyMay(text: String, expected: String) throws {
    let date = try date(text)
    let facts = [iso(date.earliest), iso(date.latest), "\(date.precision)"]
    #expect((facts + flagNames(date.span.flags)).joined(separator: " ") == expected)
    #expect(date.text == text)
  }

  private func flagNames(_ flags: DateSpan.Flags) -> [String] {
    let names: [(DateSpan.Flags, String)] = [
      (.interval, "interval"), (.openStart, "openStart"), (.openEnd, "openEnd"),
      (.unknownStart, "unknownStart"), (.unknownEnd, "unknownEnd"), (.uncertain, "uncertain"),
      (.approximate, "approximate"), (.moment, "moment"), (.partial, "partial"),
      (.unspecified, "unspecified"), (.season, "season"), (.yearUnknown, "noYear"),
      (.beyondCountableDays, "far"), (.missing, "missing"),
    ]
    return names.filter { flags.contains($0.0) }.map(\.1)
  }

  @Test func endsOfAnIntervalKeepTheirOwnDaysAndMarks() throws {
    let date = try date("1984-06~/2004?")
    let start = try #require(date.start)
    let end = try #require(date.end)
    #expect([start.earliest, start.latest].map(iso) == ["1984-06-01", "1984-06-30"])
    #expect([end.earliest, end.latest].map(iso) == ["2004-01-01", "2004-12-31"])
    #expect([start.isApproximate, start.isUncertain] == [true, false])
    #expect([end.isApproximate, end.isUncertain] == [false, true])
    #expect([start.precision, end.precision] == [.month, .year])
  }

  @Test func openAndUnknownEndsHaveNoDate() throws {
    #expect(try date("2013/..").end == nil)
    #expect(try date("2013/..").hasOpenEnd)
    #expect(try date("2013/").hasUnknownEnd)
    #expect(try date("../2013").start == nil)
    #expect(try date("../2013").hasOpenStart)
    #expect(try date("/2013").hasUnknownStart)
  }

  @Test(arguments: [
    ("2013", true), ("2013-08", true), ("2013-08?", false), ("2013~", false), ("201X", false),
    ("2013-08-XX", false), ("2013/2014", true), ("2013/..", false), ("/2013", false),
    ("2013/2014~", false),
  ])
  func certainDatesHaveNoMarkNoUnspecifiedDigitAndBothEnds(text: String, isCertain: Bool) throws {
    #expect(try date(text).isCertain == isCertain)
  }

  @Test func partsAreThoseWritten() throws {
    let moment = try #require(try date("-0044-03-15T12:30:05.25+01:00").start)
    #expect([moment.year, moment.month, moment.day] == [-44, 3, 15])
    #expect(moment.time?.nanosecond == 250_000_000)
    #expect(moment.time?.zone == .minutes(60))
    #expect(try date("2013-22").start?.season == .summer)
    #expect(try date("2013-22").start?.month == nil)
    #expect(try date("Y170000002").start?.year == 170_000_002)
  }
}
