import Testing

@testable import CasebookCore

struct CalendarDateOrderTests {
  /// Dates in the order of lists.
  static let ordered = [
    "../2013", "../..", "Y-170000002", "Y-170000001", "-0044-03-15", "0000", "1XXX", "2010",
    "201X", "2013-01-01", "2013", "2013/2014", "2013/..", "2013-08-01", "2013-08-01?",
    "2013-08-01~", "2013-08-01T09:00:00", "2013-08-01T23:59", "2013-08-01T23:59:59",
    "2013-08-01T23:59:60Z", "2013-08-01T24:00:00", "2013-08-01/2013-08-02", "2013-08",
    "2013-08-XX", "2013-08-02", "Y170000002", "Y170000003", "/2013", "/..", "XXXX",
  ]

  @Test func listsGoByFirstThenLastPossibleDayThenTime() throws {
    let dates = try CalendarDateOrderTests.ordered.map(date)
    #expect(dates.shuffled().sorted().map(\.text) == CalendarDateOrderTests.ordered)
  }

  @Test func sortKeysNeverDisagreeWithTheOrder() throws {
    let keys = try CalendarDateOrderTests.ordered.map { try date($0).span.sortKey }
    #expect(keys == keys.sorted())
    #expect(keys.allSatisfy { $0 < DateSpan.missing.sortKey })
  }

  @Test func missingDatesComeLast() throws {
    let known = try date("/..")
    #expect(CalendarDate.precedes(known, nil))
    #expect(!CalendarDate.precedes(nil, known))
    #expect(!CalendarDate.precedes(nil, nil))
    #expect(CalendarDate.precedes(try date("2013"), known))
  }

  @Test func orderIsTotalAndTransitive() {
    var texts = DateTexts(seed: 7)
    let dates = Set((0..<400).map { _ in texts.next() }).compactMap { try? CalendarDate($0) }
    let sorted = dates.sorted()
    var wrong: [String] = []
    for (index, one) in sorted.enumerated() {
      for (otherIndex, other) in sorted.enumerated()
      where (one < other) != (index < otherIndex) || (one == other) != (index == otherIndex) {
        wrong.append("\(one.text) \(other.text)")
      }
    }
    #expect(sorted.count > 150)
    #expect(wrong == [])
  }

  @Test func datesAreEqualOnlyWhenWrittenTheSame() throws {
    #expect(try date("2013-08") == date("2013-08"))
    #expect(try date("2013-08-01T10:00:00Z") != date("2013-08-01T10:00:00+00:00"))
    #expect(try Set([date("2013"), date("2013"), date("2013?")]).count == 2)
  }
}
