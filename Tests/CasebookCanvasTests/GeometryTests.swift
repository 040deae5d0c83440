import CasebookCanvas
import Testing

struct GeometryTests {
  @Test func sizesAreNeverNegative() {
    #expect(Size(columns: -3, rows: -1) == .zero)
    #expect(Rect(column: 2, row: 2, columns: -1, rows: 3).isEmpty)
  }

  @Test(
    arguments: [
      (Rect(column: 0, row: 0, columns: 4, rows: 4), Rect(column: 1, row: 1, columns: 3, rows: 2)),
      (Rect(column: 2, row: 0, columns: 9, rows: 9), Rect(column: 2, row: 1, columns: 3, rows: 2)),
      (Rect(column: 9, row: 9, columns: 2, rows: 2), Rect(column: 9, row: 9, columns: 0, rows: 0)),
    ])
  func intersectionIsWhatBothShare(other: Rect, shared: Rect) {
    let rect = Rect(column: 1, row: 1, columns: 4, rows: 2)
    #expect(rect.intersection(other) == shared)
    #expect(other.intersection(rect) == shared)
  }

  @Test(arguments: [(-1, 0, 5), (0, 0, 5), (2, 2, 3), (5, 5, 0), (9, 5, 0)])
  func splittingNeverGrows(cut: Int, first: Int, second: Int) {
    let rect = Rect(column: 3, row: 4, columns: 5, rows: 5)
    let sides = rect.split(left: cut)
    #expect(sides.left == Rect(column: 3, row: 4, columns: first, rows: 5))
    #expect(sides.right == Rect(column: 3 + first, row: 4, columns: second, rows: 5))
    let levels = rect.split(top: cut)
    #expect(levels.top == Rect(column: 3, row: 4, columns: 5, rows: first))
    #expect(levels.bottom == Rect(column: 3, row: 4 + first, columns: 5, rows: second))
  }

  @Test func edgesAreHalfOpen() {
    let rect = Rect(column: 1, row: 2, columns: 3, rows: 1)
    #expect(rect.contains(Point(column: 1, row: 2)))
    #expect(rect.contains(Point(column: 3, row: 2)))
    #expect(!rect.contains(Point(column: 4, row: 2)))
    #expect(!rect.contains(Point(column: 1, row: 3)))
  }

  @Test func rowsOutsideAreEmpty() {
    let rect = Rect(column: 1, row: 2, columns: 3, rows: 2)
    #expect(rect.row(1) == Rect(column: 1, row: 3, columns: 3, rows: 1))
    #expect(rect.row(2).isEmpty)
    #expect(rect.row(-1).isEmpty)
  }
}
