import CasebookCore
import CasebookText

/// Commands that choose which cases are listed.
enum FindingCommands {
  static let all = [filter, clear]

  static let filter = Command(
    "filter", aliases: ["f"], "List only the cases that match.", hint: "filter",
    group: .finding, parameter: .init("TERMS"),
    keys: [
      KeyBinding(.character("/"), .list, .timeline), KeyBinding(.character("f")),
    ],
    actions: { arguments, state, _ in
      if arguments.isEmpty { return state.look.isPlain ? [] : [.prompt(.opened(.filter))] }
      return [.filter(.asked(arguments.text))]
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let clear = Command(
    "clear", "Drop the filter and list all cases.", group: .finding,
    keys: [KeyBinding(.character("c"))],
    unavailable: { state, _ in state.filter.applied.isEmpty ? "There is no filter" : nil },
    actions: { _, _, _ in [.filter(.asked(""))] },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })
}

extension CommandFailure {
  /// Words for a filter that cannot be read.
  package init(query error: QueryError) {
    let words = QueryWords(error)
    self.init(words.what, next: words.next)
  }
}
