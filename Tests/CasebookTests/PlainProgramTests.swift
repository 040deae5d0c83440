import CasebookTesting
import Testing

/// When the program answers in lines, and what it says of why.
@Suite struct PlainProgramTests {
  private func started(
    _ arguments: [String] = [], _ change: (inout ProgramLaunch) -> Void = { _ in }
  ) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = arguments
    change(&launch)
    return try PseudoTerminal(launch)
  }

  /// Runs a line of the shell in which `$0` is the program.
  private func shell(_ line: String) throws -> PseudoTerminal {
    var launch = ProgramLaunch(path: "/bin/sh")
    launch.arguments = ["-c", line, ProgramLaunch(product: "casebook").path]
    launch.size.columns = 120
    return try PseudoTerminal(launch)
  }

  private func expectPlain(_ terminal: PseudoTerminal, _ reason: String) throws {
    try terminal.wait(for: "Casebook plain mode, \(reason).")
    try terminal.wait(for: "case>")
    #expect(!terminal.screen.isAlternate)
    terminal.send("3\n")
    try terminal.wait(for: "Case 3 of 36.")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.isRestored)
  }

  @Test func theFlagAsksForLines() throws {
    try expectPlain(started(["--plain"]), "set by flag")
  }

  @Test(arguments: ["CASEBOOK_PLAIN", "ACCESSIBLE"])
  func theEnvironmentAsksForLines(variable: String) throws {
    try expectPlain(started { $0.environment[variable] = "1" }, "set by environment")
  }

  @Test(arguments: ["dumb", nil])
  func aTerminalWithoutAScreenGetsLines(type: String?) throws {
    let terminal = try started { $0.environment["TERM"] = type }
    try expectPlain(terminal, "because this terminal has no screen")
  }

  @Test(arguments: ["xterm-kitty-2", "no-such-terminal"])
  func anUnknownTerminalIsNamedWithWhatToSet(type: String) throws {
    let terminal = try started { $0.environment["TERM"] = type }
    try terminal.wait(for: "type TERM=xterm-256color casebook.")
    try expectPlain(terminal, "because TERM=\(type) is unknown here")
  }

  @Test func answersInAFileLeaveThePromptOnTheTerminal() throws {
    let terminal = try shell("\"$0\" > answers; echo status $?; cat answers; rm answers; echo end")
    try terminal.wait(for: "Answers go to standard output, which is not this terminal.")
    try terminal.wait(for: "case>")
    terminal.send("list 2\nquit\n")
    try terminal.wait(for: "status 0")
    try terminal.wait(for: "Cases 1 to 2 of 36.")
    try terminal.wait(for: "end")
    let answers = terminal.screen.text.split(separator: "status 0").last ?? ""
    #expect(answers.contains("Casebook plain mode"))
    #expect(!answers.contains("case>"))
  }

  @Test func withoutAKeyboardItAnswersLinesAndEnds() throws {
    let terminal = try shell("printf 'list 2\\nquit\\n' | \"$0\"; echo status $?")
    try terminal.wait(for: "because there is no terminal")
    try terminal.wait(for: "Cases 1 to 2 of 36.")
    try terminal.wait(for: "status 0")
    #expect(!terminal.screen.text.contains("case>"))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func commandsAreRunWithoutAPrompt() throws {
    let terminal = try shell("\"$0\" --plain -c 'list 1; 2; where'; echo status $?")
    try terminal.wait(for: "status 0")
    #expect(terminal.screen.text.contains("Case 2 of 36."))
    #expect(!terminal.screen.text.contains("case>"))
    #expect(!terminal.screen.text.contains("plain mode"))
  }

  @Test func anErrorAmongThemIsTheStatus() throws {
    let terminal = try shell("\"$0\" --plain -c 'lst; where'; echo status $?")
    try terminal.wait(for: "status 1")
    #expect(terminal.screen.text.contains("Error: No command lst. Did you mean list?"))
    #expect(terminal.screen.text.contains("Case 1 of 36."))
  }

  @Test func theEndOfTheInputEndsIt() throws {
    let terminal = try started(["--plain"])
    try terminal.wait(for: "case>")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
