import CasebookCanvas
import CasebookTesting
import Glibc
import Testing

/// The terminal is as it was, however the program ends.
@Suite struct RestoreTests {
  private func started(_ change: (inout ProgramLaunch) -> Void = { _ in }) throws -> PseudoTerminal
  {
    var launch = ProgramLaunch(product: "TerminalProbe")
    change(&launch)
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "0: nothing")
    #expect(!terminal.isRestored)
    return terminal
  }

  @Test(arguments: [("q", 0), ("\u{3}", 0), ("x", 4)] as [(String, Int32)])
  func afterAnEndOfItsOwn(keys: String, status: Int32) throws {
    let terminal = try started()
    terminal.send(keys)
    #expect(try terminal.waitForExit() == .exited(status))
    #expect(terminal.isRestored)
    #expect(terminal.screen.text.trimmingNewlines == "")
    #expect(terminal.screen.unknown == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func afterASignalByWhichItDies(signal: Int32) throws {
    let terminal = try started()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .killed(signal))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [
    ("S", SIGSEGV), ("B", SIGBUS), ("I", SIGILL), ("T", SIGTRAP), ("F", SIGFPE), ("A", SIGABRT),
    ("Y", SIGSYS), ("M", SIGSEGV), ("t", SIGSEGV), ("f", SIGILL), ("i", SIGILL),
  ])
  func afterATrap(key: String, signal: Int32) throws {
    let terminal = try started { $0.arguments = ["--unguarded"] }
    terminal.send(key)
    #expect(try terminal.waitForExit() == .killed(signal))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [("K", SIGKILL), ("O", SIGSEGV)])
  func afterADeathNobodyCanHandle(key: String, signal: Int32) throws {
    let terminal = try started()
    terminal.send(key)
    #expect(try terminal.waitForExit() == .killed(signal))
    try terminal.waitUntilRestored()
  }

  @Test func withoutGuardianAKillLeavesItAsItIs() throws {
    let terminal = try started { $0.arguments = ["--unguarded"] }
    terminal.send("K")
    #expect(try terminal.waitForExit() == .killed(SIGKILL))
    #expect(!terminal.isRestored)
  }

  @Test func onOneScreenTheLastRowIsKeptAndThePromptStartsBelow() throws {
    let terminal = try started { $0.arguments = ["--one-screen"] }
    #expect(!terminal.screen.isAlternate)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
    #expect(terminal.screen.rows[1] == "counter 0")
    #expect(terminal.screen.rows[0] == "0: nothing")
    #expect(terminal.screen.cursor == Point(column: 0, row: 23))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("1049"))
  }

  @Test func onOneScreenComingBackAsksForNoOther() throws {
    let terminal = try started { $0.arguments = ["--one-screen"] }
    terminal.send("\u{1A}")
    try terminal.wait(for: "1: resized 80x24")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("1049"))
  }

  @Test(arguments: [("q", ProgramExit.exited(0)), ("x", .exited(4)), ("A", .killed(SIGABRT))])
  func messagesComeAfterTheScreenAndHarmless(key: String, end: ProgramExit) throws {
    let terminal = try started()
    terminal.send("e")
    try terminal.wait(for: "1: character e")
    #expect(!terminal.screen.text.contains("message"))
    terminal.send(key)
    #expect(try terminal.waitForExit() == end)
    try terminal.waitUntilRestored()
    #expect(terminal.screen.text.contains("message ^[[31m"))
  }

  @Test func longMessagesAreCutNowhereInACharacter() throws {
    let terminal = try started()
    terminal.send("Eq")
    #expect(try terminal.waitForExit() == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.hasSuffix(String(repeating: "é漢🙂|\r\n", count: 300)))
  }

  @Test func ofAFloodOfMessagesTheLastComeOut() throws {
    let terminal = try started()
    terminal.send("Lq")
    #expect(try terminal.waitForExit() == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("[...]\r\n"))
    #expect(text.hasSuffix("0123456789"))
    #expect(terminal.output.count < 70_000)
  }

  @Test func messagesOfAKilledProgramAreNotLost() throws {
    let terminal = try started()
    terminal.send("e")
    try terminal.wait(for: "1: character e")
    terminal.send("K")
    try terminal.wait(for: "message ^[[31m")
  }

  @Test func aTrapIsHandedOnToWhoeverHandledItBefore() throws {
    let terminal = try started {
      $0.environment["SWIFT_BACKTRACE"] = "enable=yes,interactive=no,color=no"
    }
    terminal.send("f")
    #expect(try terminal.waitForExit() == .killed(SIGILL))
    #expect(terminal.isRestored)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("Fatal error: as asked"))
  }

  @Test func afterTheWindowIsClosedItEnds() throws {
    for ignoresHangup in [false, true] {
      let terminal = try started { $0.ignoresHangup = ignoresHangup }
      terminal.closeWindow()
      #expect(try terminal.waitForExit() == (ignoresHangup ? .exited(0) : .killed(SIGHUP)))
    }
  }

  @Test func whatInheritsTheOtherEndOfItsTerminalEndsWithTheWindowToo() throws {
    let terminal = try started { $0.inheritsController = true }
    terminal.closeWindow()
    #expect(try terminal.waitForExit() == .killed(SIGHUP))
  }
}

extension String {
  fileprivate var trimmingNewlines: String { filter { $0 != "\n" } }
}
