import CasebookApp
import CasebookCore
import CasebookText

/// Answers command lines that ask about the program as a whole: its help, a topic, its licences.
///
/// The help of a single command is that of the argument parser.
enum Help {
  /// Answers a command line that asks about the program.
  ///
  /// - Parameter arguments: The words after the name of the program.
  /// - Returns: `false` if the command line asks for something else; nothing is printed then.
  /// - Throws: `Failure.usage` if there is no topic of that name; `Failure.cannotWrite`.
  static func answer(_ arguments: [String]) throws(Failure) -> Bool {
    switch arguments {
    case ["--help"], ["-h"], ["help"]:
      try write(RootHelp.lines)
    case ["--licenses"], ["--version", "--licenses"], ["--licenses", "--version"]:
      try write(Licences.lines)
    case ["help", "topics"]:
      try write(HelpTopic.list)
    default:
      guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-"),
        !CasebookCommand.names.contains(arguments[1])
      else { return false }
      try write(topic(arguments[1]))
    }
    return true
  }

  /// The text of a topic. If a command has the same name, `help` explains the command instead.
  private static func topic(_ name: String) throws(Failure) -> [ShownText] {
    if let topic = HelpTopic.named(name) { return topic.lines }
    let known = CasebookCommand.names + HelpTopic.all.flatMap(\.names)
    let failure = CommandFailure(
      "There is no help on \(Gate.shown(name))", meant: Spelling.nearest(to: name, among: known),
      next: "Run casebook help topics for a list")
    throw .usage(failure.line)
  }

  /// Writes lines, wrapped to the width of the terminal or to 80 columns.
  private static func write(_ lines: [ShownText]) throws(Failure) {
    let columns = min(100, max(30, Environment.columns ?? 80))
    var output = Output()
    for line in lines {
      guard !line.isEmpty else {
        try output.line(line)
        continue
      }
      let indent = line.string.prefix { $0 == " " }.count
      let hanging = line.string.dropFirst(indent).hasPrefix("- ") ? indent + 2 : indent
      for part in line.wrapped(to: columns, hanging: hanging) { try output.line(part) }
    }
    try output.flush()
  }
}
