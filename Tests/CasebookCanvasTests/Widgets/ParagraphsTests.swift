import CasebookCanvas
import CasebookText
import Testing

struct ParagraphsTests {
  private static let text = [
    Paragraph(StyledLine("Detainer not honored", .title)),
    Paragraph(),
    Paragraph(StyledLine("Outcome: declined, 29 days after the charge"), hanging: 2),
  ]

  @Test(
    arguments: [
      (0, []),
      (
        20,
        [
          "Detainer not honored", "", "Outcome: declined,", "  29 days after the", "  charge",
        ]
      ),
      (80, ["Detainer not honored", "", "Outcome: declined, 29 days after the charge"]),
    ] as [(Int, [String])])
  func paragraphsBreakToTheWidth(columns: Int, expected: [String]) {
    let paragraphs = Paragraphs(Self.text, columns: columns)
    #expect(paragraphs.lines.map(\.text.string) == expected)
  }

  @Test func oneColumnHoldsOneLetter() {
    let paragraphs = Paragraphs(Self.text, columns: 1)
    #expect(paragraphs.lines.allSatisfy { $0.columns <= 1 })
    #expect(paragraphs.starts == [0, 18, 19])
  }

  @Test(
    arguments: [(0, 2, 0), (-4, 2, 0), (2, 2, 2), (9, 2, 3), (9, 5, 0), (3, 9, 0), (9, 0, 5)])
  func scrollingEndsWithTheText(offset: Int, rows: Int, expected: Int) {
    let paragraphs = Paragraphs(Self.text, columns: 20)
    #expect(paragraphs.clamped(offset: offset, rows: rows) == expected)
  }

  @Test(
    arguments: [(0, 3, 2, 0), (2, 0, 2, 1), (2, 0, 3, 0), (2, 2, 2, 2), (9, 1, 2, 1), (1, 0, 0, 0)])
  func aParagraphIsBroughtIntoSight(paragraph: Int, offset: Int, rows: Int, expected: Int) {
    let paragraphs = Paragraphs(Self.text, columns: 20)
    #expect(paragraphs.offset(showing: paragraph, from: offset, rows: rows) == expected)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (4, 2), (99, 2), (-1, nil)] as [(Int, Int?)])
  func aLineBelongsToAParagraph(line: Int, paragraph: Int?) {
    #expect(Paragraphs(Self.text, columns: 20).paragraph(ofLine: line) == paragraph)
  }

  @Test func drawingShowsTheLinesFromTheOffset() {
    var canvas = Canvas(size: Size(columns: 24, rows: 4))
    canvas.draw("old text that must go away", at: Point(column: 0, row: 3))
    let rect = Rect(column: 2, row: 1, columns: 20, rows: 3)
    Paragraphs(Self.text, columns: 20).draw(in: rect, of: &canvas, offset: 99)
    #expect(
      canvas.rows.indices.map(canvas.text(ofRow:)) == [
        "", "  Outcome: declined,", "    29 days after the", "ol  charge            aw",
      ])
  }
}
