import ArgumentParser
import CasebookText

/// What `casebook --help` prints: how to call the program, examples, and the commands by task.
enum RootHelp {
  /// The lines, of at most 80 columns.
  static var lines: [ShownText] {
    opening + commandLines + ending
  }

  private static let opening: [ShownText] = [
    "casebook [PATH ...] [-f FILTER]",
    "",
    "Browse cases: paths through custody as dated events with sources.",
    "",
    "Examples:",
    "  casebook                                  the sample cases; ? lists the keys",
    "  casebook release/ -f 'outcome:declined'   a folder of tables or case files",
    "  casebook --plain                          sentences, for screen readers",
  ]

  private static let ending: [ShownText] = [
    "",
    "Options:",
    "  -f, --filter QUERY   Use only matching cases; see casebook help filters.",
    "  --plain, --reader    For screen readers; see casebook help readers.",
    "  --version            Show the version; with --licenses, the licences.",
    "  -h, --help           Show this help.",
    "",
    "casebook COMMAND --help explains a command. casebook help topics lists what",
    "casebook help TOPIC explains.",
    "",
    "Exit status: 0 success, 1 some records were refused (the rest is printed),",
    "2 wrong command line, 3 a file could not be read or written.",
  ]

  /// The commands by task; commands in no group come last, under "More:".
  private static var commandLines: [ShownText] {
    let commands = CasebookCommand.configuration.subcommands
    let grouped = Set(groups.flatMap(\.names))
    let rest = CasebookCommand.names.filter { !grouped.contains($0) }
    var lines: [ShownText] = []
    for (title, names) in groups + [("More", rest)] {
      let members = names.compactMap { name in
        commands.first { $0.configuration.commandName == name }
      }
      guard !members.isEmpty else { continue }
      lines += ["", "\(title):"]
      lines += members.map { line(of: $0.configuration) }
    }
    return lines
  }

  private static let groups: [(title: ShownText, names: [String])] = [
    ("Find cases", ["browse", "list", "count"]),
    ("Read one case", ["show", "timeline"]),
    (
      "Compare and count",
      ["facets", "stats", "census", "flows", "pathways", "compare", "diff"]
    ),
    ("Check, convert and share", ["check", "profile", "convert", "export", "notes"]),
    ("Write cases", ["sample", "new", "schema"]),
    (
      "Settings and reference",
      ["config", "themes", "keys", "commands", "limits", "snapshot"]
    ),
  ]

  /// "  list       List matching cases."
  private static func line(of command: CommandConfiguration) -> ShownText {
    let name = Gate.shown(command.commandName ?? "")
    let gap = ShownText.repeating(" ", count: max(1, 11 - name.columns))
    return "  \(name)\(gap)\(Gate.shown(command.abstract))"
  }
}
