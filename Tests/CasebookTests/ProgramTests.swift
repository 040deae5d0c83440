import CasebookCanvas
import CasebookTesting
import Foundation
import Glibc
import Testing

/// The whole program on a terminal of its own.
@Suite struct ProgramTests {
  private func started(
    _ arguments: [String] = [], _ change: (inout ProgramLaunch) -> Void = { _ in }
  ) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = arguments
    change(&launch)
    return try PseudoTerminal(launch)
  }

  private func startedList(
    _ change: (inout ProgramLaunch) -> Void = { _ in }
  ) throws -> PseudoTerminal {
    let terminal = try started([], change)
    // The last row is the last that is drawn.
    try terminal.wait(for: "everything loaded") { screen in
      screen.rows[0].hasSuffix("36 cases") && screen.text.contains("Case 1 of 36")
    }
    try terminal.wait(for: "the cursor on the first case") { $0.cursor == Point(column: 1, row: 3) }
    return terminal
  }

  private func quit(_ terminal: PseudoTerminal) throws {
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
    #expect(terminal.screen.unknown == [])
  }

  // MARK: - Keys

  @Test func theSamplesAreListedAtTheStart() throws {
    let terminal = try startedList()
    #expect(terminal.screen.rows[0].contains("sample library"))
    #expect(terminal.screen.rows[0].hasSuffix("36 cases"))
    #expect(terminal.screen.rows[3].contains("Detainer not honored, Hartford"))
    #expect(terminal.screen.isAlternate)
    try quit(terminal)
  }

  @Test func theScreenOfTheReadmeIsDrawn() throws {
    let readme = try ProjectFiles.text(ProjectFiles.url("README.md"))
    let picture = try #require(readme.split(separator: "```\n").dropFirst().first)
    let rows = picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try started { launch in
      launch.size = Size(columns: 113, rows: rows.count)
      launch.environment["HOME"] = home.path
    }
    try terminal.wait(for: "Case 1 of 36")
    terminal.send("t")
    try terminal.wait(for: "Event 1 of 9")
    for event in 2...4 {
      terminal.send("\u{1B}[C")
      try terminal.wait(for: "Event \(event) of 9")
    }
    try terminal.wait(for: "what the README shows") { screen in
      screen.text.contains("29 days after the charge.")
        && screen.text.contains("not honored (per ICE)")
    }
    #expect(terminal.screen.rows == rows.map(String.init))
    try quit(terminal)
  }

  @Test(arguments: ["\u{1B}[B", "\u{1B}OB", "j"]) func keysMoveTheSelection(key: String) throws {
    let terminal = try startedList()
    terminal.send(key)
    try terminal.wait(for: "Case 2 of 36")
    try terminal.wait(for: "the cursor") { $0.cursor == Point(column: 1, row: 4) }
    try quit(terminal)
  }

  @Test func aFilterIsAppliedAsItIsTyped() throws {
    let terminal = try startedList()
    terminal.send("/outcome:declined")
    try terminal.wait(for: "6 of 36 cases")
    terminal.send(" hartford")
    try terminal.wait(for: "1 of 36 cases")
    terminal.send("\u{1B}")
    try terminal.wait(for: "Case 1 of 36")
    try quit(terminal)
  }

  @Test func aPasteIsTextAndNoCommand() throws {
    let terminal = try startedList()
    terminal.send("/\u{1B}[200~hartford\u{1B}[201~")
    try terminal.wait(for: "of 36 cases")
    try terminal.wait(for: "/ hartford")
    terminal.send("\r")
    try quit(terminal)
  }

  @Test func helpIsAPageThatIsLeft() throws {
    let terminal = try startedList()
    terminal.send("?")
    try terminal.wait(for: "Keys and commands")
    terminal.send("\u{1B}")
    try terminal.wait(for: "Case 1 of 36")
    try quit(terminal)
  }

  @Test func resizingArrangesTheRegionsAnew() throws {
    let terminal = try startedList()
    terminal.resize(Size(columns: 40, rows: 12))
    try terminal.wait(for: "1 of 36") { $0.rows[0].hasPrefix(" Cases") }
    terminal.resize(Size(columns: 10, rows: 3))
    try terminal.wait(for: "Too small")
    terminal.resize(Size(columns: 120, rows: 40))
    try terminal.wait(for: "side by side") { $0.rows[3].contains("│") }
    terminal.resize(Size(columns: 80, rows: 24))
    try terminal.wait(for: "Case 1 of 36")
    try quit(terminal)
  }

  @Test func whileNothingHappensNothingIsSent() throws {
    let terminal = try startedList()
    terminal.forgetOutput()
    // A key that means nothing is read, and answered with nothing.
    terminal.send("\u{1B}[20~")
    terminal.send("j")
    try terminal.wait(for: "Case 2 of 36")
    let moved = terminal.screen.drawnRows
    #expect(terminal.output.count < 4_000)
    #expect(!moved.contains(0))
    terminal.forgetOutput()
    terminal.signal(SIGCONT)
    try quit(terminal)
  }

  @Test func controlLDrawsEveryRowAgain() throws {
    for open in ["", "/har", ":the", "?"] {
      let terminal = try startedList()
      terminal.send(open)
      try terminal.wait(
        for: open.isEmpty ? "Case 1 of 36" : open == "?" ? "Keys" : "\(open.dropFirst())")
      terminal.forgetOutput()
      terminal.send("\u{C}")
      try terminal.wait(for: "every row") { $0.drawnRows.isSuperset(of: 0..<23) }
      terminal.send("\u{3}\u{3}")
      _ = try terminal.waitForExit()
    }
  }

  /// No stop and no continuation resets what the user set of the palette.
  @Test func aStopSendsNoSystemCommand() throws {
    let terminal = try startedList()
    terminal.forgetOutput()
    terminal.send("\u{1A}")
    try terminal.wait(for: "the picture after the stop") { screen in
      screen.isAlternate && screen.drawnRows.isSuperset(of: 0..<23)
    }
    terminal.send("j")
    try terminal.wait(for: "Case 2 of 36")
    #expect(HarmlessOutput.violations(in: terminal.output) == [])
    try quit(terminal)
  }

  // MARK: - Ends

  @Test func controlCEndsIt() throws {
    let terminal = try startedList()
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func itDiesByTheSignal(signal: Int32) throws {
    let terminal = try startedList()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .killed(signal))
    #expect(terminal.isRestored)
  }

  @Test func aKilledProgramLeavesTheTerminalUsable() throws {
    let terminal = try startedList()
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(SIGKILL))
    try terminal.waitUntilRestored()
  }

  // MARK: - Looks

  @Test(arguments: ["1", ""]) func withoutColourNoneIsSent(value: String) throws {
    let terminal = try startedList { $0.environment["NO_COLOR"] = value }
    terminal.send("jt")
    try terminal.wait(for: "Event 1 of")
    let colours = ColourSequences.all(in: terminal.output)
    #expect(colours.isEmpty == !value.isEmpty)
    try quit(terminal)
  }

  @Test func asciiAloneIsSentWhereTheLocaleHasNoMore() throws {
    let terminal = try startedList { $0.environment["LC_ALL"] = "C" }
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    try quit(terminal)
  }
}

/// The sequences that set a colour.
enum ColourSequences {
  /// The parameters of each SGR sequence that sets one.
  static func all(in output: [UInt8]) -> [String] {
    let text = String(decoding: output, as: UTF8.self)
    return text.matches(of: #/\u{1B}\[([0-9;]*)m/#).map { String($0.1) }.filter { parameters in
      parameters.split(separator: ";").contains { number in
        guard let number = Int(number) else { return false }
        return (30...38).contains(number) || (40...48).contains(number)
          || (90...107).contains(number)
      }
    }
  }
}
