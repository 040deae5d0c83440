import Testing

@testable import CasebookCore

struct DayIntervalTests {
  @Test(arguments: [
    ("2023-10-13/2024-02-01", "2024-02-01", DayCount.exact(111)),
    ("2024-02-01", "2023-10-13", .exact(-111)),
    ("2024-01", "2024-02-28", .range(28...58)),
    ("2024-02-28", "2024-01", .range(-58 ... -28)),
    ("2013-08", "2013-08-10", .range(-21...9)),
    ("2013-08-10", "2013-08-10T14:00:00", .exact(0)),
    ("2013-08/2014", "2014-01-01", .range(123...153)),
    ("../2013-08-01", "2013-08-11", .atLeast(10)),
    ("2013-08-11", "/2013-08-01", .atMost(-10)),
    ("../..", "2013", .unknown),
    ("XXXX", "2013", .unknown),
    ("2013", "Y170000002", .unknown),
  ])
  func intervalsBetweenDatesAreAsWideAsTheDates(from: String, to: String, days: DayCount) throws {
    let interval = DayInterval(from: try date(from), to: try date(to))
    #expect(interval.days == days)
    #expect(interval.reversed.days == negated(days))
  }

  @Test(arguments: [
    ("2023-10-13/2024-02-01", DayCount.exact(111)), ("2013-08/2013-09-10", .range(10...40)),
    ("2013-08-05/2013-08", .range(0...26)), ("2013/2013", .range(0...364)),
    ("2013-08-05/..", .atLeast(0)), ("/2013", .atLeast(0)),
  ])
  func intervalsNeverEndBeforeTheyStart(text: String, days: DayCount) throws {
    #expect(DayInterval(of: try date(text))?.days == days)
  }

  @Test func oneDateSpansNoInterval() throws {
    #expect(DayInterval(of: try date("2013-08")) == nil)
  }

  @Test func shortestAndLongestAreLengthsOfTheCalendar() throws {
    let interval = DayInterval(from: try date("2013-08"), to: try date("2024-04-19"))
    let shortest = try #require(interval.shortest)
    let longest = try #require(interval.longest)
    #expect([shortest.years, shortest.months, shortest.days] == [10, 7, 19])
    #expect([longest.years, longest.months, longest.days] == [10, 8, 18])
  }

  private func negated(_ days: DayCount) -> DayCount {
    switch days {
    case .exact(let days): .exact(-days)
    case .range(let days): .range(-days.upperBound ... -days.lowerBound)
    case .atLeast(let days): .atMost(-days)
    case .atMost(let days): .atLeast(-days)
    case .unknown: .unknown
    }
  }
}
