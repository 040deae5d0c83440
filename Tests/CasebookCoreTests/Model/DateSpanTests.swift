import Testing

@testable import CasebookCore

struct DateSpanTests {
  @Test(arguments: [
    ("2013-08", "2013-08-31", true), ("2013-08", "2013-09-01", false), ("2013-08", "2013", true),
    ("2013/..", "2099", true), ("2013/..", "2012", false), ("../2013", "1500", true),
    ("/2013", "2014", false), ("XXXX", "2014", true), ("2013-24", "2014-02", true),
    ("2014/2016", "2015-05-05", true),
  ])
  func datesOverlapWhereTheyMayMeanTheSameDay(one: String, other: String, overlaps: Bool) throws {
    let (one, other) = (try date(one).span, try date(other).span)
    #expect(one.overlaps(other) == overlaps)
    #expect(other.overlaps(one) == overlaps)
  }

  @Test func missingDatesOverlapNothing() throws {
    let everything = try date("../..").span
    #expect(!DateSpan.missing.overlaps(everything))
    #expect(!everything.overlaps(.missing))
    #expect(DateSpan.missing.isMissing && !DateSpan.missing.isCertain)
    #expect(!everything.isMissing)
  }

  @Test func unboundedEndsHaveNoDay() throws {
    let span = try date("../2013-08-01").span
    #expect(span.earliestDay == nil)
    #expect(iso(span.latestDay) == "2013-08-01")
    #expect(span.days == DayRange(earliest: nil, latest: span.latestDay))
  }

  @Test(
    arguments: [
      ("2023-10-13/2024-02-01", "2024-02-01", 111), ("2024-02-01", "2024-04-04", 63),
      ("2013-08", "2013-08-10", 9), ("2013-08-10", "2013-08", -9), ("2013", "2013", 0),
    ] as [(String, String, Int)])
  func gapsRunBetweenFirstPossibleDays(from: String, to: String, days: Int) throws {
    #expect(try date(from).span.gap(to: date(to).span) == days)
  }

  @Test(arguments: ["../2013", "/2013", "XXXX", "Y170000002"])
  func gapsNeedAFirstDayThatCanBeCounted(text: String) throws {
    let span = try date(text).span
    let known = try date("2013").span
    #expect(span.gap(to: known) == nil)
    #expect(known.gap(to: span) == nil)
    #expect(known.gap(to: .missing) == nil)
  }
}
