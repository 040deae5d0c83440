import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands about filters under names.
enum SavedFilterCommands {
  static let all = [save, use, forget]

  static let save = Command(
    "save-filter", "Save the filter under a name, to use it again as @NAME.", group: .notebook,
    parameter: .init("NAME", required: "open-cases"),
    unavailable: { state, _ in
      state.filter.applied.isEmpty
        ? CommandFailure("There is no filter", next: "Type filter and what to look for") : nil
    },
    actions: { arguments, state, _ throws(CommandFailure) in
      let name = bare(arguments.text)
      guard SavedFilter.isName(name) else {
        throw CommandFailure(
          "\(ProblemWords.quoted(name)) cannot be the name of a filter",
          next: "Type a letter, then letters, digits, - or _")
      }
      return [
        .notebook(.filterSaved(name: name, text: state.filter.applied)),
        .said(Message(.information, saved(name))),
      ]
    },
    answer: { arguments, _, _ in Answer(["\(saved(bare(arguments.text)))."]) })

  static let use = Command(
    "use", "Filter by a saved filter, or list them.", hint: "saved filters", group: .notebook,
    parameter: .init("NAME"), keys: [KeyBinding(.character("@"))],
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard !arguments.isEmpty else {
        return state.look.isPlain ? [] : [.page(.opened(.savedFilters))]
      }
      let filter = try filter(arguments, state)
      let isTold = state.notebook.toldChanges.contains(filter.name)
      return [
        .filter(.asked(filter.text)),
        .notebook(
          .filterUsed(
            name: filter.name, change: isTold ? nil : workspace.changeOfReading(of: filter.text))),
      ]
    },
    answer: { arguments, state, workspace in
      guard arguments.isEmpty else {
        var answer = SpokenFilter.answer(state, workspace)
        if let line = state.notebook.changeOfReading { answer.lines.append(line) }
        return answer
      }
      let filters = state.notebook.filters
      guard !filters.isEmpty else { return Answer(["No saved filters."]) }
      let words = TermWords(state, workspace)
      let listed = filters.map { filter in
        Choices.Choice(
          NotebookDocument.words(filter) { words.words($0) }, line: "use \(filter.name)")
      }
      return Answer(
        SpokenRange.numbered("Saved filters", listed.map(\.label)),
        choices: Choices("saved filter", listed))
    })

  static let forget = Command(
    "forget", "Forget a saved filter.", group: .notebook,
    parameter: .init("NAME", required: "open-cases"),
    actions: { arguments, state, _ throws(CommandFailure) in
      let filter = try filter(arguments, state)
      guard filter.isOfUser else {
        throw CommandFailure(
          "\(Gate.shown(filter.name)) stands in the library's casebook.yaml",
          next: "Take it out there")
      }
      return [
        .notebook(.filterSaved(name: filter.name, text: nil)),
        .said(Message(.information, forgotten(filter.name))),
      ]
    },
    answer: { arguments, _, _ in Answer(["\(forgotten(bare(arguments.text)))."]) })

  // MARK: - Private

  /// A name, with or without the sign it is used with.
  private static func bare(_ text: String) -> String {
    text.hasPrefix("@") ? String(text.dropFirst()) : text
  }

  private static func filter(
    _ arguments: Arguments, _ state: State
  ) throws(CommandFailure) -> NamedFilter {
    let name = bare(arguments.text)
    if let filter = state.notebook.filter(named: name) { return filter }
    let names = state.notebook.filters.map(\.name)
    let begun = names.filter { $0.hasPrefix(name) }
    if begun.count == 1, let filter = state.notebook.filter(named: begun[0]) { return filter }
    let nearest = Spelling.nearest(to: name, among: names)
    throw CommandFailure(
      "No saved filter \(Gate.shown(name))", meant: nearest, next: "Type use for the saved filters")
  }

  private static func saved(_ name: String) -> ShownText { "Filter saved as @\(Gate.shown(name))" }

  private static func forgotten(_ name: String) -> ShownText {
    "Filter \(Gate.shown(name)) forgotten"
  }
}
