import CasebookCanvas
import CasebookText
import Testing

struct ListViewTests {
  private func page(_ list: ListView, columns: Int, rows: Int) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    list.draw(in: canvas.bounds, of: &canvas) { StyledLine("row \($0)", .title) }
    return canvas
  }

  private func lines(_ canvas: Canvas) -> [String] {
    canvas.rows.indices.map(canvas.text(ofRow:))
  }

  @Test(
    arguments: [
      (10, 0, 0, 4, 0..<4), (10, 9, 0, 4, 6..<10), (10, 4, 0, 4, 1..<5), (10, 2, 5, 4, 2..<6),
      (10, 6, 5, 4, 5..<9), (10, 5, 99, 4, 5..<9), (2, 1, 9, 4, 0..<2), (0, nil, 0, 4, 0..<0),
      (10, nil, 3, 4, 3..<7), (10, 99, 3, 4, 3..<7), (10, 5, 0, 0, 0..<0), (10, 5, -7, 1, 5..<6),
      (1_000_000, 999_999, 0, 24, 999_976..<1_000_000),
    ] as [(Int, Int?, Int, Int, Range<Int>)])
  func theSelectionIsSeenWithTheLeastScrolling(
    count: Int, selection: Int?, offset: Int, height: Int, expected: Range<Int>
  ) {
    let list = ListView(count: count, selection: selection, offset: offset)
    #expect(list.visible(height: height) == expected)
  }

  @Test(
    arguments: [
      (0, ["", "", ""]), (1, ["C", "r", "r"]), (20, ["Case", "row 1", "row 2"]),
      (80, ["Case", "row 1", "row 2"]),
    ])
  func rowsStandBelowTheHeader(columns: Int, expected: [String]) {
    let list = ListView(count: 5, selection: 2, header: StyledLine("Case", .heading))
    #expect(lines(page(list, columns: columns, rows: 3)) == expected)
  }

  @Test func theWholeSelectedRowHasTheLookAndTheCursor() {
    let list = ListView(count: 3, selection: 1)
    #expect(
      page(list, columns: 8, rows: 4).snapshot() == """
        row 0
        row 1
        row 2

        -- 8x4
        TTTTT
        ^SSSSSSS
        TTTTT

        -- T title
        -- S selected

        """)
  }

  @Test func withoutFocusTheLookIsWeakerAndTheCursorElsewhere() {
    let canvas = page(ListView(count: 3, selection: 1, isFocused: false), columns: 8, rows: 3)
    #expect(canvas.rows[1].allSatisfy { $0.role == .selectedInactive })
    #expect(canvas.cursor == nil)
  }

  @Test func forScreenReadersOnlyTheCursorMoves() {
    let first = page(ListView(count: 3, selection: 0, showsSelection: false), columns: 8, rows: 3)
    let second = page(ListView(count: 3, selection: 1, showsSelection: false), columns: 8, rows: 3)
    #expect(second.changedRows(since: first) == [])
    #expect(second.cursor == Point(column: 0, row: 1))
  }

  @Test func movingTheSelectionChangesTwoRows() {
    let first = page(ListView(count: 3, selection: 0), columns: 8, rows: 3)
    let second = page(ListView(count: 3, selection: 1), columns: 8, rows: 3)
    #expect(second.changedRows(since: first) == [0, 1])
  }

  @Test func nothingOutsideTheRectangleIsDrawn() {
    var canvas = Canvas(size: Size(columns: 9, rows: 4))
    canvas.fill(canvas.bounds, .context)
    let rect = Rect(column: 3, row: 1, columns: 3, rows: 2)
    ListView(count: 9, selection: 0).draw(in: rect, of: &canvas) { _ in StyledLine("日本語") }
    #expect(lines(canvas) == ["", "   日›", "   日›", ""])
    #expect(canvas.rows[1].filter { $0.role == .context }.count == 6)
  }

  @Test func aHeaderAloneLeavesNoRows() {
    let list = ListView(count: 3, selection: 0, header: StyledLine("Case"))
    let canvas = page(list, columns: 8, rows: 1)
    #expect(lines(canvas) == ["Case"])
    #expect(canvas.cursor == nil)
    #expect(page(list, columns: 8, rows: 0).rows.isEmpty)
  }
}
