import CasebookCanvas
import CasebookTesting
import Glibc
import Testing

/// Keys, pastes and answers as a terminal sends them to a program.
@Suite struct KeyTests {
  private func started() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(ProgramLaunch(product: "TerminalProbe"))
    try terminal.wait(for: "0: nothing")
    return terminal
  }

  @Test(arguments: [
    ("\u{1B}OA", "up"), ("\u{1B}[24~", "function 12"), ("\u{1B}", "escape"), ("\u{1B}k", "alt k"),
    ("é", "character é"), ("漢", "character 漢"), ("\u{1C}", "control \\"), ("\u{13}", "control s"),
    ("\r", "enter"), ("\u{1B}[Z", "backTab"), ("\u{7F}", "backspace"),
  ])
  func keysAreNamed(bytes: String, name: String) throws {
    let terminal = try started()
    terminal.send(bytes)
    try terminal.wait(for: "1: \(name)")
  }

  @Test func aPasteIsOneEventAndRunsNothing() throws {
    let terminal = try started()
    try terminal.wait(for: "marked pastes") { $0.modes.contains(2004) }
    terminal.send("\u{1B}[200~q\rq\u{1B}[201~")
    try terminal.wait(for: "1: paste 3 q^Jq")
  }

  @Test func aPasteOfAMegabyteDoesNotHang() throws {
    let terminal = try started()
    terminal.send("\u{1B}[200~" + String(repeating: "0123456789", count: 100_000) + "\u{1B}[201~")
    terminal.send("a")
    try terminal.wait(for: "character a")
    #expect(terminal.screen.rows[1].contains("character a"))
  }

  @Test func answersRunNothing() throws {
    let terminal = try started()
    terminal.send("\u{1B}[1;1R\u{1B}[?64;1;2q\u{1B}]11;rgb:0/0/0\u{7}\u{1B}Pq\u{1B}\\a")
    try terminal.wait(for: "1: character a")
  }

  @Test func anotherThreadWakesTheProgram() throws {
    let terminal = try started()
    terminal.send("w")
    try terminal.wait(for: "woken true, then timedOut")
  }

  @Test func aChildHasTheTerminalAsItWas() throws {
    let terminal = try started()
    try terminal.wait(for: "marked pastes") { $0.modes.contains(2004) }
    let modes = terminal.screen.modes
    terminal.send("c")
    try terminal.wait(for: "child") { screen in
      !screen.isAlternate && screen.rows.contains("child")
    }
    #expect(terminal.isRestored)
    terminal.send("answer\n")
    try terminal.wait(for: "2: resized 80x24")
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 3, row: 2) }
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.modes == modes)
    #expect(terminal.screen.rows[2] == "counter 0")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func whereNobodyCouldContinueItAStopGoesOn() throws {
    let terminal = try started()
    terminal.send("\u{1A}")
    try terminal.wait(for: "1: resized 80x24")
    #expect(terminal.screen.isAlternate)
    terminal.signal(SIGTSTP)
    try terminal.wait(for: "2: resized 80x24")
  }

  @Test func afterBeingContinuedItDrawsAnew() throws {
    let terminal = try started()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.wait(for: "1: resized 80x24")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }
}
