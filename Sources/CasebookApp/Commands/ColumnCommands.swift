import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands about the columns of the list.
enum ColumnCommands {
  static let all = [columns, add, drop, left, right, wider, narrower]

  static let columns = Command(
    "columns", "Choose the columns of the list, or list them.", group: .finding,
    parameter: .init("NAMES or default", words: ["default"]), keys: [KeyBinding(.character("C"))],
    actions: { arguments, state, workspace throws(CommandFailure) in
      if arguments.isEmpty { return state.look.isPlain ? [] : [.page(.opened(.columns))] }
      if arguments.text == "default" { return [.list(.columnsChosen(nil))] }
      let chosen = try ColumnRules.read(arguments.text, workspace)
      return [.list(.columnsChosen(ListColumn.text(chosen)))]
    },
    answer: ColumnRules.answer)

  static let add = ColumnRules.command(
    "column-add", "Add a column to the list: a field, a type, or TYPE->TYPE.", hint: "add",
    parameter: .init("NAME"), keys: [KeyBinding(.character("a"), .page)]
  ) { arguments, state, workspace throws(CommandFailure) in
    if arguments.isEmpty, !state.look.isPlain {
      return [.prompt(.opened(.command)), .prompt(.completed("column-add ", []))]
    }
    let added = try ColumnRules.read(arguments.text, workspace)
    guard !added.isEmpty else {
      throw CommandFailure("column-add needs a name", next: "Type column-add and a field")
    }
    return ColumnRules.chosen(workspace.columns(in: state) + added)
  }

  static let drop = ColumnRules.editing(
    "column-drop", "Drop a column from the list.", hint: "drop", key: .character("d")
  ) { columns, index throws(CommandFailure) in
    guard columns.count > 1 else {
      throw CommandFailure("The list needs a column", next: "Add another first")
    }
    columns.remove(at: index)
    return nil
  }

  static let left = ColumnRules.editing(
    "column-left", "Move a column to the left.", hint: "move", key: .left
  ) { columns, index throws(CommandFailure) in
    guard index > 0 else {
      throw CommandFailure("It is the first column", next: "Type column-right to move it")
    }
    columns.swapAt(index, index - 1)
    return index - 1
  }

  static let right = ColumnRules.editing(
    "column-right", "Move a column to the right.", hint: "move", key: .right
  ) { columns, index throws(CommandFailure) in
    guard index + 1 < columns.count else {
      throw CommandFailure("It is the last column", next: "Type column-left to move it")
    }
    columns.swapAt(index, index + 1)
    return index + 1
  }

  static let wider = ColumnRules.editing(
    "column-wider", "Make a column wider.", hint: "wider", key: .character(">")
  ) { columns, index in
    ColumnRules.resize(&columns[index], by: ColumnRules.step)
    return nil
  }

  static let narrower = ColumnRules.editing(
    "column-narrower", "Make a column narrower.", hint: "narrower", key: .character("<")
  ) { columns, index in
    ColumnRules.resize(&columns[index], by: -ColumnRules.step)
    return nil
  }
}

/// Rules that commands about columns share.
enum ColumnRules {
  /// Cells by which a column becomes wider or narrower.
  static let step = 4
  /// Cells of a column that never was given any.
  private static let usualWidth = 20

  /// Changes columns; gives where the column went, where it moved.
  typealias Edit =
    @Sendable (inout [ListColumn], _ index: Int) throws(CommandFailure) -> Int?

  /// A command that changes one column: the one named, or the one at hand on the page of columns.
  static func editing(
    _ name: String, _ summary: ShownText, hint: ShownText, key: Key, _ edit: @escaping Edit
  ) -> Command {
    command(
      name, summary, hint: hint, parameter: .init("NAME or NUMBER"),
      keys: [KeyBinding(key, .page)]
    ) { arguments, state, workspace throws(CommandFailure) in
      var columns = workspace.columns(in: state)
      let index = try self.index(arguments, columns, state)
      let moved = try edit(&columns, index)
      let follows: [Action] =
        state.page?.kind == .columns ? [.page(.went(to: moved ?? index))] : []
      return chosen(columns) + follows
    }
  }

  /// A command about columns; its key works on the page of columns alone.
  static func command(
    _ name: String, _ summary: ShownText, hint: ShownText, parameter: Command.Parameter,
    keys: [KeyBinding],
    _ actions:
      @escaping @Sendable (Arguments, State, Workspace) throws(CommandFailure) -> [Action]
  ) -> Command {
    Command(
      name, summary, hint: hint, group: .finding, parameter: parameter, keys: keys,
      unavailable: { state, _ in
        guard let page = state.page, page.kind != .columns else { return nil }
        return CommandFailure("The page shows no columns", next: "Type close, then columns")
      },
      actions: actions, answer: answer)
  }

  static func chosen(_ columns: [ListColumn]) -> [Action] {
    [.list(.columnsChosen(ListColumn.text(columns)))]
  }

  static func resize(_ column: inout ListColumn, by cells: Int) {
    let width = (column.width ?? usualWidth) + cells
    column.width = min(max(width, ListColumn.widths.lowerBound), ListColumn.widths.upperBound)
  }

  static func read(_ text: String, _ workspace: Workspace) throws(CommandFailure) -> [ListColumn] {
    do throws(QueryError) {
      return try ListColumn.reading(text, in: workspace.schema)
    } catch {
      throw CommandFailure(query: error)
    }
  }

  /// "Columns: title, status, detainer." where they were changed, else one a line by its number.
  static func answer(_ arguments: Arguments, _ state: State, _ workspace: Workspace) -> Answer {
    let columns = workspace.columns(in: state)
    if arguments.isEmpty {
      return Answer(
        SpokenRange.whole("Columns", columns.enumerated().map { ColumnWords.spoken($1, $0) }))
    }
    let names = columns.map { ColumnWords.spoken($0) }
    return Answer(["Columns: \(names.joined(separator: ", "))."])
  }

  private static func index(
    _ arguments: Arguments, _ columns: [ListColumn], _ state: State
  ) throws(CommandFailure) -> Int {
    if arguments.isEmpty, let page = state.page, columns.indices.contains(page.line) {
      return page.line
    }
    if let number = arguments.number, columns.indices.contains(number - 1) { return number - 1 }
    if let index = columns.firstIndex(where: { $0.column.name == arguments.text }) { return index }
    let begun = columns.indices.filter { columns[$0].column.name.hasPrefix(arguments.text) }
    if begun.count == 1, !arguments.isEmpty { return begun[0] }
    throw CommandFailure(
      arguments.isEmpty ? "No column was named" : "No column \(Gate.shown(arguments.text))",
      next: "Type columns for their names")
  }
}
