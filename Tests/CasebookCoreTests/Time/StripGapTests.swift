import Testing

@testable import CasebookCore

@Suite struct StripGapTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let dates: String
    let folds: String
    var testDescription: String { dates }
  }

  @Test(arguments: [
    // One date, two, and steps of one size stay.
    Row(dates: "2013-08-01", folds: ""),
    Row(dates: "2013-08-01 2023-09-14", folds: ""),
    Row(dates: "2013-01-01 2014-01-01 2015-01-01 2016-01-01", folds: ""),
    Row(dates: "2013 2016 2019", folds: ""),
    // A month and a day years apart: the month would be a sliver.
    Row(dates: "2013-08 2023-09-14", folds: "3665"),
    // The founding case, without and with the policy of 2008.
    Row(dates: "2013-08 2023-09-14 2023-10-13 2024-02-01 2024-04-04 2024-04-19", folds: "3665"),
    Row(
      dates: "2008 2013-08 2023-09-14 2023-10-13 2024-02-01 2024-04-04 2024-04-19",
      folds: "1673 3665"),
    // Three clusters equally far apart: both gaps go.
    Row(
      dates: "2001-01-01 2001-01-20 2006-01-01 2006-01-20 2011-01-01 2011-01-20",
      folds: "1806 1806"),
    // Two months in a season are short.
    Row(dates: "2013-01-01 2013-01-04 2013-02-20 2013-02-21", folds: ""),
    // Hours, then a year.
    Row(dates: "2013-01-01T10:00:00 2013-01-01T16:00:00 2014-01-01", folds: "364"),
  ])
  func longGapsAreFolded(_ row: Row) throws {
    let ranges = try row.dates.split(separator: " ").map { text in
      let place = try #require(StripPlace(try CalendarDate(String(text)), lasts: false))
      return try #require(place.anchors.first)
    }
    let groups = StripGap.fold(StripGap.clusters(ranges), limit: 9)
    let folds = zip(groups, groups.dropFirst()).map { left, right in
      left.range.upperBound.distance(to: right.range.lowerBound) / StripTime.minutesOfDay
    }
    #expect(folds.map { "\($0)" }.joined(separator: " ") == row.folds)
  }

  @Test func theLongestGapsAreFoldedWhereThereIsRoomForFew() {
    let ranges = [
      range("2008-01-01", "2008-12-31"), range("2013-08-01", "2013-08-31"),
      range("2023-09-14", "2023-09-20"),
    ]
    let groups = StripGap.fold(StripGap.clusters(ranges), limit: 1)
    #expect(groups.map(\.range) == [range("2008-01-01", "2013-08-31"), ranges[2]])
    #expect(StripGap.fold(StripGap.clusters(ranges), limit: 0).count == 1)
  }

  @Test func rangesThatTouchAreOneCluster() {
    let clusters = StripGap.clusters([
      range("2013-02-01", "2013-02-03"), range("2013-01-01", "2013-01-31"),
      range("2013-01-01", "2013-01-31"), range("2013-03-01", "2013-03-01"),
    ])
    #expect(
      clusters.map(\.range) == [
        range("2013-01-01", "2013-02-03"), range("2013-03-01", "2013-03-01"),
      ])
    #expect(clusters.map(\.places) == [2, 1])
  }
}
