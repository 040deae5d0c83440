import CasebookApp
import CasebookCore
import CasebookText
import Testing

@Suite struct StripWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let dates: String
    let words: String
    var testDescription: String { dates }
  }

  @Test(arguments: [
    Row(dates: "", words: "No events"),
    Row(dates: "-", words: "1 event, no date known"),
    Row(dates: "2013-08", words: "1 event, August 2013"),
    Row(dates: "201X", words: "1 event, the 2010s"),
    Row(dates: "2013-08 2024-04-19", words: "2 events, August 2013 to 19 April 2024"),
    Row(
      dates: "2013-08 - 2024-04-19",
      words: "3 events, 1 without a date, August 2013 to 19 April 2024"),
    Row(dates: "2013-08-01T14:05:00 2013-08-01T20:00:00", words: "2 events, 1 August 2013"),
    Row(
      dates: "2013-08-01/2013-12-31 2013-09-01",
      words: "2 events, 1 August 2013 to 31 December 2013"),
    Row(dates: "2024-12/2024-12 2024-12-05", words: "2 events, December 2024"),
    Row(dates: "2024-12 2024-12-05/2024-12", words: "2 events, December 2024"),
    Row(dates: "2013-08-01/.. 2013-09-01", words: "2 events, since 1 August 2013, still open"),
    // Decades say little where they hold other dates, and much where they come before.
    Row(dates: "20XX 2013-08 2014", words: "3 events, August 2013 to 2014"),
    Row(dates: "199X 2013-08", words: "2 events, the 1990s to August 2013"),
  ])
  func summariesSayNumberAndSpan(_ row: Row) {
    #expect(StripWords.summary(chronology(row.dates)).string == row.words)
  }

  @Test func whatGoesOnIsSaidSoFar() {
    let custody = Event(type: "ice_custody", date: try? CalendarDate("2013-08-01/.."))
    let intervals = CaseIntervals([custody], asOf: DayNumber(year: 2013, month: 9, day: 10))
    #expect(
      intervals.named.map { StripWords.named($0, asOf: intervals.asOf).string }
        == ["Length of stay 40 days so far, as of 10 September 2013."])
  }

  @Test func everyNamedIntervalAndLaneHasAName() {
    #expect(Set(NamedInterval.standard.map { StripWords.name($0) }).count == 7)
    #expect(EventCategory.allCases.allSatisfy { StripWords.name($0).columns <= 11 })
  }

  private func chronology(_ dates: String) -> [Event] {
    dates.split(separator: " ").map {
      Event(type: "criminal_charge", date: try? CalendarDate(String($0)))
    }
  }
}
