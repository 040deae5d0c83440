import CasebookCanvas
import CasebookTesting
import Glibc
import Testing

/// The program draws at every size a window can have, and a storm of changes ends in one picture.
@Suite struct SizeTests {
  private func started(_ size: Size = Size(columns: 80, rows: 24)) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.size = size
    return try PseudoTerminal(launch)
  }

  @Test(arguments: [
    (1, 1), (80, 1), (1, 24), (2, 2), (19, 4), (20, 5), (21, 6), (39, 11), (59, 17), (60, 18),
    (99, 30), (100, 30), (500, 200), (1000, 1000), (2000, 3), (3, 900),
  ])
  func itStartsMovesAndLeavesAtAnySize(columns: Int, rows: Int) throws {
    let terminal = try started(Size(columns: columns, rows: rows))
    try terminal.wait(for: "a picture") { screen in
      screen.isAlternate && screen.text.contains { !$0.isWhitespace }
    }
    terminal.send("jjt]]/hart\r?j\u{7F}!\u{7F}:list\r")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
    #expect(HarmlessOutput.violations(in: terminal.output) == [])
    #expect(terminal.screen.unknown == [])
  }

  @Test func aStormOfChangesEndsInThePictureOfTheLastSize() throws {
    let terminal = try started()
    try terminal.wait(for: "Case 1 of 36")
    for number in 0..<3_000 {
      terminal.resize(Size(columns: 20 + number % 200, rows: 5 + number % 60))
    }
    terminal.resize(Size(columns: 100, rows: 30))
    terminal.send("j")
    try terminal.wait(for: "Case 2 of 36")
    try terminal.wait(for: "the list and the case side by side") { $0.rows[2].contains("┬") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aWindowWithoutASizeIsTakenForAnOrdinaryOne() throws {
    var launch = ProgramLaunch(product: "casebook")
    launch.announcesSize = false
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "Case 1 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [
    "vt52", "vt100", "xterm", "screen", "tmux-256color", "linux", "ansi", "hardcopy", "sun",
    "xterm-mono",
  ])
  func itRunsOnEveryKindOfTerminalOrAnswersInLines(type: String) throws {
    var launch = ProgramLaunch(product: "casebook")
    launch.environment["TERM"] = type
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "a case or the prompt") { screen in
      screen.text.contains("Detainer not honored") || screen.text.contains("case>")
    }
    if terminal.screen.text.contains("case>") {
      terminal.send("quit\n")
    } else {
      terminal.send("q")
    }
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS])
  func aTrapInTheProgramItselfGivesTheTerminalBack(signal: Int32) throws {
    let terminal = try started()
    try terminal.wait(for: "Case 1 of 36")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .killed(signal))
    try terminal.waitUntilRestored()
  }

  @Test func aProgramThatIsStoppedAndContinuedDrawsItsPictureAgain() throws {
    let terminal = try started()
    try terminal.wait(for: "Case 1 of 36")
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.send("j")
    try terminal.wait(for: "Case 2 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }
}
