import CasebookCanvas
import CasebookCore
import CasebookText

/// The table of all commands.
package struct Registry: Sendable {
  /// The commands in the order of the help.
  package let commands: [Command]
  private let names: [String: Int]

  /// So many names that begin with a word are said; more are no help.
  private static let mostNamed = 6

  /// Makes a table; of two commands with one name the first holds.
  package init(_ commands: [Command]) {
    self.commands = commands
    var names: [String: Int] = [:]
    for (index, command) in commands.enumerated() {
      for name in [command.name] + command.aliases where names[name] == nil {
        names[name] = index
      }
    }
    self.names = names
  }

  /// Every command of the program.
  package static let standard = Registry(
    CaseCommands.all + ReadingCommands.all + TextCommands.all + TimeCommands.all
      + FindingCommands.all + TermCommands.all + HistoryCommands.all + FacetCommands.all
      + ColumnCommands.all + LineupCommands.all + PathwayCommands.all + NotebookCommands.all
      + SavedFilterCommands.all + ExportCommands.all + CopyCommands.all + SettingCommands.all
      + LoadingCommands.all + ProgramCommands.all)

  /// The command with exactly a name or an alias.
  package func command(named name: String) -> Command? {
    names[name].map { commands[$0] }
  }

  /// The command a word means: its name, an alias, or an unambiguous beginning of a name.
  package func command(meant word: String) -> Command? {
    if let exact = command(named: word.lowercased()) { return exact }
    let matches = commands.filter { $0.name.hasPrefix(word.lowercased()) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// The command a key asks for in a context: of several the one that is bound in the fewest.
  package func command(for key: Key, in context: Context) -> Command? {
    let bound = commands.compactMap { command -> (command: Command, contexts: Int)? in
      let binding = command.keys.first { $0.key == key && $0.contexts.contains(context) }
      return binding.map { (command, $0.contexts.count) }
    }
    return bound.min { $0.contexts < $1.contexts }?.command
  }

  /// The names that begin with what was typed.
  package func completions(of word: String) -> [String] {
    commands.map(\.name).filter { $0.hasPrefix(word.lowercased()) }.sorted()
  }

  /// Takes a typed line apart into a command and what follows it.
  package func parse(_ line: String) throws(CommandFailure) -> (Command, Arguments) {
    let line = line.trimmed
    let word = line.prefix { !$0.isWhitespace }
    guard let command = command(meant: String(word)) else {
      let shown = Gate.shown(word)
      let meant = completions(of: String(word))
      if let last = meant.last, meant.count > 1, meant.count <= Self.mostNamed {
        let others = meant.dropLast().map { Gate.shown($0) }.joined(separator: ", ")
        throw CommandFailure(
          "\(shown) may be \(others) or \(Gate.shown(last))", next: "Type more of one")
      }
      let known = commands.flatMap { [$0.name] + $0.aliases }
      throw CommandFailure(
        "No command \(shown)", meant: Spelling.nearest(to: String(word), among: known),
        next: "Type help for the commands")
    }
    let arguments = Arguments(String(line.dropFirst(word.count)))
    if arguments.isEmpty, let example = command.parameter?.example {
      let name = Gate.shown(command.name)
      throw CommandFailure(
        "\(name) needs more after it", next: "Type \(name) \(example), for example")
    }
    if !arguments.isEmpty, command.parameter == nil {
      throw CommandFailure(
        "\(Gate.shown(command.name)) takes nothing after it",
        next: "Type \(Gate.shown(command.name))")
    }
    return (command, arguments)
  }
}
