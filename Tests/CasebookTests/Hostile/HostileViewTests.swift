import CasebookCanvas
import CasebookTesting
import Foundation
import Testing

/// No byte of a file acts on the terminal in the views of many cases, of notes and of the filter.
@Suite struct HostileViewTests {
  /// Goes through facets, crosses, the lined-up list, pathways, notes, comparisons, terms and
  /// completions, each with values that would act.
  private static let commands = [
    "facets status", "facets place", "facets detainer.facility by detainer.outcome",
    "facets tags", "facets facility", "with 1", "without 2", "filters", "clear",
    "align detainer", "rank -count", "list 5", "align off", "pathways", "open 1",
    "compare 2", "note owned", "notes", "mark", "marks", "columns id, title, place",
    "list 5", "sources", "source 1", "claims", "raw", "fields", "show", "timeline", "messages",
    "clear", "where",
  ]

  private func started(
    _ path: String, _ size: Size, locale: String = "C.UTF-8", _ options: [String] = []
  ) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = options + [path]
    launch.size = size
    launch.environment["LC_ALL"] = locale
    for name in ["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
      launch.environment[name] = path + "/own"
    }
    return try PseudoTerminal(launch)
  }

  private func expectHarmless(_ terminal: PseudoTerminal) throws {
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(HarmlessOutput.violations(in: terminal.output) == [])
    #expect(terminal.isRestored)
  }

  @Test(arguments: [
    (Size(columns: 80, rows: 24), "C.UTF-8", [String]()),
    (Size(columns: 40, rows: 12), "C.UTF-8", []), (Size(columns: 200, rows: 50), "C", []),
    (Size(columns: 80, rows: 24), "C.UTF-8", ["--reader"]),
  ])
  func onTheScreen(size: Size, locale: String, options: [String]) throws {
    try HostileText.withLibrary { path in
      let terminal = try started(path, size, locale: locale, options)
      let count = HostileText.all.count
      try terminal.wait(for: "the cases") { $0.text.contains("\(count)") }
      for command in Self.commands {
        // Backspace leaves a page; what is typed next is a command again.
        terminal.send(":\(command)\r\u{7F}")
      }
      // Completions of values, in the filter and in a command.
      for typed in ["/status:", ":facets ", "/detainer.facility:"] {
        terminal.send(typed + "\t\t\u{1B}[B\u{1B}[B\u{7}")
      }
      try openPathways(terminal)
      // Steps that are not counted yet cannot be opened.
      try terminal.wait(for: "the first steps of pathways") {
        $0.text.contains("Pathways of \(count)") && $0.text.contains("100")
      }
      terminal.send("jjl")
      try terminal.wait(for: "the steps of pathways") {
        $0.text.contains("Pathways of \(count)") && $0.text.contains("t^[")
      }
      terminal.send("\u{3}")
      try expectHarmless(terminal)
      #expect(terminal.screen.unknown == [])
    }
  }

  /// Opens pathways as soon as what was sent before is done.
  private func openPathways(_ terminal: PseudoTerminal) throws {
    let isRefused: (String) -> Bool = { text in
      text.contains("Still looking") || text.contains("No case is loaded yet")
    }
    repeat {
      terminal.send("p")
      try terminal.wait(for: "pathways, or that they cannot be opened yet") {
        $0.text.contains("Pathways of") || isRefused($0.text)
      }
    } while isRefused(terminal.screen.text)
  }

  @Test func inPlainMode() throws {
    try HostileText.withLibrary { path in
      let terminal = try started(path, Size(columns: 100, rows: 24), ["--plain"])
      try terminal.wait(for: "case>")
      for command in Self.commands { terminal.send("\(command)\n") }
      terminal.send("quit\n")
      try expectHarmless(terminal)
    }
  }

  @Test func aWindowThatIsClosedWhereHangupsAreIgnoredEndsIt() throws {
    for options in [[], ["--plain"]] {
      var launch = ProgramLaunch(product: "casebook")
      launch.arguments = options
      launch.ignoresHangup = true
      let terminal = try PseudoTerminal(launch)
      try terminal.wait(for: "Detainer not honored, or the prompt") {
        $0.text.contains("Detainer not honored") || $0.text.contains("case>")
      }
      terminal.closeWindow()
      #expect(try terminal.waitForExit() != .killed(SIGKILL))
    }
  }

  @Test func whatTheEnvironmentSaysOfColourAndSizeIsHeard() throws {
    var launch = ProgramLaunch(product: "casebook")
    launch.environment["NO_COLOR"] = "1"
    launch.environment["COLUMNS"] = "7"
    launch.environment["LINES"] = "3"
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "Case 1 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    // No colour of either kind, and the size is the terminal's.
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.matches(of: /\u{1B}\[[0-9;]*m/).allSatisfy { !$0.output.contains(/[34][0-7]/) })
    #expect(terminal.isRestored)
  }
}
