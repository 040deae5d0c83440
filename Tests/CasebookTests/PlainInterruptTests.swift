import CasebookTesting
import Glibc
import Testing

/// Ctrl-C in plain mode stops what goes on, and never the session.
@Suite struct PlainInterruptTests {
  /// Starts plain mode on so many cases, or on the samples.
  private func started(cases: Int = 0) throws -> PseudoTerminal {
    guard cases > 0 else {
      var launch = ProgramLaunch(product: "casebook")
      launch.arguments = ["--plain"]
      return try PseudoTerminal(launch)
    }
    var launch = ProgramLaunch(path: "/bin/bash")
    launch.arguments = [
      "-c",
      """
      cd "$(mktemp -d)"; for ((i = 1; i <= \(cases); i++)); do echo "{\\"id\\":\\"c$i\\"}"; done \
      > a.jsonl; trap : INT; "$0" --plain a.jsonl; echo status $?; rm a.jsonl; rmdir "$PWD"
      """, ProgramLaunch(product: "casebook").path,
    ]
    return try PseudoTerminal(launch)
  }

  @Test func atThePromptItSaysHowToLeave() throws {
    let terminal = try started()
    try terminal.wait(for: "case>")
    terminal.send("filter outcome:booked\n")
    try terminal.wait(for: "of 36 cases match.")
    terminal.send("clear, half typed\u{3}")
    try terminal.wait(for: "To leave, type quit or press Ctrl-D.")
    terminal.send("where\n")
    try terminal.wait(for: "Filter")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aLongAnswerStopsAndTheSessionGoesOn() throws {
    let terminal = try started(cases: 20_000)
    try terminal.wait(for: "case>")
    terminal.send("list all\n")
    // Nothing reads the terminal beyond this: the program waits with the rest of its answer.
    try terminal.wait(for: "rows of the list") { $0.rows.contains { $0.contains(". c") } }
    terminal.send("\u{3}")
    try terminal.wait(for: "Stopped after")
    #expect(terminal.screen.text.contains("of 20,002 lines."))
    terminal.send("3\n")
    try terminal.wait(for: "Case 3 of 20,000.")
    terminal.send("quit\n")
    try terminal.wait(for: "status 0")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func theWishToEndEndsIt(signal: Int32) throws {
    let terminal = try started()
    try terminal.wait(for: "case>")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .killed(signal))
  }
}
