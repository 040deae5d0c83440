import CasebookCanvas
import CasebookText
import Testing

struct CanvasRulesTests {
  private func page(_ glyphs: GlyphSet) -> [String] {
    var canvas = Canvas(size: Size(columns: 7, rows: 5), glyphs: glyphs)
    canvas.horizontalRule(row: 0, columns: 0..<7)
    canvas.horizontalRule(row: 2, columns: 0..<7)
    canvas.horizontalRule(row: 4, columns: -3..<99)
    canvas.verticalRule(column: 3, rows: 1..<4)
    return canvas.rows.indices.map(canvas.text(ofRow:))
  }

  @Test func linesJoinWhereTheyMeet() {
    #expect(page(.unicode) == ["───┬───", "   │", "───┼───", "   │", "───┴───"])
    #expect(page(.ascii) == ["---+---", "   |", "---+---", "   |", "---+---"])
  }

  @Test func twoBranchesMakeACrossing() {
    var canvas = Canvas(size: Size(columns: 3, rows: 3))
    canvas.horizontalRule(row: 1, columns: 0..<3)
    canvas.verticalRule(column: 1, rows: 0..<1)
    #expect(canvas.text(ofRow: 1) == "─┴─")
    canvas.verticalRule(column: 1, rows: 2..<3)
    #expect(canvas.text(ofRow: 1) == "─┼─")
  }

  @Test func textThatLooksLikeALineIsNotJoined() {
    var canvas = Canvas(size: Size(columns: 3, rows: 2), glyphs: .ascii)
    canvas.draw("---", at: .zero)
    canvas.verticalRule(column: 1, rows: 1..<2)
    #expect(canvas.text(ofRow: 0) == "---")
  }

  @Test func linesOutsideAreNotDrawn() {
    var canvas = Canvas(size: Size(columns: 2, rows: 2))
    canvas.horizontalRule(row: 5, columns: 0..<2)
    canvas.verticalRule(column: 9, rows: 0..<2)
    canvas.verticalRule(column: 0, rows: 5..<9)
    canvas.verticalRule(column: 0, rows: 1..<1)
    #expect(canvas == Canvas(size: Size(columns: 2, rows: 2)))
  }
}
