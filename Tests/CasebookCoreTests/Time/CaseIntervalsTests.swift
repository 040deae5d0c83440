import CasebookCore
import Testing

@Suite struct CaseIntervalsTests {
  @Test func theFoundingCaseHas29And111And63Days() {
    let intervals = CaseIntervals(events(StripLayoutTests.founding))
    #expect(
      words(intervals) == [
        "charge-to-detainer 3-4 29 days", "detainer-to-release 4-5 111 days",
        "release-to-ice-arrest 5-6 63 days",
      ])
    #expect(
      intervals.sinceBefore.map { $0.map { "\($0.before) \($0.days)" } ?? "none" } == [
        "none", "0 2039", "none", "1 3696", "3 29", "4 111", "5 63", "6 15",
      ])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let events: String
    let intervals: [String]
    var testDescription: String { events }
  }

  @Test(arguments: [
    Row(events: "detainer 2013-08-01", intervals: []),
    Row(events: "jail_release 2013-08-01, detainer 2013-08-02", intervals: []),
    // The same day counts as following, whatever the order in the file.
    Row(
      events: "jail_release 2013-08-01, detainer 2013-08-01",
      intervals: ["detainer-to-release 1-0 same day"]),
    // Partial dates give ranges.
    Row(
      events: "detainer 2013-08-03, jail_release 2013-09",
      intervals: ["detainer-to-release 0-1 29 to 58 days"]),
    // Of two detainers before one release the first stands; each release has its own arrest.
    Row(
      events: "detainer 2013-08-01, detainer 2013-08-05, jail_release 2013-08-10, "
        + "ice_arrest 2013-08-11, jail_release 2013-10-10, ice_arrest 2013-10-13",
      intervals: [
        "detainer-to-release 0-2 9 days", "release-to-ice-arrest 2-3 1 day",
        "release-to-ice-arrest 4-5 3 days",
      ]),
    Row(
      events: "ice_release 2013-08-10, criminal_arrest 2013-09-09",
      intervals: ["release-to-new-arrest 0-1 30 days"]),
    // Stints that follow each other within a day are one stay.
    Row(
      events: "ice_custody 2013-01-01/2013-01-10, ice_custody 2013-01-10/2013-01-20, "
        + "ice_custody 2013-01-21/2013-01-31, ice_custody 2013-03-01/2013-03-03",
      intervals: ["length-of-stay 0-2 30 days", "length-of-stay 3-3 2 days"]),
    Row(
      events: "jail_custody 2013-01-01/2013-02", intervals: ["time-in-jail 0-0 31 to 58 days"]),
    Row(events: "jail_custody 2013-01-01/", intervals: []),
    Row(events: "jail_custody ../2013-01-01", intervals: []),
    Row(events: "jail_custody 2013-01-01", intervals: []),
    // What goes on is counted to the day asked about.
    Row(events: "ice_custody 2013-12-01/..", intervals: ["length-of-stay 0 31 days so far"]),
    Row(
      events: "ice_custody 2013-11-30/2013-12-01, ice_custody 2013-12-01/..",
      intervals: ["length-of-stay 0 32 days so far"]),
    Row(events: "detainer 2013-12-01/..", intervals: ["detainer-to-release 0 31 days so far"]),
    Row(
      events: "detainer 2013-12-01/.., jail_release 2013-12-03",
      intervals: ["detainer-to-release 0-1 2 days"]),
    Row(events: "ice_custody 2014-12-01/..", intervals: []),
  ])
  func intervalsRunToTheFirstThatFollows(_ row: Row) {
    #expect(
      words(CaseIntervals(events(row.events), asOf: dayNumber("2014-01-01"))) == row.intervals)
  }

  @Test(arguments: [
    Row(events: "hearing 2013-01-01", intervals: []),
    Row(
      events: "hearing 2013-01-01, hearing 2013-01-05, hearing 2013-01-12",
      intervals: ["hearing-to-hearing 0-1 4 days", "hearing-to-hearing 1-2 7 days"]),
    // Of two on one day each leads to one after itself.
    Row(
      events: "hearing 2013-01-01, hearing 2013-01-01, hearing 2013-01-05",
      intervals: ["hearing-to-hearing 0-1 same day", "hearing-to-hearing 1-2 4 days"]),
  ])
  func ofOneTypeEachLeadsToTheNext(_ row: Row) {
    let names = [NamedInterval("hearing to hearing", .between(from: ["hearing"], to: ["hearing"]))]
    #expect(words(CaseIntervals(events(row.events), names: names)) == row.intervals)
  }

  @Test func whatGoesOnIsLeftOutWithoutADayToCountTo() {
    #expect(CaseIntervals(events("ice_custody 2013-12-01/..")).named == [])
  }

  @Test(arguments: [
    ("entry -, hearing 2013", ["none", "none"]),
    ("hearing 2013-01-01, appeal -, removal 2013-01-05", ["none", "none", "0 4"]),
    ("hearing 2013-01, appeal 2013-02-03", ["none", "0 33"]),
    ("detainer ../2013-01-01, hearing 2013-01-05", ["none", "none"]),
  ])
  func theEventBeforeIsTheNearestWithAKnownStart(_ text: String, _ gaps: [String]) {
    let intervals = CaseIntervals(events(text))
    #expect(intervals.sinceBefore.map { $0.map { "\($0.before) \($0.days)" } ?? "none" } == gaps)
  }

  private func words(_ intervals: CaseIntervals) -> [String] {
    intervals.told.map { interval in
      let ends = "\(interval.from)" + (interval.to.map { "-\($0)" } ?? "")
      let length = IntervalWords.long(interval.interval) + (interval.isSoFar ? " so far" : "")
      return "\(interval.name.key.replacing("_", with: "-")) \(ends) \(length)"
    }
  }
}
