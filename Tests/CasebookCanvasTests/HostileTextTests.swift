import CasebookCanvas
import CasebookText
import Testing

/// Random text made of characters that have broken terminals, the same on every run.
private struct HostileText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let parts: [String] = [
    "a", "Hartford ", " ", "  ", "é", "e\u{301}", "\u{301}\u{302}", "日本", "שלום", "مرحبا", "กำนัน",
    "क्ष", "\u{1112}\u{1161}\u{11AB}", "👩\u{200D}⚕\u{FE0F}", "👍🏽", "🇬🇧", "🇬", "1\u{FE0F}\u{20E3}",
    "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{202E}", "\u{1B}[31m", "\u{9B}1m", "\0", "\n", "\r\n",
    "\t", "\u{1FAE8}", "\u{E0041}", "\u{600}1", "\u{AD}", "ｱ", "Ａ", "xxxxxxxxxxxxxxxx",
  ]

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func text() -> String {
    (0..<next(below: 12)).map { _ in Self.parts[next(below: Self.parts.count)] }.joined()
  }
}

struct HostileTextTests {
  @Test(arguments: [0, 1, 2, 5, 20, 80])
  func rowsAreExactlyAsWideAsThePage(columns: Int) {
    var source = HostileText(seed: UInt64(columns) + 7)
    for _ in 0..<300 {
      var canvas = Canvas(size: Size(columns: columns, rows: 2))
      let line = StyledLine(Gate.shown(source.text()))
      for _ in 0..<3 {
        canvas.draw(line, at: Point(column: source.next(below: 90) - 5, row: 0))
      }
      #expect(isSound(canvas), "\(line.text.string.debugDescription)")
      #expect(canvas.text(ofRow: 1) == "")
    }
  }

  @Test(arguments: [0, 1, 2, 5, 20, 80])
  func layoutKeepsToItsColumns(columns: Int) {
    var source = HostileText(seed: UInt64(columns) + 99)
    for _ in 0..<300 {
      let line = Gate.styled(source.text())
      #expect(line.truncated(to: columns).columns <= columns)
      #expect(line.padded(to: columns, .right).columns == columns)
      let lines = line.wrapped(to: columns, hanging: 2)
      #expect(lines.allSatisfy { $0.columns <= max(2, columns) })
      var canvas = Canvas(size: Size(columns: columns, rows: lines.count))
      canvas.draw(lines, in: canvas.bounds)
      #expect(isSound(canvas), "\(line.text.string.debugDescription)")
    }
  }

  private func isSound(_ canvas: Canvas) -> Bool {
    canvas.rows.allSatisfy { row in
      let width = row.reduce(0) { $0 + $1.columns }
      let follows = row.dropFirst().map { $0.columns == 0 } + [false]
      let areWhole = zip(row, follows).allSatisfy { ($0.columns == 2) == $1 }
      return width == canvas.size.columns && areWhole && row.allSatisfy(isDrawable)
    }
  }

  /// One base and up to four marks, and none of the characters that multiplexers stumble over.
  private func isDrawable(_ cell: Cell) -> Bool {
    let scalars = Array(cell.text.unicodeScalars)
    guard let base = scalars.first else { return cell.columns == 0 }
    let isWide = DisplayWidth.columns(of: base) == cell.columns
    let marks = scalars.dropFirst()
    let areMarks = marks.count <= 4 && marks.allSatisfy { DisplayWidth.columns(of: $0) == 0 }
    let joiners: ClosedRange<UInt32> = 0x200B...0x200D
    let selectors: ClosedRange<UInt32> = 0xFE00...0xFE0F
    return isWide && areMarks
      && scalars.allSatisfy { !joiners.contains($0.value) && !selectors.contains($0.value) }
  }
}
