import Testing

@testable import CasebookCore

private func date(_ text: String, _ order: DateOrder? = nil) -> TableDate {
  Array(text.utf8).withUnsafeBytes { TableDate($0, order: order, firstYear: 1930) }
}

struct TableDateTests {
  @Test(arguments: [
    ("2025-04-01 18:51:00", "2025-04-01T18:51:00"),
    ("2025-04-01T18:51:00Z", "2025-04-01T18:51:00Z"),
    ("2025-04-01T18:51:00.000-05:00", "2025-04-01T18:51:00-05:00"),
    ("2025-04-01 18:51:00.250", "2025-04-01T18:51:00.250"),
    ("2025-04-01T00:00:00.5Z", "2025-04-01T00:00:00.5Z"),
    ("2025-04-01 18:51:00.1234567890", "2025-04-01T18:51:00.1234567890"),
    ("2025-04-01 18:51", "2025-04-01T18:51:00"), ("2025-09-18T00:00:00Z", "2025-09-18"),
    ("2025-09-18 00:00:00", "2025-09-18"), ("2024/03/04", "2024-03-04"),
    ("12MAR08", "2008-03-12"), ("12-Mar-2008", "2008-03-12"), ("1 dec 99", "1999-12-01"),
    ("12MAR2008:18:51:00", "2008-03-12T18:51:00"), ("45383", "2024-04-01"),
    ("45383.75", "2024-04-01"),
    ("61000", "2067-01-03"),
  ])
  func notationsOfTablesBecomeEDTF(text: String, expected: String) {
    #expect(date(text) == .converted(expected))
  }

  @Test(arguments: [
    ("4/1/2025", "2025-04-01", "2025-01-04"), ("04/01/2025 0:00", "2025-04-01", "2025-01-04"),
    ("4/1/25", "2025-04-01", "2025-01-04"), ("4/1/30", "1930-04-01", "1930-01-04"),
    ("4/1/29", "2029-04-01", "2029-01-04"),
    ("4/1/2025 18:51", "2025-04-01T18:51:00", "2025-01-04T18:51:00"),
    ("4/1/2025 6:51 PM", "2025-04-01T18:51:00", "2025-01-04T18:51:00"),
    ("4/1/2025 12:00:00 AM", "2025-04-01", "2025-01-04"),
    ("4/1/2025 6:51:09.75 PM", "2025-04-01T18:51:09.75", "2025-01-04T18:51:09.75"),
  ])
  func slashesNeedAnOrder(text: String, monthFirst: String, dayFirst: String) {
    #expect(date(text) == .undecided)
    #expect(date(text, .monthFirst) == .converted(monthFirst))
    #expect(date(text, .dayFirst) == .converted(dayFirst))
  }

  @Test(arguments: [
    "2024", "2024-03", "2024-03-04", "2013-08?", "2013-10-13/2024-02-01", "2013/2014", "201X",
    "2013-22", "2013-10-13/..", "soon", "", "12345678", "4/1", "4/1/202", "2024-03-04 25:00",
    "2024-03-04 noon", "2024-03-04 10:20:30.", "1/2/3/4", "4/1/2025x", "12345.x",
  ])
  func everythingElseIsLeftAsWritten(text: String) {
    #expect(date(text, .monthFirst) == .asWritten)
  }
}

struct DateOrderTests {
  private func read(_ dates: [String], _ rule: String = "") throws -> TableOutline {
    let profile = try Profile(
      yaml: """
        profile: 1
        \(rule)
        events:
          - {type: entry, date: <when>}
        """)
    let rows = dates.enumerated().map { "\($0),\($1)\n" }.joined()
    return TableOutline("n,when\n" + rows, profiles: [profile])
  }

  @Test(arguments: [
    (["3/4/2024", "3/25/2024"], "2024-03-04"), (["3/4/2024", "25/3/2024"], "2024-04-03"),
  ])
  func oneDateCanTellForTheWholeColumn(dates: [String], first: String) throws {
    let table = try read(dates)
    #expect(table.cases[0].contains("date: \(first)"))
    #expect(table.findings == [])
  }

  @Test(arguments: [
    (["3/4/2024", "5/6/2024"], "1:3 warning undecidedDateOrder(column: \"when\")"),
    (["3/4/2024", "25/6/2024", "6/25/2024"], "1:3 warning mixedDateOrder(column: \"when\")"),
  ])
  func aColumnThatCannotBeDecidedIsNamedAndKept(dates: [String], finding: String) throws {
    let table = try read(dates)
    #expect(table.findings.first == finding)
    #expect(table.refused == 0)
    #expect(
      table.cases[0] == "{id: t-000002, events: [{type: entry, n: 0, when: 3/4/2024}]}")
  }

  @Test func theProfileMaySayTheOrder() throws {
    #expect(try read(["3/4/2024"], "dates: {order: day first}").cases[0].contains("2024-04-03"))
    let column = "dates: {order: day first, columns: {When: month first}}"
    #expect(try read(["3/4/2024"], column).cases[0].contains("2024-03-04"))
    #expect(
      try read(["3/4/24"], "dates: {order: day first, first year: 1900}").cases[0]
        .contains("1924-04-03"))
  }

  @Test func aDateThatDoesNotFitTheOrderIsKeptAsWritten() throws {
    let table = try read(["25/3/2024", "3/4/2024"], "dates: {order: month first}")
    #expect(table.findings == ["2:3 warning date(column: \"when\", written: \"25/3/2024\")"])
    #expect(table.loaded == 2)
    #expect(table.refused == 0)
  }

  @Test func aDateBehindTheSampledRowsIsNotGuessed() throws {
    let dates = Array(repeating: "2024-01-01", count: 1_200) + ["3/4/2024"]
    let table = try read(dates)
    #expect(table.findings == ["1202:6 warning undecidedDateOrder(column: \"when\")"])
    #expect(table.cases.last?.contains("when: 3/4/2024") == true)
  }
}
