import CasebookCore
import CasebookText

/// Commands that write files.
enum ExportCommands {
  static let all = [export, save]

  static let export = Command(
    "export", "Write the listed cases: .csv a table, .jsonl everything, .md chronologies.",
    group: .notebook, parameter: .init("FILE, share, replace", required: "cases.csv"),
    actions: { arguments, _, _ throws(CommandFailure) in
      let request = try FileRequest(arguments, "export")
      guard let format = CaseExport.Format(fileName: request.path) else {
        throw CommandFailure(
          "\(Gate.shown(request.path)) does not say how",
          next: "Type a name that ends in .csv, .jsonl or .md")
      }
      let export = CaseExport(format, isShared: request.isShared)
      return [.export(ExportRequest(export, path: request.path, replaces: request.replaces))]
    },
    answer: { _, state, _ in Answer(state.message.map { [SpokenText.closed($0.text)] } ?? []) })

  static let save = Command(
    "save", "Write the last answer, or the text on the screen, into a file.", group: .notebook,
    parameter: .init("FILE, replace", required: "answer.txt"),
    actions: { arguments, state, workspace throws(CommandFailure) in
      let request = try FileRequest(arguments, "save")
      let lines =
        state.look.isPlain
        ? state.lastAnswer
        : (state.page == nil
          ? workspace.detail(in: state).lines.map(\.text)
          : workspace.page(in: state).map(\.line.text))
      return [.saveText(lines, path: request.path, replaces: request.replaces)]
    },
    answer: { _, state, _ in Answer(state.message.map { [SpokenText.closed($0.text)] } ?? []) })
}

/// A file to write, as typed behind a command.
struct FileRequest {
  let path: String
  /// Whether what may lead to a person is left out.
  let isShared: Bool
  /// Whether a file that is there is written anew.
  let replaces: Bool

  /// Reads a path, which may hold blanks, and the words behind it.
  init(_ arguments: Arguments, _ command: ShownText) throws(CommandFailure) {
    var words = arguments.text.split(separator: " ", omittingEmptySubsequences: false)
    var options: Set<Substring> = []
    while let last = words.last, ["share", "--share", "replace"].contains(last), words.count > 1 {
      options.insert(last)
      words.removeLast()
    }
    path = words.joined(separator: " ")
    isShared = options.contains("share") || options.contains("--share")
    replaces = options.contains("replace")
    if path.isEmpty {
      throw CommandFailure("\(command) needs the name of a file", next: "Type \(command) and one")
    }
  }
}
