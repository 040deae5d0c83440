import CasebookCanvas
import CasebookText
import Testing

struct CanvasDrawingTests {
  @Test(
    arguments: [
      ("Hartford", 0, 20, "Hartford"),
      ("Hartford", 3, 20, "   Hartford"),
      ("Hartford", 16, 20, "                Hart"),
      ("Hartford", 20, 20, ""),
      ("Hartford", -4, 20, "ford"),
      ("Hartford", 0, 1, "H"),
      ("Hartford", 0, 0, ""),
      ("日本", 17, 20, "                 日›"),
      ("日本", 0, 1, "›"),
      ("日本", -1, 20, "›本"),
      ("日本", -4, 20, ""),
      ("e\u{301}a", 0, 1, "e\u{301}"),
      ("👩\u{200D}⚕\u{FE0F}.", 0, 20, "👩."),
      ("a\u{1B}[6n", 0, 20, "a^[[6n"),
      ("🇬🇧", 19, 20, "                   G"),
    ])
  func textIsCutAtTheEdges(raw: String, column: Int, columns: Int, expected: String) {
    var canvas = Canvas(size: Size(columns: columns, rows: 1))
    canvas.draw(Gate.shown(raw), at: Point(column: column, row: 0))
    #expect(canvas.text(ofRow: 0) == expected)
    #expect(canvas.rows.allSatisfy { $0.reduce(0) { $0 + $1.columns } == columns })
  }

  @Test(arguments: [-1, 1, 7])
  func rowsOutsideAreNotDrawn(row: Int) {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.draw("abc", at: Point(column: 0, row: row))
    #expect(canvas == Canvas(size: Size(columns: 4, rows: 1)))
  }

  @Test func aWidthLimitsWhatIsDrawn() {
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    let end = canvas.draw("Hartford", at: Point(column: 2, row: 0), columns: 4)
    #expect(canvas.text(ofRow: 0) == "  Hart")
    #expect(end == 6)
    let next = canvas.draw("CT", at: Point(column: 10, row: 0), columns: 4)
    #expect(next == 12)
  }

  @Test func aRectangleIsNotLeft() {
    var canvas = Canvas(size: Size(columns: 10, rows: 4))
    let rect = Rect(column: 2, row: 1, columns: 3, rows: 2)
    canvas.draw([StyledLine("abcdef"), StyledLine("日本"), StyledLine("unseen")], in: rect)
    #expect((0..<4).map(canvas.text(ofRow:)) == ["", "  abc", "  日›", ""])
  }

  @Test(
    arguments: [
      (0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x"),
    ])
  func halvesOfWideCharactersDoNotStay(column: Int, expected: String) {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.draw("日本", at: .zero)
    canvas.draw("x", at: Point(column: column, row: 0))
    #expect(canvas.text(ofRow: 0) == expected)
  }

  @Test func aWideCharacterOverTwoOthersLeavesBlanks() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.draw("日本", at: .zero)
    canvas.draw("字", at: Point(column: 1, row: 0))
    #expect(canvas.text(ofRow: 0) == " 字")
    #expect(canvas.rows[0].map(\.columns) == [1, 2, 0, 1])
  }

  @Test func anASCIICanvasDrawsOnlyASCII() {
    var canvas = Canvas(size: Size(columns: 20, rows: 1), glyphs: .ascii)
    canvas.draw("é日", at: .zero)
    #expect(canvas.text(ofRow: 0) == "<U+00E9><U+65E5>")
    #expect(Set(canvas.rows[0].prefix(16).map(\.role)) == [.escape])
  }

  @Test func escapesHaveTheirOwnRole() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    canvas.draw(Gate.shown("a\u{7}b"), .title, at: .zero)
    #expect(canvas.rows[0].map(\.role) == [.title, .escape, .escape, .title, .normal])
  }

  @Test func selectionKeepsTextAndHits() {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.draw("ab", .movement, at: .zero)
    canvas.draw("c", .match, at: Point(column: 2, row: 0))
    canvas.select(Rect(column: 0, row: 0, columns: 9, rows: 1))
    #expect(canvas.text(ofRow: 0) == "abc")
    #expect(canvas.rows[0].map(\.role) == [.selected, .selected, .selectedMatch, .selected])
    canvas.select(Rect(column: 0, row: 0, columns: 4, rows: 1), .selectedInactive)
    #expect(
      canvas.rows[0].map(\.role)
        == [.selectedInactive, .selectedInactive, .match, .selectedInactive])
    #expect(canvas.rows[1].allSatisfy { $0.role == .normal })
  }

  @Test func fillingBlanksARectangle() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.draw("日本字", at: .zero)
    canvas.fill(Rect(column: 1, row: -3, columns: 3, rows: 9), .heading)
    #expect(canvas.text(ofRow: 0) == "    字")
    #expect(canvas.rows[0][1] == .blank(.heading))
  }
}
