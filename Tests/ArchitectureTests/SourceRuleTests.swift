import CasebookTesting
import Testing

/// Rules that every source file keeps.
struct SourceRuleTests {
  private static let pure: Set<String> = [
    "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookText",
  ]

  /// The files whose code, comments aside, has a match.
  private func files(
    of all: [SourceFile], matching pattern: some RegexComponent, but targets: Set<String>
  ) -> [String] {
    all.filter { file in
      !targets.contains(file.target) && file.code.contains { $0.firstMatch(of: pattern) != nil }
    }.map(\.path)
  }

  private func otherTargets(than kept: Set<String>, in all: [SourceFile]) -> Set<String> {
    Set(all.map(\.target)).subtracting(kept)
  }

  @Test func onlyCTerminalKnowsTheTerminalLibrary() throws {
    let words = #/\b(?:ncurses|curses\.h|newterm|initscr|endwin|w?get_wch|doupdate|stdscr)\b/#
    for ending in [".swift", ".c", ".cpp", ".h", ".hpp"] {
      let all = try SourceFile.all(ending: ending)
      #expect(files(of: all, matching: words, but: ["CTerminal"]) == [])
    }
  }

  @Test func thePureMiddleNeitherPrintsNorEndsNorReadsTheEnvironment() throws {
    let all = try SourceFile.all()
    let words = #/\b(?:print|debugPrint|exit|abort|getenv|setenv|fatalError)\(|ProcessInfo/#
    #expect(files(of: all, matching: words, but: otherTargets(than: Self.pure, in: all)) == [])
  }

  @Test func nothingTrapsOnPurpose() throws {
    let all = try SourceFile.all()
    let tests: Set<String> = ["CasebookTesting", "Fuzzers", "TerminalProbe"]
    let words = #/\btry!|\bas!|\bfatalError\(|\bunowned (?:let|var)|\bpreconditionFailure\(/#
    #expect(files(of: all, matching: words, but: tests) == [])
  }

  @Test func noVariableIsGlobal() throws {
    let all = try SourceFile.all().filter { !$0.path.hasSuffix("/main.swift") }
    #expect(
      files(of: all, matching: #/^(?:\w+ )*var |static var \w+(?:: [^{]*)? =/#, but: []) == [])
  }

  @Test func noFileIsTooLong() throws {
    let all = try [".swift", ".c", ".cpp"].flatMap { try SourceFile.all(ending: $0) }
    #expect(all.filter { $0.lines.count > 351 }.map(\.path) == [])
  }

  @Test func dispatchersStayShort() throws {
    let names = ["State+Reduce.swift", "Program.swift", "Registry.swift", "EventLoop.swift"]
    let all = try SourceFile.all().filter { file in names.contains { file.path.hasSuffix("/" + $0) }
    }
    #expect(all.count == names.count)
    #expect(all.filter { $0.lines.count > 151 }.map(\.path) == [])
  }

  @Test func nothingIsCommentedOut() throws {
    let all = try SourceFile.all()
    let code = #/^\s*\/\/ (?:let|var|func|if|guard|return|for|case) .*[({=]\s*$/#
    #expect(
      all.filter { file in file.lines.contains { $0.firstMatch(of: code) != nil } }
        .map(\.path) == [])
  }
}
