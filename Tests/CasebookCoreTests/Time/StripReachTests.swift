import Testing

@testable import CasebookCore

@Suite struct StripReachTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let dates: String
    let shaping: String
    var testDescription: String { dates }
  }

  @Test(arguments: [
    Row(dates: "2013-08-01", shaping: "2013-08-01"),
    Row(dates: "20XX", shaping: "20XX"),
    // A century does not widen the axis of a week, nor a year that of a day; a month does.
    Row(dates: "2013-08-01 2013-08-07 20XX", shaping: "2013-08-01 2013-08-07"),
    Row(dates: "2013-08-01 2013", shaping: "2013-08-01"),
    Row(dates: "2013-08-01 2013-08", shaping: "2013-08-01 2013-08"),
    // A year apart from the rest has its own place.
    Row(dates: "2013-08-01 2008", shaping: "2013-08-01 2008"),
    // A decade does where years are known.
    Row(dates: "2013 2016 201X 20XX", shaping: "2013 2016 201X"),
  ])
  func datesMuchLongerThanTheOthersDoNotShapeTheAxis(_ row: Row) throws {
    #expect(
      try StripReach.anchors(places(row.dates), window: nil)
        == places(row.shaping).flatMap(\.anchors))
  }

  @Test func aWindowCutsAndLeavesOutWhatCoversIt() throws {
    let window = range("2013-03-01", "2013-05-31")
    let anchors = try StripReach.anchors(
      places("2012-12-31 2013-02-28/2013-04-02 2013-05~ 2013 2013-22"), window: window)
    #expect(anchors == [range("2013-04-02", "2013-04-02"), range("2013-05-01", "2013-05-31")])
  }

  private func places(_ text: String) throws -> [StripPlace] {
    try text.split(separator: " ").compactMap {
      StripPlace(try CalendarDate(String($0)), lasts: false)
    }
  }
}
