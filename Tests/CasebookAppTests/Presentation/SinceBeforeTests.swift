import CasebookApp
import CasebookCore
import CasebookText
import Testing

@Suite struct SinceBeforeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let events: String
    let words: String
    var testDescription: String { events }
  }

  @Test(arguments: [
    Row(events: "2023-09-14 2023-10-13", words: "29 days after the charge"),
    Row(events: "2023-09-14 2023-09-14", words: "Same day as the charge"),
    Row(events: "2023-09-14 2023-09-15", words: "1 day after the charge"),
    Row(
      events: "2013-08 2023-10-13",
      words: "10 years and 1 month to 10 years and 2 months after the charge"),
    Row(events: "2023-09 2023-09", words: "Within 29 days of the charge"),
    Row(events: "2023-09 2023-10-13", words: "13 to 42 days after the charge"),
    Row(events: "2023-09-14 -", words: ""),
    Row(events: "- 2023-09-14", words: ""),
  ])
  func theTimeSinceTheEventBeforeIsSaid(_ row: Row) {
    let events = chronology(row.events.split(separator: " ").map { ("criminal_charge", $0) })
    #expect(words(events) == row.words)
  }

  @Test(arguments: [
    // What begins when it has ended counts from its end.
    Row(events: "2024-01-01/2024-04-07 2024-04-07", words: "Same day as the end of"),
    Row(events: "2024-01-01/2024-04-07 2024-04-12", words: "5 days after the end of"),
    Row(events: "2024-01-01/2024-04 2024-05-02", words: "2 to 31 days after the end of"),
    // What begins meanwhile, or may do so, counts from its start.
    Row(events: "2024-01-01/2024-04-07 2024-01-01", words: "Same day as the start of"),
    Row(events: "2024-01-01/2024-04-07 2024-01-13", words: "12 days after the start of"),
    Row(events: "2024-01-01/2024-04 2024-04-02", words: "92 days after the start of"),
    Row(events: "2024-01-01/.. 2024-04-07", words: "97 days after the start of"),
    Row(events: "2024-01-01/ 2024-04-07", words: "97 days after the start of"),
  ])
  func ofWhatLastsItIsSaidWhichEndIsMeant(_ row: Row) {
    let dates = row.events.split(separator: " ")
    let events = chronology([("ice_custody", dates[0]), ("removal", dates[1])])
    #expect(words(events) == "\(row.words) the custody of ICE")
  }

  @Test func aDetainerCountsFromItsLodging() {
    let events = chronology([
      ("detainer", "2023-10-13/2024-02-01"), ("jail_release", "2024-02-01"),
    ])
    #expect(words(events) == "111 days after the detainer")
  }

  private func words(_ events: [Event]) -> String {
    SinceBefore.words(1, of: events, CaseIntervals(events), .standard).string
  }

  private func chronology(_ events: [(String, Substring)]) -> [Event] {
    events.map { Event(type: $0, date: try? CalendarDate(String($1))) }
  }
}
