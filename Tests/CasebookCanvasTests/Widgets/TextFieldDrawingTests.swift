import CasebookCanvas
import CasebookText
import Testing

struct TextFieldDrawingTests {
  private func page(
    _ field: TextField, columns: Int, prompt: ShownText = "", glyphs: GlyphSet = .unicode
  ) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    field.draw(in: canvas.bounds, of: &canvas, prompt: StyledLine(prompt, .accent))
    return canvas
  }

  @Test(
    arguments: [
      (0, "", nil), (1, "", 0), (20, "/ outcome:declined", 18), (80, "/ outcome:declined", 18),
      (18, "/ utcome:declined", 17), (6, "/ ned", 5), (2, "/", 1),
    ] as [(Int, String, Int?)])
  func theCursorAfterTheTextIsSeen(columns: Int, text: String, cursor: Int?) {
    let canvas = page(TextField("outcome:declined"), columns: columns, prompt: "/ ")
    #expect(canvas.text(ofRow: 0) == text)
    #expect(canvas.cursor == cursor.map { Point(column: $0, row: 0) })
  }

  @Test func theCursorInsideIsSeen() {
    var field = TextField("abcdefghij")
    for _ in 0..<8 { field.moveLeft() }
    let canvas = page(field, columns: 5)
    #expect(canvas.text(ofRow: 0) == "abcde")
    #expect(canvas.cursor == Point(column: 2, row: 0))
  }

  @Test func wideTextScrollsByCells() {
    let canvas = page(TextField("日本語"), columns: 6)
    #expect(canvas.text(ofRow: 0) == "›本語")
    #expect(canvas.cursor == Point(column: 5, row: 0))
  }

  @Test func escapesAreShownAndCounted() {
    let canvas = page(TextField("a\u{1B}"), columns: 20)
    #expect(canvas.text(ofRow: 0) == "a^[")
    #expect(canvas.rows[0].map(\.role).prefix(4) == [.normal, .escape, .escape, .normal])
    #expect(canvas.cursor == Point(column: 3, row: 0))
    let plain = page(TextField("é"), columns: 20, glyphs: .ascii)
    #expect(plain.text(ofRow: 0) == "<U+00E9>")
    #expect(plain.cursor == Point(column: 8, row: 0))
  }

  @Test func withoutFocusTheStartIsSeen() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    TextField("abcdefghij").draw(in: canvas.bounds, of: &canvas, isFocused: false)
    #expect(canvas.text(ofRow: 0) == "abcd")
    #expect(canvas.cursor == nil)
  }

  @Test func nothingOutsideTheRectangleIsDrawn() {
    var canvas = Canvas(size: Size(columns: 8, rows: 3))
    canvas.fill(canvas.bounds, .context)
    let rect = Rect(column: 2, row: 1, columns: 3, rows: 2)
    TextField("日本語abc").draw(in: rect, of: &canvas)
    #expect((0..<3).map(canvas.text(ofRow:)) == ["", "  bc", ""])
    #expect(canvas.rows[2].allSatisfy { $0 == .blank(.context) })
  }
}
