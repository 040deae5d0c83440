import Testing

@testable import CasebookCore

@Suite struct StripEventTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let type: String
    let date: String
    let words: String
    var testDescription: String { "\(type) \(date)" }
  }

  @Test(arguments: [
    Row(type: "hearing", date: "2013-08-01", words: "point 1440 exact"),
    Row(type: "hearing", date: "2013-08-01T10:00:00", words: "point 1 exact"),
    Row(type: "hearing", date: "2013-08-01T24:00:00", words: "point 1 exact"),
    Row(type: "hearing", date: "2013-08", words: "point 44640"),
    Row(type: "hearing", date: "2013-08-01?", words: "point 1440"),
    Row(type: "hearing", date: "2013-08-01~", words: "point 1440"),
    Row(type: "hearing", date: "201X", words: "point 5258880"),
    Row(type: "hearing", date: "XXXX", words: "none"),
    Row(type: "hearing", date: "2013-08-01/2013-08-03", words: "1440 exact to 1440 exact"),
    Row(type: "hearing", date: "2013-08-01/2013-08-03~", words: "1440 exact to 1440"),
    // What lasts and has one date began then.
    Row(type: "detainer", date: "2013-08-01", words: "1440 exact to unknown"),
    Row(type: "detainer", date: "2013-08-01/..", words: "1440 exact to open"),
    Row(type: "detainer", date: "2013-08-01/", words: "1440 exact to unknown"),
    Row(type: "detainer", date: "../2013-08", words: "open to 44640"),
    Row(type: "detainer", date: "/2013-08", words: "unknown to 44640"),
    Row(type: "detainer", date: "../..", words: "none"),
    Row(type: "detainer", date: "/", words: "none"),
    Row(type: "detainer", date: "2013/..", words: "525600 to open"),
  ])
  func placesComeFromTheFormOfTheDateAndTheType(_ row: Row) {
    let event = event(row.type, row.date)
    let read = StripEvent(event, type: Vocabulary.standard.type(row.type))
    #expect(read.places.first.map(words) ?? "none" == row.words)
    #expect(read.places.count <= 1)
  }

  @Test func anEventWithoutADateHasNoPlace() {
    #expect(
      StripEvent(event("hearing", nil), type: Vocabulary.standard.type("hearing")).places == [])
  }

  @Test func accountsThatDateItOtherwiseHavePlacesOfTheirOwn() {
    let disputed = event(
      "jail_release", "2021-03", claims: ["2021-03-02", "2021-03-04", "2021-03-02", "2021-03", "x"])
    let read = StripEvent(disputed, type: Vocabulary.standard.type("jail_release"))
    #expect(read.places.map(\.isDisputed) == [false, true, true])
    #expect(read.places.map(words) == ["point 44640", "point 1440 exact", "point 1440 exact"])
  }

  @Test func theLaneIsThatOfTheType() {
    #expect(StripEvent.events([event("detainer", nil)], .standard)[0].category == .detainer)
    #expect(StripEvent.events([event("flood", nil)], .standard)[0].category == .context)
  }

  private func words(_ place: StripPlace) -> String {
    switch place.extent {
    case .point(let date): "point \(words(date))"
    case .lasting(let start, let end): "\(words(start)) to \(words(end))"
    }
  }

  private func words(_ date: StripDate) -> String {
    "\(date.range.minutes)\(date.isExact ? " exact" : "")"
  }

  private func words(_ end: StripEnd) -> String {
    switch end {
    case .date(let date): words(date)
    case .open: "open"
    case .unknown: "unknown"
    }
  }
}
