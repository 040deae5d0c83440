import CasebookCore
import CasebookText
import Testing

@testable import CasebookApp

@Suite struct GapWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let events: String
    let gaps: [String]
    var testDescription: String { events }
  }

  @Test(arguments: [
    Row(events: "hearing 2024-01-01", gaps: []),
    Row(events: "hearing 2024-01-01, appeal 2024-01-01", gaps: []),
    Row(
      events: "hearing 2024-01-01, appeal 2024-01-03, relief 2024-01-13",
      gaps: [
        "10 days, from 3 January 2024 to 13 January 2024",
        "2 days, from 1 January 2024 to 3 January 2024",
      ]),
    // What lasts leaves no gap, also behind what happens meanwhile.
    Row(events: "ice_custody 2024-01-01/2024-04-07, removal 2024-04-07", gaps: []),
    Row(
      events: "ice_custody 2024-01-01/2024-04-07, hearing 2024-02-01, removal 2024-04-09",
      gaps: ["2 days, from 7 April 2024 to 9 April 2024"]),
    Row(
      events: "jail_custody 2024-01-01/2024-04-07, ice_custody 2024-01-03/2024-01-05, "
        + "removal 2024-04-08",
      gaps: ["1 day, from 7 April 2024 to 8 April 2024"]),
    Row(events: "ice_custody 2024-01-01/.., hearing 2024-02-01, removal 2024-05-01", gaps: []),
    Row(
      events: "placement 2013-08/2014, hearing 2015-01-02",
      gaps: ["2 days to 1 year, from 2014 to 2 January 2015"]),
    // Where an end is not known, that is said.
    Row(
      events: "ice_custody 2024-01-01/, removal 2024-04-07",
      gaps: ["97 days, from 1 January 2024, end unknown, to 7 April 2024"]),
    // A detainer and a policy fill nothing.
    Row(
      events: "detainer 2024-01-01/2024-02-01, jail_release 2024-02-01",
      gaps: ["31 days, from 1 January 2024 to 1 February 2024"]),
    Row(
      events: "policy 2024-01-01/.., hearing 2024-02-01",
      gaps: ["31 days, from 1 January 2024 to 1 February 2024"]),
    // A date that may be any of many days fills none of them.
    Row(
      events: "entry 201X, hearing 2013-01-01, appeal 2013-01-05",
      gaps: ["4 days, from 1 January 2013 to 5 January 2013"]),
    Row(
      events: "detainer ../2013-01-01, hearing 2013-01-05",
      gaps: ["4 days, from 1 January 2013 to 5 January 2013"]),
  ])
  func aGapCountsFromTheLatestEndBeforeIt(_ row: Row) {
    let events = row.events.split(separator: ", ").map { event in
      let words = event.split(separator: " ")
      return Event(type: String(words[0]), date: try? CalendarDate(String(words[1])))
    }
    #expect(GapWords.longestFirst(events, .standard).map(\.string) == row.gaps)
  }

  @Test func inBriefTheLengthIsASentenceByItself() {
    let events = [
      Event(type: "policy", date: try? CalendarDate("2008")),
      Event(type: "apprehension", date: try? CalendarDate("2013-08")),
    ]
    #expect(
      GapWords.longestFirst(events, .standard, isBrief: true).map(\.string)
        == ["4 to 6 years. From 2008 to August 2013"])
  }

  @Test func datesStandInTheFormThatIsChosen() {
    let events = [
      Event(type: "ice_custody", date: try? CalendarDate("2024-01-01/2024-04-07")),
      Event(type: "removal", date: try? CalendarDate("2024-04-09")),
    ]
    #expect(
      GapWords.longestFirst(events, .standard, .iso).map(\.string)
        == ["2 days, from 2024-04-07 to 2024-04-09"])
  }
}
