import CasebookCore
import CasebookText

/// A line of a page over the regions, with the command that Enter runs on it.
package struct PageLine: Sendable, Equatable {
  /// What is shown.
  package var line: StyledLine
  /// The command line that Enter gives, where the line is about a command; with a blank at its end
  /// where more has to be typed.
  package var command: String?

  init(_ line: StyledLine, command: String? = nil) {
    self.line = line
    self.command = command
  }
}

/// The pages that lie over the regions.
enum PageDocument {
  static func title(_ kind: PageKind, _ workspace: Workspace) -> ShownText {
    switch kind {
    case .help: "Keys and commands"
    case .problems: "Problems in the files"
    case .tables: "How the tables were read"
    case .messages: "Messages"
    case .raw: "The record in its file"
    case .notes: "Notes"
    case .savedFilters: "Saved filters"
    case .columns: "Columns of the list"
    case .comparison: "What differs"
    case .history: "What was typed"
    case .settings: "Settings"
    case .pathways: PathwaysScreen.title(workspace)
    }
  }

  static func lines(
    _ kind: PageKind, state: State, workspace: Workspace
  ) -> [PageLine] {
    let columns = max(1, state.layout.page.columns)
    switch kind {
    case .help: return state.look.isReader ? spokenHelp(columns) : help(columns)
    case .problems:
      return ProblemWords.page(workspace.library).flatMap { wrapped($0, columns) }
    case .tables:
      return TableReadingWords.page(workspace.library).flatMap { wrapped($0, columns) }
    case .messages:
      let texts = state.messages.map(\.text)
      return (texts.isEmpty ? ["No messages."] : texts).flatMap { wrapped($0, columns) }
    case .pathways: return PathwaysScreen.lines(state, workspace)
    case .comparison(let row):
      let other = workspace.loadedCase(row: row)
      return SpokenComparison.lines(with: other, state, workspace).flatMap { wrapped($0, columns) }
    case .history:
      return state.typedLines.flatMap { line in
        wrapped(Gate.shown(line), columns).map { PageLine($0.line, command: line) }
      }
    case .raw:
      guard let row = workspace.results.row(at: state.list.position) else { return [] }
      return RawRecord.lines(workspace.library, row: row).flatMap { line in
        line.isEmpty ? [PageLine(StyledLine())] : wrapped(line, columns)
      }
    case .notes: return NotebookDocument.notes(state, workspace, columns)
    case .savedFilters: return NotebookDocument.filters(state, columns)
    case .columns:
      return workspace.columns(in: state).enumerated().flatMap { index, column in
        wrapped(ColumnWords.line(column, index), columns)
      }
    case .settings: return SettingsDocument.lines(state.settings, columns)
    }
  }

  static func wrapped(_ text: ShownText, _ columns: Int) -> [PageLine] {
    StyledLine(text).markingEscapes().wrapped(to: columns, hanging: 2).map { PageLine($0) }
  }

  // MARK: - Help

  /// Width of the column of keys, and of that of names.
  private static let keyColumns = 20, nameColumns = 17

  /// The help for screen readers: a command is a sentence, its name first.
  private static func spokenHelp(_ columns: Int) -> [PageLine] {
    Command.Group.allCases.flatMap { group in
      let commands = Registry.standard.commands.filter { $0.group == group }
      return [PageLine(StyledLine(group.label, .heading))]
        + commands.flatMap { command in
          let keys = KeyWords.keys(of: command)
          let words: ShownText =
            "\(Gate.shown(command.name)): \(command.summary)"
            + (keys.isEmpty ? "" : " Keys: \(keys).")
          return StyledLine(words).wrapped(to: columns).map {
            PageLine($0, command: typed(command))
          }
        }
    }
  }

  /// The command line that Enter gives, with a blank behind it where more has to be typed.
  private static func typed(_ command: Command) -> String {
    command.name + (command.parameter?.isRequired == true ? " " : "")
  }

  private static func help(_ columns: Int) -> [PageLine] {
    var lines: [PageLine] = []
    for group in Command.Group.allCases {
      if !lines.isEmpty { lines.append(PageLine(StyledLine())) }
      lines.append(PageLine(StyledLine(group.label, .heading)))
      for command in Registry.standard.commands where command.group == group {
        lines += help(command, columns)
      }
    }
    lines += [PageLine(StyledLine()), PageLine(StyledLine("While typing", .heading))]
    for key in TypingKeys.all {
      let name = StyledLine(KeyWords.name(of: key.key), .accent).padded(to: keyColumns)
      lines.append(PageLine((name + StyledLine(key.summary)).truncated(to: columns)))
    }
    return lines
  }

  private static func help(_ command: Command, _ columns: Int) -> [PageLine] {
    let keys = StyledLine(KeyWords.keys(of: command), .accent)
    let name = StyledLine(":\(Gate.shown(command.name))", .label)
    let summary = StyledLine(command.summary)
    var lines: [StyledLine]
    if columns < keyColumns + nameColumns + 20 {
      lines = [(name + StyledLine("  ") + keys).truncated(to: columns)]
      lines += (StyledLine("  ") + summary).wrapped(to: columns, hanging: 2)
    } else {
      let left = keys.wrapped(to: keyColumns - 1)
      let right = (name.padded(to: nameColumns) + summary)
        .wrapped(to: columns - keyColumns, hanging: nameColumns)
      lines = (0..<max(left.count, right.count)).map { row in
        let key = row < left.count ? left[row] : StyledLine()
        return key.padded(to: keyColumns) + (row < right.count ? right[row] : StyledLine())
      }
    }
    return lines.map { PageLine($0, command: typed(command)) }
  }
}

extension Command.Group {
  /// The heading of the group in the help.
  package var label: ShownText {
    switch self {
    case .cases: "Cases"
    case .reading: "Reading a case"
    case .time: "Events and time"
    case .finding: "Finding cases"
    case .lineup: "Many cases in time"
    case .notebook: "Marks, notes and files"
    case .program: "The program"
    }
  }
}
