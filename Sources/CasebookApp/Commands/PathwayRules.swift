import CasebookCore
import CasebookText

/// Rules that commands about pathways share.
enum PathwayRules {
  /// Why nothing can be done with pathways.
  static let notCounted: @Sendable (State, Workspace) -> CommandFailure? = { state, workspace in
    workspace.pathways == nil
      ? CommandFailure("There are no pathways yet", next: "Type pathways") : nil
  }

  /// The row at hand on the screen.
  static func rowAtHand(_ state: State, _ workspace: Workspace) -> PathwayRow? {
    guard let page = state.page, page.kind == .pathways, let found = workspace.pathways else {
      return nil
    }
    let rows = state.pathways.outline(of: found).rows
    return rows.indices.contains(page.line) ? rows[page.line] : nil
  }

  /// The next step with a number from 1.
  static func row(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> PathwayRow {
    let rows = workspace.pathways.map { state.pathways.steps(of: $0).rows } ?? []
    guard let number = arguments.number, rows.indices.contains(number - 1) else {
      throw CommandFailure(
        "There is no step \(Gate.shown(arguments.text))",
        next: rows.isEmpty ? "Type step-back" : "Type a number from 1 to \(rows.count)")
    }
    return rows[number - 1]
  }

  /// The type a command names, or that of the row at hand.
  static func type(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> String {
    guard arguments.isEmpty else { return try LineupRules.type(arguments.text, workspace) }
    guard case .branch(let index)? = rowAtHand(state, workspace)?.kind,
      let found = workspace.pathways
    else { throw CommandFailure("No event type is named", next: "Type one, such as hearing") }
    return found.branches[index].type
  }

  /// The term that finds the cases of a row.
  static func term(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> String {
    guard let found = workspace.pathways else { return "" }
    var kind = found.branch(state.pathways.place).map(PathwayRow.Kind.branch)
    if !arguments.isEmpty {
      kind = try row(arguments, state, workspace).kind
    } else if let row = rowAtHand(state, workspace) {
      kind = row.kind
    }
    switch kind {
    case .branch(let index): return QueryText.path(found.path(of: index), rule: found.rule)
    case .nothingAfter(let index):
      return QueryText.path(found.path(of: index), isWhole: true, rule: found.rule)
    case .others, nil:
      throw CommandFailure("That is no single step", next: "Choose a step that has a name")
    }
  }

  // MARK: - Opening and shutting

  /// Goes to a branch to hear its next steps.
  static func going(
    to row: PathwayRow, _ workspace: Workspace
  ) throws(CommandFailure) -> [Action] {
    guard let found = workspace.pathways else { return [] }
    switch row.kind {
    case .branch(let index): return [.pathways(.went(found.path(of: index)))]
    case .others(let parent, _): return [.pathways(.wholeAsked(parent.map(found.path) ?? []))]
    case .nothingAfter:
      throw CommandFailure("Nothing comes after that", next: "Type keep and the number")
    }
  }

  /// Opens a row on the screen; a branch at the depth where paths are cut gets a step more.
  static func opening(_ row: PathwayRow, _ state: State, _ workspace: Workspace) -> [Action] {
    guard let found = workspace.pathways, case .branch(let index) = row.kind else {
      return (try? going(to: row, workspace)) ?? []
    }
    let path = found.path(of: index)
    var actions: [Action] = [.pathways(.went(path))]
    if !state.pathways.isOpen(index, of: found) { actions.append(.pathways(.toggled(path))) }
    if found.deeperCount(of: index) > 0 {
      actions.append(.pathways(.depthChanged(found.depth + 1)))
    }
    return actions
  }

  /// Shuts a row on the screen; one that is shut leads to the branch before.
  static func shutting(_ row: PathwayRow, _ state: State, _ workspace: Workspace) -> [Action] {
    guard let found = workspace.pathways else { return [] }
    switch row.kind {
    case .branch(let index):
      let path = found.path(of: index)
      let isOpen =
        state.pathways.isOpen(index, of: found) && !found.branches[index].below.isEmpty
      if isOpen { return [.pathways(.went(path)), .pathways(.toggled(path))] }
      return [.pathways(.went(Array(path.dropLast())))]
    case .others(let parent, _): return [.pathways(.went(parent.map(found.path) ?? []))]
    case .nothingAfter(let index): return [.pathways(.went(found.path(of: index)))]
    }
  }
}
