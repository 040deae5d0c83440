import CasebookCanvas
import CasebookTesting
import Testing

/// What the program sends in the layout for screen readers, and how it changes over.
@Suite struct ReaderLayoutTests {
  /// The most bytes of a move that scrolls nothing: a sequence for a place of the cursor.
  private static let mostBytes = 12

  private func started(_ arguments: [String]) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = arguments
    return try PseudoTerminal(launch)
  }

  private func startedList(_ arguments: [String]) throws -> PseudoTerminal {
    let terminal = try started(arguments)
    // Until all is loaded the row says more; the last row is the last that is drawn.
    try terminal.wait(for: "all cases") { screen in
      screen.rows[0] == "Cases: 36 cases" && screen.rows.last?.isEmpty == false
    }
    return terminal
  }

  private func cursor(_ terminal: PseudoTerminal, row: Int) throws {
    try terminal.wait(for: "the cursor on row \(row)") {
      $0.cursor == Point(column: 0, row: row)
    }
  }

  /// Waits until a picture is whole: a move on and back is answered only after it.
  private func settle(_ terminal: PseudoTerminal, row: Int) throws {
    try cursor(terminal, row: row)
    terminal.send("j")
    try cursor(terminal, row: row + 1)
    terminal.send("k")
    try cursor(terminal, row: row)
  }

  @Test(arguments: [["--reader"], ["--reader", "--ascii"]])
  func aMoveSendsThePlaceOfTheCursorAlone(arguments: [String]) throws {
    let terminal = try startedList(arguments)
    try settle(terminal, row: 2)
    for (key, row) in [("\u{1B}[B", 3), ("j", 4), ("\u{1B}[B", 5), ("\u{1B}[A", 4), ("k", 3)] {
      terminal.forgetOutput()
      terminal.send(key)
      try cursor(terminal, row: row)
      #expect(terminal.output.count <= Self.mostBytes, "\(key)")
      #expect(terminal.screen.drawnRows.isEmpty)
    }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [("\r", 2), ("t", 2), ("?", 1)])
  func aMoveInEveryRegionSendsNoMore(key: String, start: Int) throws {
    let terminal = try startedList(["--reader"])
    terminal.send(key)
    try terminal.wait(for: "a region of its own") { !$0.rows[0].hasPrefix("Cases") }
    try settle(terminal, row: start)
    terminal.forgetOutput()
    terminal.send("j")
    try cursor(terminal, row: start + 1)
    #expect(terminal.output.count <= Self.mostBytes)
    terminal.send("\u{3}")
    _ = try terminal.waitForExit()
  }

  @Test func aKeyThatMeansNothingSendsNothing() throws {
    let terminal = try startedList(["--reader"])
    try settle(terminal, row: 2)
    terminal.forgetOutput()
    terminal.send("\u{1B}[20~")
    terminal.send("j")
    try cursor(terminal, row: 3)
    #expect(terminal.output.count <= Self.mostBytes)
    terminal.send("q")
    _ = try terminal.waitForExit()
  }

  @Test func theKeyGoesToPlainModeAndTheCommandComesBack() throws {
    let terminal = try startedList(["--reader"])
    terminal.send("jj")
    try cursor(terminal, row: 4)
    terminal.send("\u{1B}[24~")
    try terminal.wait(for: "Plain mode. Case 3 of 36.")
    #expect(!terminal.screen.isAlternate)
    terminal.send("filter outcome is declined\n")
    try terminal.wait(for: "6 of 36 cases match")
    terminal.send("4\n")
    try terminal.wait(for: "Case 4 of 6.")
    terminal.send("screen\n")
    try terminal.wait(for: "Cases: 6 of 36 cases")
    try cursor(terminal, row: 5)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func plainModeGoesToTheScreenAndBack() throws {
    let terminal = try started(["--plain"])
    try terminal.wait(for: "case>")
    terminal.send("5\nscreen\n")
    try terminal.wait(for: "Case 5 of 36") { $0.isAlternate }
    terminal.send("\u{1B}[24~")
    try terminal.wait(for: "Plain mode. Case 5 of 36.")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }
}
