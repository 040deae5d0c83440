import CasebookCanvas
import CasebookCore
import CasebookText

/// What plain mode says of the commands.
enum SpokenHelp {
  /// Six lines, every command by pages or at once, or one command.
  static func answer(_ arguments: Arguments, _ state: State) throws(CommandFailure) -> Answer {
    let registry = Registry.standard
    let (text, start) = SpokenRange.parts(arguments)
    switch text {
    case "": return Answer(brief)
    case "more", "all":
      let listed = registry.commands.map { Choices.Choice(line($0), line: "help \($0.name)") }
      return SpokenRange.page(
        "Commands", picking: Choices("command", listed), from: start,
        length: text == "all" ? listed.count : state.pageLength, command: "help more")
    default:
      let word = String(text.prefix { !$0.isWhitespace })
      guard let command = registry.command(meant: word) else {
        _ = try registry.parse(word)
        return Answer(brief)
      }
      return Answer(details(command))
    }
  }

  private static let brief: [ShownText] = [
    "list: the cases. next, previous, first, last, or a number: go to a case.",
    "show: the whole case. timeline: its events in order. event 2: one event whole.",
    "filter TERMS: only the cases that match, such as filter hartford. clear: all cases.",
    "find TEXT: find a text in the case. sources: where the facts come from.",
    "where: the library, the filter, the case. repeat: the last answer again.",
    "help more: every command. help and a name: one command. quit: leave.",
  ]

  private static func line(_ command: Command) -> ShownText {
    "\(usage(command)): \(command.summary.lowercasedFirst)"
  }

  /// "list, l, N or all".
  static func usage(_ command: Command) -> ShownText {
    var parts = [Gate.shown(command.name)]
    if let alias = command.aliases.first { parts.append("short \(Gate.shown(alias))") }
    if let parameter = command.parameter { parts.append("then \(parameter.name)") }
    return parts.joined(separator: ", ")
  }

  private static func details(_ command: Command) -> [ShownText] {
    var lines: [ShownText] = ["\(Gate.shown(command.name)): \(command.summary)"]
    if !command.aliases.isEmpty {
      let aliases = command.aliases.map { Gate.shown($0) }.joined(separator: ", ")
      lines.append("Also: \(aliases).")
    }
    if let parameter = command.parameter {
      let need: ShownText = parameter.isRequired ? "needed" : "may be left out"
      lines.append("After it: \(parameter.name), \(need).")
    }
    let keys = KeyWords.keys(of: command)
    if !keys.isEmpty { lines.append("Keys on the screen: \(keys).") }
    return lines
  }
}

extension KeyWords {
  /// The keys of a command, parted by commas.
  package static func keys(of command: Command) -> ShownText {
    var seen: [ShownText] = []
    for binding in command.keys {
      let name = name(of: binding.key)
      if !seen.contains(name) { seen.append(name) }
    }
    return seen.joined(separator: ", ")
  }

  /// The name of a key as it is printed on a keyboard.
  package static func name(of key: Key) -> ShownText {
    switch key {
    case .character(" "): "Space"
    case .character(let character): Gate.shown(String(character))
    case .control(let character): "Ctrl-\(Gate.shown(String(character).uppercased()))"
    case .alt(let character): "Alt-\(Gate.shown(String(character)))"
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    }
  }
}
