import CasebookCore
import CasebookText

/// Commands that choose which cases are listed, and in which order.
enum FindingCommands {
  static let all = [filter, clear, sort, complete]

  static let filter = Command(
    "filter", aliases: ["f"], "List only the cases that match, or say the filter.", hint: "filter",
    group: .finding, parameter: .init("TERMS, or add, drop, off, on, negate"),
    keys: [KeyBinding(.character("/"), .list, .timeline, .terms, .facets)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      if arguments.isEmpty { return state.look.isPlain ? [] : [.prompt(.opened(.filter))] }
      if let (command, rest) = TermCommands.named(in: arguments) {
        if let reason = command.unavailable(state, workspace) { throw reason }
        return try command.actions(rest, state, workspace)
      }
      return [.filter(.asked(arguments.text))]
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let clear = Command(
    "clear", "Drop the filter and list all cases.", group: .finding,
    keys: [KeyBinding(.character("c"))],
    unavailable: { state, _ in
      state.filter.terms.isEmpty
        ? CommandFailure("There is no filter", next: "Type filter and what to look for") : nil
    },
    actions: { _, _, _ in [.filter(.termsAsked([], term: nil))] },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let sort = Command(
    "sort", "Put the cases in order, or say the order.", hint: "sort", group: .finding,
    parameter: .init("FIELD, perhaps down; or none", takesFields: true),
    keys: [KeyBinding(.character("s"), .list, .terms)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      if arguments.isEmpty {
        if state.look.isPlain { return [] }
        return [.prompt(.opened(.command)), .prompt(.completed("sort ", []))]
      }
      let others = state.filter.terms.filter { !$0.isOrder }
      let keys = try SortKeys.written(arguments.text, workspace.schema)
      if keys == nil, others == state.filter.terms {
        throw CommandFailure("The cases are in no order", next: "Type sort and a field")
      }
      return [
        .filter(.termsAsked(others + (keys.map { [FilterTerm("sort:\($0)")] } ?? []), term: nil))
      ]
    },
    answer: { _, state, workspace in
      let words = OrderWords.line(workspace) ?? "as in the files"
      return Answer([
        "Order: \(SpokenText.closed(words))", SpokenCase.positionLine(state, workspace),
      ])
    })

  static let complete = Command(
    "complete", "Say how a filter that is begun can go on.", group: .finding,
    parameter: .init("TEXT"),
    actions: { arguments, state, _ in
      guard !state.look.isPlain else { return [] }
      return [
        .prompt(.opened(.filter)), .prompt(.filled(arguments.text)), .prompt(.suggestionsAsked),
      ]
    },
    answer: { arguments, state, workspace in
      SpokenCompletion.answer(arguments.text, state, workspace)
    })
}

/// What is typed after `sort`.
enum SortKeys {
  /// The keys as the language has them, or nil for `none`: `-detainer` for `detainer down` and for
  /// "by detainer, newest first".
  static func written(_ text: String, _ schema: Schema) throws(CommandFailure) -> String? {
    if ["none", "off"].contains(text.trimmed.lowercased()) { return nil }
    guard let keys = PhraseOrder.keys(for: text, in: schema) else {
      throw CommandFailure(
        "\(ProblemWords.quoted(text)) is not an order",
        next: "Type a field or an event type, such as sort detainer, newest first")
    }
    return keys
  }
}

extension FilterTerm {
  /// Whether it is a key of the order, which lets every case pass.
  package var isOrder: Bool { text.hasPrefix("sort:") }
}

extension CommandFailure {
  /// Words for a filter that cannot be read.
  package init(query error: QueryError) {
    let words = QueryWords(error)
    self.init(words.what, next: words.next)
  }
}
