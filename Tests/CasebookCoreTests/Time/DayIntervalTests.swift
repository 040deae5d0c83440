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
    // Years, decades, seasons, and digits that are not specified.
    ("2008", "2024-04-19", .range(5588...5953)), ("201X", "2020-01-01", .range(1...3652)),
    ("2013-XX", "2014-01-01", .range(1...365)), ("2013-08-XX", "2013-09-01", .range(1...31)),
    ("2013-22", "2013-09-01", .range(1...92)),
    // A start is not after its end.
    ("2013/2013-06-30", "2013-07-01", .range(1...181)),
    // An open or unknown end bounds nothing; a start is still a start.
    ("2013-08-01/..", "2013-08-11", .exact(10)), ("2013-08-01/", "2013-08-11", .exact(10)),
    // A mark says that the date may be wrong: no length.
    ("2013-08-01?", "2013-08-11", .unknown), ("2013-08-01~", "2013-08-11", .unknown),
    ("2013-08-01%", "2013-08-11", .unknown), ("2013?/2014", "2015-01-01", .atLeast(1)),
    ("201X~", "2020-01-01", .unknown),
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
    ("2013-08-05?/2013-09-01", .atLeast(0)), ("2013-08-05/2013-09-01~", .atLeast(0)),
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

  // MARK: - Completions

  /// Dates of every form that has a last day, near each other so that they overlap often.
  private static let forms = [
    "2013", "2013-08", "2013-08-05", "2013-08-31", "2013-09", "2013-22", "2013-XX", "2013-08-XX",
    "2013-08-05T10:00:00", "2013-07-20/2013-08-10", "2013-08/2013-09", "2013/2013-08-15",
  ]

  @Test func aRangeHoldsEveryCompletionAndIsTight() throws {
    for from in Self.forms {
      for to in Self.forms {
        let (first, second) = (try date(from), try date(to))
        let (starts, ends) = (Self.starts(of: first), Self.starts(of: second))
        let low = try #require(ends.min()) - #require(starts.max())
        let high = try #require(ends.max()) - #require(starts.min())
        let expected: DayCount = low == high ? .exact(low) : .range(low...high)
        #expect(DayInterval(from: first, to: second).days == expected, "\(from) to \(to)")
      }
    }
  }

  @Test func anExtentHoldsEveryCompletionAndIsTight() throws {
    let forms = ["2013-08-30", "2013-08-XX", "2013-09", "2013-08-28/2013-09-02", "2013-10-01"]
    for first in forms {
      for second in forms {
        for third in forms {
          let dates = try [first, second, third].map { try date($0) }
          let days = Self.extents(dates[...].map(Self.ends))
          let (low, high) = (try #require(days.min()), try #require(days.max()))
          let expected: DayCount = low == high ? .exact(low) : .range(low...high)
          #expect(
            DayInterval(extentOf: dates)?.days == expected, "\(first), \(second), \(third)")
        }
      }
    }
  }

  @Test(arguments: [
    ["2013-08-01"], ["2013"], ["2013-08-01", "2013-09-01?"], ["2013-08-01", "2014~"],
    ["2013-08-01", "2013-09-01/.."], ["2013-08-01/"], [],
  ])
  func anExtentThatCannotBeToldIsNone(texts: [String]) throws {
    #expect(DayInterval(extentOf: try texts.map { try date($0) }) == nil)
  }

  @Test func theFoundingCaseTakesFifteenOrSixteenYears() throws {
    let dates = try ["2008", "2013-08", "2023-10-13/2024-02-01", "2024-04-19"].map { try date($0) }
    let extent = try #require(DayInterval(extentOf: dates))
    #expect(IntervalWords.long(extent) == "15 years and 3 months to 16 years and 3 months")
  }

  /// Every day that a date may begin on, found by trying all pairs of ends.
  private static func starts(of date: CalendarDate) -> [Int] { ends(date).map(\.start) }

  /// Every pair of days that a date may begin and end on.
  private static func ends(_ date: CalendarDate) -> [(start: Int, end: Int)] {
    let days = { (part: PartialDate?) -> [Int] in
      guard let first = part?.days.earliest, let last = part?.days.latest else { return [] }
      return Array(Int(first.rawValue)...Int(last.rawValue))
    }
    guard date.isInterval else { return days(date.start).map { ($0, $0) } }
    let last = days(date.end)
    return days(date.start).flatMap { start in last.filter { $0 >= start }.map { (start, $0) } }
  }

  /// Every number of days from the first to the last of some dates.
  private static func extents(_ dates: [[(start: Int, end: Int)]]) -> Set<Int> {
    var found: Set<[Int]> = [[.max, .min]]
    for date in dates {
      found = Set(
        found.flatMap { known in date.map { [min(known[0], $0.start), max(known[1], $0.end)] } })
    }
    return Set(found.map { $0[1] - $0[0] })
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
