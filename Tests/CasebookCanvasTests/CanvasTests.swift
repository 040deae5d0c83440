import CasebookCanvas
import CasebookText
import Testing

struct CanvasTests {
  @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1), (200, 50)])
  func everyRowIsAsWideAsThePage(columns: Int, rows: Int) {
    let canvas = Canvas(size: Size(columns: columns, rows: rows))
    #expect(canvas.rows.count == rows)
    #expect(canvas.rows.allSatisfy { $0.count == columns })
  }

  @Test func textOfARowEndsAfterItsLastSign() {
    var canvas = Canvas(size: Size(columns: 20, rows: 2))
    canvas.draw(" a  日 ", at: .zero)
    #expect(canvas.text(ofRow: 0) == " a  日")
    #expect(canvas.text(ofRow: 1) == "")
    #expect(canvas.text(ofRow: 9) == "")
  }

  @Test func changedRowsAreThoseThatDiffer() {
    var canvas = Canvas(size: Size(columns: 9, rows: 4))
    let before = canvas
    canvas.draw("a", at: Point(column: 0, row: 1))
    canvas.select(Rect(column: 0, row: 3, columns: 9, rows: 1))
    #expect(canvas.changedRows(since: before) == [1, 3])
    #expect(canvas.changedRows(since: canvas) == [])
    #expect(canvas.changedRows(since: Canvas(size: Size(columns: 9, rows: 2))) == [0, 1, 2, 3])
  }
}
