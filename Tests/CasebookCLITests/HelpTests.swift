import Testing

/// What the program says about itself.
@Suite struct HelpTests {
  private static func answer(_ arguments: String) throws -> String {
    let run = try ShellRun("casebook \(arguments)")
    #expect(run.status == 0, "\(arguments): \(run.complaint)")
    return run.text
  }

  /// The names of the commands that the help lists.
  private static func commands() throws -> [String] {
    try answer("--help").matches(of: #/(?m)^  ([a-z]+) {2,}[A-Z]/#).map { String($0.1) }
  }

  @Test func theHelpBeginsWithTheUsualCallAndExamples() throws {
    let lines = try Self.answer("--help").split(separator: "\n").map(String.init)
    #expect(lines.first == "casebook [PATH ...] [-f FILTER]")
    #expect(lines.prefix(8).filter { $0.hasPrefix("  casebook") }.count == 3)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for other in ["-h", "help"] {
      #expect(try Self.answer(other) == Self.answer("--help"))
    }
  }

  @Test func theHelpListsEveryCommand() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 19)
    #expect(Set(commands).count == commands.count)
    let info = try Self.answer("--experimental-dump-help")
    let names = info.matches(of: #/"commandName" : "([a-z]+)"/#).map { String($0.1) }
    let inner: Set = ["casebook", "help", "status", "clear"]
    #expect(Set(names).subtracting(inner).subtracting(commands) == [])
  }

  /// On 80 columns the description of an option takes two lines at most.
  @Test func theHelpOfAnOptionFitsTwoLines() throws {
    let indent = String(repeating: " ", count: 26)
    for command in try Self.commands() {
      var name = ""
      var count = 0
      for line in try Self.answer("\(command) --help").split(separator: "\n") {
        if line.hasPrefix("  -") || line.hasPrefix("  <") {
          name = String(line)
          // A long name has its line to itself.
          count = name.dropFirst(2).contains("  ") ? 1 : 0
        } else if line.hasPrefix(indent) {
          count += 1
        }
        #expect(count <= 2, "\(command): \(name)")
      }
    }
  }

  @Test(arguments: [
    ("lst", "list"), ("facet", "facets"), ("timelin", "timeline"), ("chekc", "check"),
  ])
  func aMisspeltCommandIsNamed(typed: String, meant: String) throws {
    let run = try ShellRun("casebook \(typed)")
    #expect(
      run.complaint
        == "casebook: There is no command, file or folder \(typed). Did you mean \(meant)?\n")
    #expect(run.status == 3)
  }

  @Test(arguments: [("list --fromat csv", "--format"), ("pathways --dept 3", "--depth")])
  func aMisspeltOptionIsNamed(arguments: String, meant: String) throws {
    let run = try ShellRun("casebook \(arguments)")
    #expect(run.complaint.contains("Did you mean '\(meant)'?"))
    #expect(run.status == 2)
  }

  // MARK: - Topics

  @Test func everyTopicHasAText() throws {
    let topics = try Self.answer("help topics").matches(of: #/casebook help ([a-z-]+): /#)
    #expect(topics.count >= 15)
    for topic in topics {
      let text = try Self.answer("help \(topic.1)")
      #expect(text.count > 400, "\(topic.1)")
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("  ") }
      #expect(lines.allSatisfy { !$0.contains("<doc:") && !$0.hasPrefix("|") }, "\(topic.1)")
      #expect(lines.allSatisfy { !$0.contains("casebook help topic ") })
    }
  }

  @Test(arguments: [
    (
      "readers",
      ["set verbosity brief", "Ctrl-C", "CASEBOOK_PLAIN=1", "NVDA over ssh", "not tested"]
    ),
    ("filters", ["outcome", "casebook help questions"]), ("dates", ["2013-08~"]),
    ("profiles", ["profile"]), ("settings", ["config.yaml"]), ("plain", ["casebook --plain"]),
    ("FILTER", ["outcome"]),
  ])
  func aTopicSaysWhatItIsAskedFor(topic: String, words: [String]) throws {
    let text = try Self.answer("help \(topic)").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for word in words { #expect(text.contains(word), "\(word)") }
  }

  @Test func anUnknownTopicIsRefused() throws {
    let near = try ShellRun("casebook help raeders")
    #expect(near.complaint == "casebook: There is no help on raeders. Did you mean readers?\n")
    #expect(near.status == 2)
    let far = try ShellRun("casebook help zzzzzz")
    #expect(far.complaint.hasSuffix("Run casebook help topics for a list.\n"))
    #expect(far.status == 2)
  }

  @Test func commandsKeepTheirHelp() throws {
    #expect(try Self.answer("help list") == Self.answer("list --help"))
    #expect(try Self.answer("--version").split(separator: "\n").count == 1)
  }

  // MARK: - Licences

  @Test func everythingThatIsLinkedHasALicence() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let package = try ShellRun("cat '\(root)/Package.swift'").text
    let licences = try Self.answer("--version --licenses")
    let linked = package.matches(of: #/\.linkedLibrary\("([^"]+)"/#).map { String($0.1) }
    let packages = package.matches(of: #/url: "[^"]*\/([^"\/]+)"/#).map { String($0.1) }
    #expect(linked.count >= 15)
    for name in linked + packages {
      #expect(licences.contains(try Regex("[(, ]\(name)[,)]")), "\(name)")
    }
  }

  // MARK: - Completion

  @Test(arguments: [
    ("show", "id", "ct-2", "ct-2024-0007"), ("list", "--filter", "outc", "outcome:"),
    ("list", "--filter", "outcome:decl", "outcome:declined"),
  ])
  func idsFieldsAndValuesAreCompleted(
    command: String, argument: String, typed: String, expected: String
  ) throws {
    let words = argument == "id" ? [command, typed] : [command, argument, typed]
    let kind = argument == "id" ? "positional@0" : argument
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let run = try ShellRun(
      "casebook ---completion \(command) -- \(kind) \(words.count) \(typed.count) casebook \(line)",
      environment: ["SAP_SHELL": "bash"])
    #expect(run.text.split(separator: "\n").contains { $0 == expected }, "\(run.text)")
  }

  @Test func themesAreCompleted() throws {
    #expect(try Self.answer("--generate-completion-script bash").contains("high-contrast-dark"))
  }
}
