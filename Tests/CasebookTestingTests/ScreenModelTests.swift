import CasebookCanvas
import Testing

@testable import CasebookTesting

/// The model is judged by what xterm does with the same bytes.
@Suite struct ScreenModelTests {
  private func shown(_ text: String) -> ScreenModel {
    var screen = ScreenModel(size: Size(columns: 10, rows: 4))
    screen.take(Array(text.replacingEscapes.utf8))
    return screen
  }

  @Test(
    arguments: [
      ("ab", ["ab", "", "", ""], 2, 0),
      ("a\r\nb", ["a", "b", "", ""], 1, 1),
      ("^[3;4Hx", ["", "", "   x", ""], 4, 2),
      ("0123456789", ["0123456789", "", "", ""], 9, 0),
      ("0123456789a", ["0123456789", "a", "", ""], 1, 1),
      ("12345678漢", ["12345678漢", "", "", ""], 9, 0),
      ("123456789漢", ["123456789", "漢", "", ""], 2, 1),
      ("e\u{301}x", ["e\u{301}x", "", "", ""], 2, 0),
      ("a\r\nb\r\nc\r\nd\r\ne", ["b", "c", "d", "e"], 1, 3),
      ("abc^[2D^[K", ["a", "", "", ""], 1, 0),
      ("abc^[1K", ["", "", "", ""], 3, 0),
      ("abc\r^[2X", ["  c", "", "", ""], 0, 0),
      ("abc\r^[P", ["bc", "", "", ""], 0, 0),
      ("abc\r^[2@", ["  abc", "", "", ""], 0, 0),
      ("a^[3b", ["aaaa", "", "", ""], 4, 0),
      ("a\r\nb^[H^[L", ["", "a", "b", ""], 0, 0),
      ("a\r\nb^[H^[M", ["b", "", "", ""], 0, 0),
      ("a\r\nb\r\nc^[2;3r^[3;1H\nx", ["a", "c", "x", ""], 1, 2),
      ("a^[2J^[4d^[5Gx", ["", "", "", "    x"], 5, 3),
    ] as [(String, [String], Int, Int)])
  func bytesDraw(bytes: String, rows: [String], column: Int, row: Int) {
    let screen = shown(bytes)
    #expect(screen.rows == rows)
    #expect(screen.cursor == Point(column: column, row: row))
    #expect(screen.unknown == [])
  }

  @Test func theSecondScreenHidesTheFirst() {
    #expect(shown("one^[?1049htwo").rows[0] == "   two")
    #expect(shown("one^[?1049htwo^[?1049l").rows[0] == "one")
  }

  @Test func looksAreKeptByPlace() {
    let screen = shown("^[1;38;5;39mab^[39mc^[0md")
    #expect(
      (0..<4).map { screen.look(at: Point(column: $0, row: 0)) } == [
        "1;38;5;39", "1;38;5;39", "1", "",
      ])
    #expect(shown("^[0;7;32m^[27ma").look(at: Point(column: 0, row: 0)) == "32")
  }

  @Test(arguments: [("^[?25l", false), ("^[?2004h", false), ("^[1m", false), ("a^[0mb", true)])
  func modesLeftOnAreSeen(bytes: String, isAsAtStart: Bool) {
    #expect(shown(bytes).isAsAtStart == isAsAtStart)
  }

  @Test func whatIsNotKnownIsKept() {
    #expect(shown("^[?5$p").unknown == ["[?$[5]p"])
    #expect(shown("\u{1B}]0;title\u{7}").unknown == ["]0;title\u{7}"])
  }
}

extension String {
  /// `^[` stands for the begin of a control sequence.
  fileprivate var replacingEscapes: String {
    split(separator: "^[", omittingEmptySubsequences: false).joined(separator: "\u{1B}[")
  }
}
