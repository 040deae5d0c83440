import CasebookCanvas
import CasebookText
import Testing

struct CanvasSnapshotTests {
  @Test func aSnapshotShowsTextMeaningsAndCursor() {
    var canvas = Canvas(size: Size(columns: 12, rows: 3))
    canvas.draw("Case", .heading, at: .zero)
    canvas.draw(Gate.shown("日本\u{7}"), .title, at: Point(column: 1, row: 1))
    canvas.select(Rect(column: 0, row: 2, columns: 12, rows: 1))
    canvas.cursor = Point(column: 0, row: 2)
    #expect(
      canvas.snapshot() == """
        Case
         日本^G

        -- 12x3
        HHHH
         TTTTxx
        ^SSSSSSSSSSS
        -- H heading
        -- T title
        -- S selected
        -- x escape

        """)
  }

  @Test func aCursorOutsideIsNotShown() {
    var canvas = Canvas(size: Size(columns: 2, rows: 1))
    canvas.cursor = Point(column: 5, row: 0)
    #expect(canvas.snapshot() == "\n-- 2x1\n\n")
  }

  @Test func anEmptyPageHasASnapshot() {
    #expect(Canvas(size: .zero).snapshot() == "-- 0x0\n")
  }

  @Test func everyRoleHasALetterOfItsOwn() {
    #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
    #expect(!StyleRole.allCases.map(\.letter).contains("^"))
  }
}
