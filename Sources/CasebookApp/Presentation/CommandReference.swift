import CasebookText

/// The reference of the commands, made from their one table.
package enum CommandReference {
  /// One command a line.
  package static var text: [ShownText] {
    Registry.standard.commands.map { "\(SpokenHelp.usage($0)): \($0.summary)" }
  }

  /// A page of the documentation.
  package static var markdown: [ShownText] {
    var lines: [ShownText] = [
      "# Commands", "",
      "Every command of a session: typed after `:` on the screen, or as a line in plain mode.",
    ]
    for group in Command.Group.allCases {
      lines += ["", "## \(group.label)", "", "| command | keys | does |", "|---|---|---|"]
      for command in Registry.standard.commands where command.group == group {
        let keys = KeyWords.keys(of: command)
        lines.append("| `\(name(command))` | \(keys) | \(command.summary) |")
      }
    }
    return lines
  }

  private static func name(_ command: Command) -> ShownText {
    var words = Gate.shown(command.name)
    for alias in command.aliases { words += ", \(Gate.shown(alias))" }
    if let parameter = command.parameter { words += " \(parameter.name)" }
    return words
  }
}
