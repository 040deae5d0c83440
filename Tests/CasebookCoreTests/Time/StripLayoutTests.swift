import CasebookCore
import Testing

@Suite struct StripLayoutTests {
  static let founding =
    "policy 2008, border_apprehension 2013-08, placement 2013-08?, criminal_charge 2023-09-14, "
    + "detainer 2023-10-13/2024-02-01, jail_release 2024-02-01, ice_arrest 2024-04-04, "
    + "statement 2024-04-19"

  @Test func theFoundingCaseIsFoldedTwice() {
    let strip = layout(Self.founding, columns: 98)
    #expect(
      strip.axisText
        == "2008 // 4 y 7 mo+ // Aug 2013 // 10 y+ // Sep 2023      Nov   Dec     Jan 2024     Mar     Apr"
    )
    #expect(
      strip.laneText == [
        "                     :::2::::",
        "                                             *                               *",
        "                                                   [=========================]",
        "                                                                                           *",
        "::::                                                                                           *",
      ])
    #expect(
      strip.lanes.map(\.categories) == [
        [.movement], [.criminal], [.detainer], [.immigration], [.context],
      ])
  }

  @Test func withoutFoldsTheAxisIsEven() {
    let strip = layout(Self.founding, columns: 98, folds: false)
    #expect(strip.axis.folds.isEmpty)
    #expect(
      strip.axisText
        == "2008       2010        2012       2014        2016       2018        2020       2022        2024"
    )
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let events: String
    let axis: String
    let lanes: [String]
    var testDescription: String { events }
  }

  @Test(arguments: [
    Row(events: "hearing 2013-08-31", axis: "31 Aug 2013", lanes: ["     *"]),
    Row(events: "hearing 2013-08", axis: "Aug 2013", lanes: ["::::::::"]),
    Row(events: "hearing 2013", axis: "2013", lanes: ["::::"]),
    Row(events: "hearing 201X", axis: "2010", lanes: ["::::"]),
    Row(events: "hearing 2013-08-31?", axis: "31 Aug 2013", lanes: [":::::::::::"]),
    // All on one day share a mark.
    Row(
      events: "hearing 2013-08-31, appeal 2013-08-31, ice_arrest 2013-08-31",
      axis: "31 Aug 2013", lanes: ["     *", "     2"]),
    // Times of one day.
    Row(
      events: "encounter 2013-08-31T10:30:00, ice_arrest 2013-08-31T16:00:00",
      axis: "31 Aug 2013 10:30         13:00     14:00     15:00",
      lanes: ["*                                                        *"]),
    // Open and unknown ends.
    Row(
      events: "detainer 2013-08-31/..", axis: "31 Aug 2013",
      lanes: ["     [=====================================================o"]),
    Row(events: "detainer ../2013-08-31", axis: "     31 Aug 2013", lanes: ["o=========]"]),
    Row(events: "detainer 2013-08-31/", axis: "31 Aug 2013", lanes: ["     [:?"]),
    Row(events: "detainer /2013-08-31", axis: "     31 Aug 2013", lanes: ["        ?:]"]),
    Row(events: "detainer 2013-08-31", axis: "31 Aug 2013", lanes: ["     [:?"]),
    // Partial ends: dotted where it may begin or end, filled where it surely lasts.
    Row(
      events: "detainer 2013-03/2013-06",
      axis: "Mar 2013       Apr            May            Jun",
      lanes: [":::::::::::::::===============================::::::::::::::"]),
    Row(
      events: "detainer 2013-03/2013-03-20",
      axis: "1 Mar 2013     9   11  13  15     19  21  23  25  27  29",
      lanes: [":::::::::::::::::::::::::::::::::::::]"]),
    // No day known.
    Row(
      events: "hearing -, detainer -, appeal XXXX",
      axis: "",
      lanes: [
        "                                                    ????????",
        "                                                    ???2????",
      ]),
  ])
  func edgeCases(_ row: Row) {
    let strip = layout(row.events)
    #expect(strip.axisText == row.axis)
    #expect(strip.laneText == row.lanes)
  }

  @Test func noEventsHaveNoLanes() {
    let strip = layout("", columns: 60)
    #expect(strip.lanes.isEmpty)
    #expect(strip.ticks.isEmpty)
    #expect(strip.axis.range == nil)
  }

  @Test func twoHundredYearsHaveTicksOfDecades() {
    let strip = layout("entry 1824-05-01, removal 1901-02-03, death 2024-04-19", columns: 60)
    #expect(strip.axisText == "1820    1850          1900           1950          2000")
    #expect(
      strip.laneText == [
        " *                     *", "                                                          *",
      ])
  }

  @Test func aThousandEventsAreCounted() {
    let dates = (0..<1_000).map { "hearing \(2_000 + $0 / 50)-0\(1 + $0 % 9)-1\($0 % 10)" }
    let strip = layout(dates.joined(separator: ", "), columns: 80)
    let drawn = strip.lanes.flatMap(\.rows).flatMap { $0 }.flatMap(\.events)
    #expect(Set(drawn) == Set(0..<1_000))
    #expect(strip.lanes.count == 1)
    #expect(strip.lanes[0].rows.count <= StripLayout.mostRows)
  }

  @Test func everyAccountHasAPlace() {
    let disputed = event("jail_release", "2021-03", claims: ["2021-03-02", "2021-03-20"])
    let strip = StripLayout(StripEvent.events([disputed], .standard), columns: 62)
    #expect(
      strip.laneText == [
        "::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::",
        "   !                                   !",
      ])
    #expect(strip.marks(of: 0).map(\.mark.isDisputed) == [false, true, true])
  }

  @Test func aWindowShowsItsTimeAndNamesTheRest() {
    let strip = layout(
      "entry 2010-01-01, detainer 2013-02-01/2013-04-15, hearing 2013-04-01, appeal 2014",
      columns: 61, window: range("2013-03-01", "2013-04-30"))
    #expect(strip.axis.range == range("2013-03-01", "2013-04-30"))
    #expect(
      strip.laneText == [
        "x============================================]", "                               *",
      ])
    #expect(strip.earlier == [0])
    #expect(strip.later == [3])
  }

  @Test func fewRowsTakeRowsFromTheHighestLanes() {
    let text = "jail_custody 2013-01-01/2013-12-31, criminal_charge 2013-06-01, hearing 2013-06-01"
    #expect(layout(text).lanes.map(\.rows.count) == [2, 1])
    #expect(layout(text, rows: 2).lanes.map(\.rows.count) == [1, 1])
    #expect(layout(text, rows: 2).lanes[0].rows[0].map(\.isOver) == [false, true])
  }

  @Test func fewerRowsThanLanesMakeOneLane() {
    let strip = layout(Self.founding, rows: 4)
    #expect(
      strip.lanes.map(\.categories) == [[.movement, .criminal, .detainer, .immigration, .context]])
    #expect(strip.lanes[0].rows.count <= 4)
  }
}
