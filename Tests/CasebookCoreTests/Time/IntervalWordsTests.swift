import Testing

@testable import CasebookCore

struct IntervalWordsTests {
  /// First date, second date, long form, short form.
  @Test(arguments: [
    ("2023-10-13", "2024-02-01", "111 days", "111 d"),
    ("2024-02-01", "2023-10-13", "111 days", "111 d"),
    ("2024-02-01", "2024-02-02", "1 day", "1 d"),
    ("2024-02-01", "2024-02-01", "same day", "same day"),
    ("2023-02-01", "2024-01-31", "364 days", "364 d"),
    ("2023-02-01", "2024-02-01", "1 year", "1 y"),
    ("2023-02-01", "2024-03-15", "1 year and 1 month", "1 y 1 mo"),
    ("2013-08-01", "2024-04-19", "10 years and 8 months", "10 y 8 mo"),
    // Partial dates.
    ("2024-01", "2024-02-28", "28 to 58 days", "28 to 58 d"),
    ("2024-02-28", "2024-01", "28 to 58 days", "28 to 58 d"),
    ("2013-08", "2013-09-01", "1 to 31 days", "1 to 31 d"),
    ("2013-08", "2013-08-31", "at most 30 days", "at most 30 d"),
    ("2013-08", "2013-08-10", "at most 21 days", "at most 21 d"),
    ("2013", "2014-06-15", "166 days to 1 year and 5 months", "166 d to 1 y 5 mo"),
    ("2013-08", "2014-09-15", "1 year to 1 year and 1 month", "1 y to 1 y 1 mo"),
    ("2013-08", "2023-09-14", "10 years to 10 years and 1 month", "10 y to 10 y 1 mo"),
    (
      "2013-08", "2024-04-19", "10 years and 7 months to 10 years and 8 months",
      "10 y 7 mo to 10 y 8 mo"
    ),
    (
      "2008", "2024-04-19", "15 years and 3 months to 16 years and 3 months",
      "15 y 3 mo to 16 y 3 mo"
    ),
    // Every day that the month may mean is as many whole months away.
    (
      "2013-02", "2024-04-05", "11 years and 1 month to 11 years and 2 months",
      "11 y 1 mo to 11 y 2 mo"
    ),
    ("2013", "2024", "10 years to 11 years and 11 months", "10 y to 11 y 11 mo"),
    ("201X", "2012-05-05", "at most 7 years and 8 months", "at most 7 y 8 mo"),
    // Open and unknown.
    ("../2013-08-01", "2013-10-03", "at least 63 days", "at least 63 d"),
    ("2013-10-03", "../2013-08-01", "at least 63 days", "at least 63 d"),
    ("../2013-08-01", "2024-04-19", "at least 10 years and 8 months", "at least 10 y 8 mo"),
    ("../2013-08-01", "2013-08-01", "unknown", "unknown"),
    ("XXXX", "2013-08-01", "unknown", "unknown"),
    // Uncertain and approximate dates may be wrong.
    ("2013-08-01?", "2013-10-03", "unknown", "unknown"),
    ("2013-08-01", "2013-10~", "unknown", "unknown"),
    ("2013%", "2013-10-03", "unknown", "unknown"),
  ])
  func lengthsAreSaidAsFarAsTheyAreKnown(
    from: String, to: String, long: String, short: String
  ) throws {
    let interval = DayInterval(from: try date(from), to: try date(to))
    #expect(IntervalWords.long(interval) == long)
    #expect(IntervalWords.short(interval) == short)
  }

  @Test(arguments: [
    ("2023-10-13/2024-02-01", "111 days"), ("2013-08-05/2013-08", "at most 26 days"),
    ("2024-04-04/..", "unknown"), ("2013-08/2013-09-10", "10 to 40 days"),
  ])
  func intervalsAreSaidByTheirLength(text: String, words: String) throws {
    let interval = try #require(DayInterval(of: try date(text)))
    #expect(IntervalWords.long(interval) == words)
  }

  @Test(
    arguments: [
      ("2023-10-13", "2024-02-01", "111 days later"),
      ("2024-02-01", "2023-10-13", "111 days earlier"),
      ("2024-02-01", "2024-02-01", "the same day"),
      ("2024-01", "2024-02-28", "28 to 58 days later"),
      ("2024-02-28", "2024-01", "28 to 58 days earlier"),
      ("2013-08", "2013-08-10", "within 21 days"),
      ("2013-08", "2013-08-31", "at most 30 days later"),
      ("../2013-08-01", "2013-10-03", "at least 63 days later"),
      ("2013-10-03", "../2013-08-01", "at least 63 days earlier"), ("XXXX", "2013", nil),
      ("2013", "2013/..", "within 364 days"), ("../2013-08-01", "2013-08-01", nil),
    ] as [(String, String, String?)])
  func laterAndEarlierAreSaidWhereTheyAreSure(from: String, to: String, words: String?) throws {
    let interval = DayInterval(from: try date(from), to: try date(to))
    #expect(IntervalWords.later(interval) == words)
  }

  @Test(arguments: [
    ("2008", "2024-04-19", "15 to 17 y"), ("2013-08", "2014-09-15", "1 to 2 y"),
    ("2013", "2014-06-15", "5 to 18 mo"), ("2024-01", "2024-02-28", "28 to 58 d"),
    ("2013-08-01", "2024-04-19", "10 y 8 mo"), ("2013-08", "2014-06-01", "9 to 10 mo"),
  ])
  func aRangeInFewColumnsIsCoarserAndNeverCut(from: String, to: String, words: String) throws {
    let interval = DayInterval(from: try date(from), to: try date(to))
    #expect(IntervalWords.short(interval, columns: 10) == words)
  }

  @Test(arguments: [
    ("2008", "2024-04-19", "15 to 17 years"), ("2024-04-19", "2008", "15 to 17 years"),
    ("2013-08", "2023-09-14", "10 to 11 years"), ("2013-08", "2014-09-15", "12 to 14 months"),
    ("2013", "2014-06-15", "5 to 18 months"), ("2024-01", "2024-02-28", "28 to 58 days"),
    ("2013-08-01", "2024-04-19", "10 years and 8 months"),
    ("201X", "2012-05-05", "at most 7 years and 8 months"),
    ("../2013-08-01", "2024-04-19", "at least 10 years and 8 months"),
    ("2013-08-01", "2013-08-01", "same day"), ("XXXX", "2013-08-01", "unknown"),
  ])
  func aRangeInBriefHasOneUnitAndHoldsTheWhole(from: String, to: String, words: String) throws {
    let interval = DayInterval(from: try date(from), to: try date(to))
    #expect(IntervalWords.brief(interval) == words)
  }

  @Test func countsOfDaysAreSaidInDays() {
    #expect(
      [0, 1, 2, 4_000].map(IntervalWords.long(days:)) == ["0 days", "1 day", "2 days", "4000 days"])
    #expect([0, 1, 4_000].map(IntervalWords.short(days:)) == ["0 d", "1 d", "4000 d"])
  }

  @Test func lengthsOfTheCalendarAreSaidWithoutDates() throws {
    let length = CalendarLength(from: try day("2013-08-31"), to: try day("2023-09-14"))
    #expect(IntervalWords.long(length) == "10 years")
    #expect(IntervalWords.short(length) == "10 y")
  }
}
