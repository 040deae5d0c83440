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

  /// The same without tables and keys, for plain mode: a command a line, each a sentence.
  package static var plainMarkdown: [ShownText] {
    var lines: [ShownText] = [
      "# Commands of plain mode", "",
      "Every command as a sentence: its name, its short form, what may follow it, what it does.",
      "",
      "## Overview", "",
      "A name may be shortened to a beginning that only one command has; where several have it, the",
      "answer names them. `help` and a name says the same in a session.",
    ]
    for group in Command.Group.allCases {
      lines += ["", "### \(group.label)", ""]
      for command in Registry.standard.commands where command.group == group {
        lines.append("- \(plainName(command)). \(command.summary)")
      }
    }
    return lines
  }

  private static func plainName(_ command: Command) -> ShownText {
    var words: ShownText = "`\(Gate.shown(command.name))`"
    if !command.aliases.isEmpty {
      words += ", or " + command.aliases.map { "`\(Gate.shown($0))`" }.joined(separator: ", ")
    }
    guard let parameter = command.parameter else { return words }
    let need: ShownText = parameter.isRequired ? "" : " or nothing"
    return "\(words), then \(parameter.name)\(need)"
  }

  private static func name(_ command: Command) -> ShownText {
    var words = Gate.shown(command.name)
    for alias in command.aliases { words += ", \(Gate.shown(alias))" }
    if let parameter = command.parameter { words += " \(parameter.name)" }
    return words
  }
}
