import CasebookCanvas
import CasebookTesting
import Foundation
import Testing

/// No byte of a file acts on the terminal, in any view, at any size; and all of it can be seen.
@Suite struct HostileScreenTests {
  private func started(_ path: String, _ size: Size, locale: String) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = [path]
    launch.size = size
    launch.environment["LC_ALL"] = locale
    launch.environment["XDG_CACHE_HOME"] = path
    launch.environment["XDG_DATA_HOME"] = path
    launch.environment["XDG_CONFIG_HOME"] = path
    return try PseudoTerminal(launch)
  }

  @Test(arguments: [
    (Size(columns: 80, rows: 24), "C.UTF-8"), (Size(columns: 40, rows: 12), "C.UTF-8"),
    (Size(columns: 200, rows: 50), "C.UTF-8"), (Size(columns: 120, rows: 30), "C"),
  ])
  func everyViewOfEveryTextIsHarmless(size: Size, locale: String) throws {
    try HostileText.withLibrary { path in
      let terminal = try started(path, size, locale: locale)
      let count = HostileText.all.count
      try terminal.wait(for: "\(count) cases or a place among them") { screen in
        screen.text.contains("of \(count)") || screen.text.contains("\(count) cases")
      }
      for number in 1...count {
        terminal.send(":go \(number)\r\rt\u{7F}")
        try terminal.wait(for: "case \(number)") { $0.text.contains("\(number) of \(count)") }
      }
      terminal.send("/\u{1B}[200~" + "x\u{1B}]0;owned\u{7}\u{202E}" + "\u{1B}[201~\r")
      terminal.send("\u{3}")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(HarmlessOutput.violations(in: terminal.output) == [])
      #expect(terminal.isRestored)
      #expect(terminal.screen.unknown == [])
    }
  }

  @Test func whatWouldActIsShown() throws {
    try HostileText.withLibrary { path in
      let terminal = try started(path, Size(columns: 120, rows: 40), locale: "C.UTF-8")
      try terminal.wait(for: "^[]0;owned^G")
      terminal.send(":go 39\r\r")
      try terminal.wait(for: "abc<U+202E>fdp.exe")
      terminal.send("\u{3}")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test(arguments: [
    "\u{1B}[1;1R", "\u{1B}[?64;1;2c", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
    "\u{1B}P1+r544e=78\u{1B}\\",
    "\u{1B}[8;24;80t", "\u{1B}[>0;276;0c",
  ])
  func whatATerminalAnswersIsNoCommand(answer: String) throws {
    let terminal = try PseudoTerminal(ProgramLaunch(product: "casebook"))
    try terminal.wait(for: "Case 1 of 36")
    terminal.send(answer)
    terminal.send("j")
    try terminal.wait(for: "Case 2 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aLargePasteIsTextAndEnds() throws {
    let terminal = try PseudoTerminal(ProgramLaunch(product: "casebook"))
    try terminal.wait(for: "Case 1 of 36")
    let text = String(repeating: "quit\n:quit\n", count: 90_000)
    terminal.send("/\u{1B}[200~" + text + "\u{1B}[201~")
    terminal.send("\u{7}j")
    try terminal.wait(for: "Case 2 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isRestored)
  }
}
