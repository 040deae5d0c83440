import ArgumentParser
import CasebookApp
import CasebookText

/// `casebook themes`: the colours there are.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the colour themes.")

  func run() throws {
    var output = Output()
    for name in ThemeCatalogue.names { try output.line(Gate.shown(name)) }
    try output.flush()
  }
}

/// `casebook keys`: every key with its command.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the keys of the screen and what they do.")

  func run() throws {
    var output = Output()
    for command in Registry.standard.commands where !command.keys.isEmpty {
      try output.line("\(KeyWords.keys(of: command)): \(command.summary)")
    }
    try output.flush()
  }
}

/// `casebook commands`: the reference of the commands of a session.
struct CommandsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands", abstract: "List the commands you can type in a session.")

  @Flag(help: "Print them as a page of the documentation.") var markdown = false
  @Flag(help: "Print them as a page of the documentation for plain mode.")
  var plainMarkdown = false

  func run() throws {
    var output = Output()
    let lines =
      plainMarkdown
      ? CommandReference.plainMarkdown
      : markdown ? CommandReference.markdown : CommandReference.text
    for line in lines { try output.line(line) }
    try output.flush()
  }
}
