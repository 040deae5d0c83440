import CasebookCore
import Testing

@Suite struct StripTicksTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let window: (String, String)
    let columns: Int
    let axis: String
    var testDescription: String { "\(window.0) to \(window.1) in \(columns)" }
  }

  @Test(arguments: [
    Row(
      window: ("1824-01-01", "2024-12-31"), columns: 80,
      axis: "1824  1840    1860    1880    1900    1920    1940    1960    1980    2000"),
    Row(
      window: ("2008-01-01", "2024-12-31"), columns: 80,
      axis: "2008     2010     2012      2014     2016      2018     2020     2022      2024"),
    Row(
      window: ("2023-09-01", "2024-04-30"), columns: 80,
      axis: "Sep 2023 Oct        Nov      Dec        Jan 2024  Feb      Mar        Apr"),
    Row(
      window: ("2023-09-01", "2024-04-30"), columns: 40,
      axis: "Sep 2023  Nov Dec   Jan 2024 Mar   Apr"),
    Row(
      window: ("2023-09-01", "2024-04-30"), columns: 20,
      axis: "Sep 2023  Jan 2024"),
    Row(
      window: ("2023-09-01", "2024-04-30"), columns: 8,
      axis: "2023"),
    Row(
      window: ("2023-12-14", "2024-01-20"), columns: 80,
      axis: "14 Dec 2023   21  23   25  27  29    1 Jan 2024   7   9   11   13  15  17  19"),
    Row(
      window: ("2023-12-28", "2024-01-03"), columns: 80,
      axis: "28 Dec 2023           30          31         1 Jan 2024  2          3"),
    Row(
      window: ("-0005-01-01", "0005-12-31"), columns: 80,
      axis: "6 BC   5 BC   4 BC   3 BC    2 BC   1 BC   AD 1   AD 2    AD 3   AD 4   AD 5"),
  ])
  func ticksFitTheSpan(_ row: Row) {
    let strip = layout("", columns: row.columns, window: range(row.window.0, row.window.1))
    #expect(strip.axisText == row.axis)
  }

  @Test(arguments: [
    (
      "2023-12-31", "2023-12-31",
      "31 Dec 2023         06:00     09:00     12:00     15:00     18:00     21:00"
    ),
    (
      "2023-12-31", "2024-01-01",
      "31 Dec 2023         12:00     18:00     1 Jan 2024          12:00     18:00"
    ),
  ])
  func hoursAreNamedWhereTimesAreKnown(_ first: String, _ last: String, _ axis: String) {
    let strip = layout(
      "hearing \(first)T14:05:00", columns: 80, window: range(first, last))
    #expect(strip.axisText == axis)
  }

  @Test(arguments: [
    (60, "2008 // 4 y 7 mo+ // Aug 2013"), (40, "2008 // 4 y 7 mo+ // Aug 2013"),
    (26, "2008 //4y7mo+// Aug 2013"),
    (20, "2008 // Aug 2013"), (12, "2008 // 2013"), (8, " //2013"),
  ])
  func foldsAreNamedAsFarAsThereIsRoom(_ columns: Int, _ axis: String) {
    #expect(layout("entry 2008, removal 2013-08", columns: columns).axisText == axis)
  }
}
