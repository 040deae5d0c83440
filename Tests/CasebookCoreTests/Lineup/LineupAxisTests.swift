import Testing

@testable import CasebookCore

struct LineupAxisTests {
  private static let event = LineupOrigin.event(EventAnchor("detainer"))

  private static func text(_ axis: LineupAxis) -> String {
    var text = ""
    for tick in axis.ticks {
      text += String(repeating: " ", count: max(0, tick.column - text.count)) + tick.text
    }
    return text
  }

  @Test(arguments: [
    (
      LineupExtent(first: -30, low: -30, high: 180, last: 200), 60,
      "-30 d          +30 d   +60 d   +90 d  +120 d  +150 d  +180 d"
    ),
    (
      LineupExtent(first: -3_650, low: -30, high: 180, last: 900), 80,
      "-10 y //                  +30 d    +60 d    +90 d    +120 d   +150 d    // +2 y"
    ),
    (LineupExtent(first: 0, low: 0, high: 0, last: 0), 40, "     -2 d                   +2 d"),
    (
      LineupExtent(first: 0, low: 0, high: 5_000, last: 20_000), 40,
      "            +5 y        +10 y     //"
    ),
    (LineupExtent(first: -3_650, low: -30, high: 180, last: 900), 24, "  //      +60 d     //"),
  ])
  func theAxisSaysDays(extent: LineupExtent, columns: Int, text: String) {
    #expect(Self.text(LineupAxis(extent, columns: columns, origin: Self.event)) == text)
  }

  @Test func theAxisSaysTheCalendar() {
    let extent = LineupExtent(first: 5_000, low: 15_000, high: 18_000, last: 20_000)
    #expect(
      Self.text(LineupAxis(extent, columns: 60, origin: .calendar))
        == "1983    2011                 2015                   2019")
  }

  static let extents = [
    LineupExtent(first: 0, low: 0, high: 0, last: 0),
    LineupExtent(first: -1, low: 0, high: 3, last: 4),
    LineupExtent(first: -30, low: -20, high: 180, last: 200),
    LineupExtent(first: -40_000, low: -90, high: 400, last: 9_000),
    LineupExtent(first: 10_000, low: 15_000, high: 18_000, last: 20_000),
    LineupExtent(first: -700_000_000, low: -30, high: 30, last: 800_000_000),
  ]

  @Test(arguments: extents, [8, 20, 24, 47, 80, 160, 500])
  func everyDayHasAColumnInItsOrder(extent: LineupExtent, columns: Int) {
    for origin in [Self.event, .calendar] {
      let axis = LineupAxis(extent, columns: columns, origin: origin)
      let days = [extent.first, extent.low, 0, extent.high, extent.last].sorted()
        .filter { (extent.first...extent.last).contains($0) }
      let places = days.map(axis.column(ofDay:))
      #expect(places == places.sorted())
      #expect(places.allSatisfy { (0..<columns).contains($0) })
      #expect(axis.axis.parts.first?.columns.lowerBound == 0)
      #expect(axis.axis.parts.last?.columns.upperBound == columns)
    }
  }

  @Test(arguments: extents, [8, 20, 24, 47, 80, 160, 500])
  func ticksNeverCollide(extent: LineupExtent, columns: Int) {
    for origin in [Self.event, .calendar] {
      let ticks = LineupAxis(extent, columns: columns, origin: origin).ticks
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.columns.upperBound < $1.column })
      #expect(ticks.allSatisfy { $0.column >= 0 && $0.columns.upperBound <= columns })
    }
  }

  @Test(arguments: [(0, "+0 d"), (60, "+60 d"), (-30, "-30 d"), (730, "+2 y"), (-4_000, "-10 y")])
  func daysAreSaidShortly(day: Int, text: String) {
    #expect(LineupTicks.text(day) == text)
  }

  @Test func littleBeyondAnEndIsTakenIn() {
    let near = LineupExtent(first: -12, low: -10, high: 100, last: 120)
    #expect(LineupAxis.window(of: near, isCalendar: false) == -12...120)
    let far = LineupExtent(first: -500, low: -10, high: 100, last: 4_000)
    #expect(LineupAxis.window(of: far, isCalendar: false) == -10...100)
  }

  @Test func aWindowIsShownAsAsked() {
    let axis = LineupAxis(
      Self.extents[3], columns: 80, origin: Self.event, window: -10...10)
    #expect(axis.window == -10...10)
    #expect(axis.breaks.count == 2)
    #expect(axis.anchorColumn == axis.column(ofDay: 0))
  }

  @Test func aRowHasItsMarksAtTheirDays() throws {
    let library = AlignmentTests.library
    let axis = LineupAxis(
      LineupExtent(first: -10, low: -10, high: 80, last: 80), columns: 91, origin: Self.event)
    let row = LineupRow(
      ofRow: 0, in: library, origin: .event(EventAnchor("hold")), on: axis)
    #expect(row.types == ["charge", "hold", "hold", "arrest"])
    #expect(row.anchor == 2)
    #expect(row.marks.map(\.columns) == [60...90, 10...31, 0...0, 30...30])
    #expect(row.marks.map(\.events) == [[3], [2], [0], [1]])
  }

  @Test func aCaseWithoutTheEventHasNoMarks() {
    let axis = LineupAxis(Self.extents[2], columns: 40, origin: Self.event)
    let row = LineupRow(
      ofRow: 3, in: AlignmentTests.library, origin: .event(EventAnchor("hold")), on: axis)
    #expect(row.marks == [])
    #expect(row.anchor == nil)
  }
}
