import CasebookCanvas
import CasebookTesting
import Glibc
import Testing

/// What the terminal shows, and with how many bytes.
@Suite struct ScreenTests {
  private func started(_ change: (inout ProgramLaunch) -> Void = { _ in }) throws -> PseudoTerminal
  {
    var launch = ProgramLaunch(product: "TerminalProbe")
    change(&launch)
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "0: nothing")
    return terminal
  }

  @Test func thePageIsShownWithItsColoursAndCursor() throws {
    let terminal = try started()
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    let screen = terminal.screen
    #expect(screen.rows[0] == "probe size 80x24 indexed256")
    #expect(screen.look(at: Point(column: 0, row: 0)) == "1")
    #expect(screen.look(at: Point(column: 0, row: 2)) == "1;38;5;63")
    #expect(screen.isAlternate)
    #expect(screen.showsCursor)
    #expect(screen.unknown == [])
  }

  @Test func everyScriptKeepsItsColumns() throws {
    let terminal = try started()
    try terminal.wait(for: "the samples") { $0.rows[9].contains("|") }
    #expect(
      Array(terminal.screen.rows[4...9]) == [
        "abc|", "漢字|", "e\u{301}a\u{323}|", "שלום|", "<U+1FAE9>|", "❤|",
      ])
  }

  @Test func aPageThatIsTheSameSendsNothing() throws {
    let terminal = try started()
    terminal.send("a")
    try terminal.wait(for: "1: character a")
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    terminal.forgetOutput()
    terminal.send("sssssa")
    try terminal.wait(for: "2: character a")
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    #expect(String(decoding: terminal.output, as: UTF8.self) == "\r\u{1B}[A2\u{1B}[3;4H")
    #expect(terminal.screen.drawnRows == [1])
  }

  @Test func onlyChangedRowsAreSent() throws {
    let terminal = try started()
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    terminal.forgetOutput()
    terminal.send("r")
    try terminal.wait(for: "counter 1")
    #expect(terminal.screen.drawnRows == [1, 2])
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100", "screen", "rxvt"])
  func theLastCellIsDrawnWithoutScrolling(type: String) throws {
    let terminal = try started { $0.environment["TERM"] = type }
    terminal.send("b")
    let full = String(repeating: "#", count: 80)
    try terminal.wait(for: "a full page") { $0.rows == Array(repeating: full, count: 24) }
    #expect(terminal.screen.look(at: Point(column: 79, row: 23)) == "7")
    terminal.send("b")
    try terminal.wait(for: "the page") { $0.rows[0].hasPrefix("probe") && $0.rows[23] == "" }
  }

  @Test func redrawSendsAllAgain() throws {
    let terminal = try started()
    terminal.forgetOutput()
    terminal.send("d")
    try terminal.wait(for: "1: character d")
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    #expect(terminal.screen.drawnRows.isSuperset(of: 0...9))
  }

  @Test(arguments: [
    Size(columns: 40, rows: 12), Size(columns: 1, rows: 1), Size(columns: 1, rows: 80),
    Size(columns: 24, rows: 1), Size(columns: 2, rows: 2), Size(columns: 500, rows: 200),
    Size(columns: 1000, rows: 1000),
  ])
  func resizingDrawsThePageAnew(size: Size) throws {
    let terminal = try started()
    terminal.resize(size)
    terminal.resize(Size(columns: 60, rows: 20))
    try terminal.wait(for: "size 60x20")
    terminal.resize(size)
    terminal.send("r")
    terminal.resize(Size(columns: 70, rows: 15))
    try terminal.wait(for: "size 70x15")
    try terminal.wait(for: "counter 1")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aStormOfResizesEndsAtTheLast() throws {
    let terminal = try started()
    for columns in 1...300 { terminal.resize(Size(columns: columns, rows: 24)) }
    terminal.resize(Size(columns: 90, rows: 24))
    try terminal.wait(for: "size 90x24")
  }

  @Test func aSizeThatIsNotKnownIsTheTypesOwn() throws {
    let terminal = try started { $0.announcesSize = false }
    #expect(terminal.screen.rows[0].contains("80x24"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func withoutUTF8ThePageIsASCII() throws {
    let terminal = try started { $0.environment["LC_ALL"] = "C" }
    try terminal.wait(for: "the samples") { $0.rows[9].contains("|") }
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    #expect(Array(terminal.screen.rows[4...5]) == ["abc|", "<U+6F22><U+5B57>|"])
  }

  @Test(arguments: [
    ("vt100", "none"), ("vt220", "none"), ("xterm-mono", "none"), ("xterm", "ansi8"),
    ("linux", "ansi8"), ("rxvt", "ansi8"), ("screen-256color", "indexed256"),
    ("tmux-256color", "indexed256"), ("screen.xterm-256color", "indexed256"),
  ])
  func coloursAreThoseOfTheType(type: String, depth: String) throws {
    let terminal = try started { $0.environment["TERM"] = type }
    #expect(terminal.screen.rows[0] == "probe size 80x24 \(depth)")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }
}
