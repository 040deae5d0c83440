import CasebookCore
import CasebookText

/// The fields of a case by their names.
enum SpokenFields {
  /// "Fields 1 to 12 of 12.", then a name a line; a number shows the field.
  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    let facts = CaseFacts(loaded.content, dates: state.dates).all
    var names: [ShownText] = []
    for fact in facts where fact.role != .unknown && !names.contains(fact.label) {
      names.append(fact.label)
    }
    if !CaseFacts(loaded.content).summary.isEmpty { names.append("Summary") }
    let listed = names.map { name in
      Choices.Choice(name, line: "show \(name.string.lowercased())")
    }
    var lines: [ShownText] = ["Fields 1 to \(names.count) of \(names.count)."]
    lines += names.enumerated().map { "\($0 + 1). \($1)." }
    let missing = facts.filter { $0.role == .unknown }.map(\.label.lowercasedFirst)
    if !missing.isEmpty { lines.append("Unknown: \(missing.joined(separator: ", ")).") }
    return Answer(
      lines + ["End of list."], choices: Choices("field", listed, isOfCase: true))
  }
}
