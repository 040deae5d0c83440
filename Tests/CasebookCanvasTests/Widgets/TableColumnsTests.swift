import CasebookCanvas
import CasebookText
import Testing

struct TableColumnsTests {
  private static let columns = [
    TableColumn("Case", minimum: 10, ideal: 24, priority: 0, grows: true),
    TableColumn("Detainer", minimum: 8, ideal: 11, priority: 1, alignment: .right),
    TableColumn("To release", minimum: 6, ideal: 10, priority: 3, alignment: .right),
    TableColumn("State", minimum: 2, ideal: 5, priority: 2),
  ]

  @Test(
    arguments: [
      (0, [:]),
      (1, [0: 1]),
      (5, [0: 5]),
      (10, [0: 10]),
      (14, [0: 10, 3: 2]),
      (20, [0: 10, 1: 8]),
      (24, [0: 10, 1: 8, 3: 2]),
      (32, [0: 10, 1: 8, 2: 6, 3: 2]),
      (40, [0: 18, 1: 8, 2: 6, 3: 2]),
      (50, [0: 24, 1: 11, 2: 6, 3: 3]),
      (56, [0: 24, 1: 11, 2: 10, 3: 5]),
      (80, [0: 48, 1: 11, 2: 10, 3: 5]),
    ] as [(Int, [Int: Int])])
  func importantColumnsStayAndGrow(width: Int, expected: [Int: Int]) {
    let table = TableColumns(Self.columns, fitting: width)
    let widths = table.placed.map { ($0.index, $0.columns) }
    #expect(Dictionary(uniqueKeysWithValues: widths) == expected)
    #expect(table.header().columns <= width)
  }

  @Test(
    arguments: [
      (0, ""),
      (1, "."),
      (20, "Detainer..  2 Feb .."),
      (80, "Detainer not honored, Hartford Correctional Ce..   2 Feb 2022        14 d  CT   "),
    ])
  func rowsStandInTheirColumns(width: Int, expected: String) {
    let values: [ShownText] = [
      "Detainer not honored, Hartford Correctional Center", "2 Feb 2022", "14 d", "CT",
    ]
    let table = TableColumns(Self.columns, fitting: width)
    let line = table.line { StyledLine(values[$0], $0 == 0 ? .title : .normal) }
    #expect(line.text.string == expected)
  }

  @Test func titlesAreAlignedLikeTheirValues() {
    let header = TableColumns(Self.columns, fitting: 56).header()
    #expect(header.text.string == "Case                         Detainer  To release  State")
    #expect(header.spans.first?.role == .heading)
  }

  @Test func columnsStandApart() {
    let table = TableColumns(Self.columns, fitting: 56)
    #expect(table.placed.map(\.start) == [0, 26, 39, 51])
  }

  @Test func wideTextKeepsTheColumns() {
    let table = TableColumns(Self.columns, fitting: 20)
    let line = table.line { $0 == 0 ? StyledLine("日本語文字列の例") : StyledLine("שלום") }
    #expect(line.text.string == "日本語文..      שלום")
    #expect(line.columns == 20)
  }

  @Test func onlyColumnsThatFitAreAskedFor() {
    var asked: [Int] = []
    _ = TableColumns(Self.columns, fitting: 20).line { index in
      asked.append(index)
      return StyledLine()
    }
    #expect(asked == [0, 1])
  }

  @Test func noColumnsMakeAnEmptyTable() {
    #expect(TableColumns([], fitting: 80).header() == StyledLine())
  }
}
