import Testing

@testable import CasebookCore

@Suite struct StripUnitTests {
  struct Row: Sendable {
    let unit: StripUnit
    let time: String
    let floor: String
    let next: String
  }

  @Test(arguments: [
    Row(unit: .years(1), time: "2013-08-31", floor: "2013-01-01", next: "2014-01-01"),
    Row(unit: .years(10), time: "2013-08-31", floor: "2010-01-01", next: "2020-01-01"),
    Row(unit: .years(10), time: "-0003-08-31", floor: "-0010-01-01", next: "0000-01-01"),
    Row(unit: .months(1), time: "2013-12-31", floor: "2013-12-01", next: "2014-01-01"),
    Row(unit: .months(3), time: "2013-12-31", floor: "2013-10-01", next: "2014-01-01"),
    Row(unit: .days(1), time: "2016-02-28", floor: "2016-02-28", next: "2016-02-29"),
    Row(unit: .days(2), time: "2013-01-30", floor: "2013-01-29", next: "2013-02-01"),
    Row(unit: .days(5), time: "2013-01-31", floor: "2013-01-26", next: "2013-02-01"),
    Row(unit: .days(10), time: "2013-01-31", floor: "2013-01-21", next: "2013-02-01"),
    Row(unit: .days(10), time: "2013-02-12", floor: "2013-02-11", next: "2013-02-21"),
    Row(
      unit: .hours(6), time: "2013-02-12T17:59:00", floor: "2013-02-12T12:00:00",
      next: "2013-02-12T18:00:00"),
    Row(
      unit: .hours(12), time: "2013-02-28T17:00:00", floor: "2013-02-28T12:00:00",
      next: "2013-03-01"),
    Row(
      unit: .minutes(15), time: "2013-02-12T17:59:00", floor: "2013-02-12T17:45:00",
      next: "2013-02-12T18:00:00"),
  ])
  func aStepBeginsAndEndsAtBoundsOfTheCalendar(_ row: Row) throws {
    let floor = row.unit.floor(try time(row.time))
    let expected = try time(row.floor)
    #expect(floor == expected)
    #expect(try row.unit.next(after: floor) == time(row.next))
    #expect(row.unit.ceiling(floor) == floor)
    #expect(try row.unit.ceiling(floor.advanced(by: 1)) == time(row.next))
  }

  @Test func stepsGoOnAtTheEndsOfTheCountableDays() {
    for unit in StripUnit.all {
      for day in [DayNumber.min, .max] {
        #expect(unit.floor(StripTime(day)) <= StripTime(day))
        #expect(unit.next(after: unit.floor(StripTime(day))) >= unit.floor(StripTime(day)))
      }
    }
  }

  @Test func unitsGoFromFineToCoarse() {
    #expect(StripUnit.all.map(\.minutes) == StripUnit.all.map(\.minutes).sorted())
    #expect(StripUnit.bounds.map(\.minutes) == StripUnit.bounds.map(\.minutes).sorted())
  }

  private func time(_ text: String) throws -> StripTime {
    let date = try CalendarDate(text)
    let place = try #require(StripPlace(date, lasts: false))
    return try #require(place.anchors.first).lowerBound
  }
}
