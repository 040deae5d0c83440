import CasebookCore
import CasebookText

/// Commands that change the filter term by term.
enum TermCommands {
  static let all = [terms, add, drop, off, on, negate, nextTerm, previousTerm, editTerm]

  static let terms = Command(
    "terms", aliases: ["filters"], "Step through the terms of the filter, or list them.",
    hint: "terms", group: .finding, keys: [KeyBinding(.character("F"))],
    unavailable: { state, workspace in
      state.look.isPlain ? nil : TermRules.noTerm(state, workspace)
    },
    actions: { _, state, _ in
      state.look.isPlain ? [] : [.focused(.list), .filter(.termChosen(state.filter.term ?? 0))]
    },
    answer: { _, state, workspace in SpokenFilter.terms(state, workspace) })

  static let add = Command(
    "add", "Add a term to the filter.", group: .finding,
    parameter: .init("TERM", required: "has:detainer"),
    actions: { arguments, state, workspace throws(CommandFailure) in
      let term: String
      do throws(QueryError) {
        term = try workspace.understood(arguments.text)
      } catch {
        throw CommandFailure(query: error)
      }
      return [.filter(.asked(Query.text(joining: state.filter.onTerms + [term])))]
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let drop = Command(
    "drop", "Drop a term: by its number, the selected one, or the one that leaves nothing.",
    hint: "drop", group: .finding, parameter: .init("NUMBER"),
    keys: [
      KeyBinding(.character("x"), .terms, .list), KeyBinding(.delete, .terms),
      KeyBinding(.backspace, .terms),
    ],
    unavailable: TermRules.noTerm,
    actions: { arguments, state, workspace throws(CommandFailure) in
      var terms = state.filter.terms
      let index = try TermRules.index(arguments, state, workspace)
      terms.remove(at: index)
      return [.filter(.termsAsked(terms, term: state.filter.term.map { min($0, terms.count - 1) }))]
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let off = Command(
    "off", "Switch a term of the filter off, or on again.", hint: "off or on", group: .finding,
    parameter: .init("NUMBER"), keys: [KeyBinding(.character(" "), .terms)],
    unavailable: TermRules.noTerm,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try TermRules.index(arguments, state, workspace)
      return TermRules.changed(state, index) { $0.isOn.toggle() }
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let on = Command(
    "on", "Switch a term of the filter on again.", group: .finding, parameter: .init("NUMBER"),
    unavailable: TermRules.noTerm,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try TermRules.index(arguments, state, workspace)
      guard !state.filter.terms[index].isOn else {
        throw CommandFailure("Term \(index + 1) is on already", next: "Type off \(index + 1)")
      }
      return TermRules.changed(state, index) { $0.isOn = true }
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let negate = Command(
    "negate", "Turn a term of the filter into its opposite.", hint: "negate", group: .finding,
    parameter: .init("NUMBER"), keys: [KeyBinding(.character("!"), .terms)],
    unavailable: TermRules.noTerm,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try TermRules.index(arguments, state, workspace)
      if state.filter.terms[index].isOrder {
        let key = state.filter.terms[index].text.dropFirst("sort:".count)
        let turned = key.hasPrefix("-") ? String(key.dropFirst()) : "-" + key
        return TermRules.changed(state, index) { $0.text = "sort:" + turned }
      }
      return TermRules.changed(state, index) { $0.text = Query.negation(of: $0.text) }
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let nextTerm = Command(
    "next-term", "Go to the next term of the filter.", hint: "next term", group: .finding,
    keys: [
      KeyBinding(.right, .terms), KeyBinding(.character("l"), .terms), KeyBinding(.tab, .terms),
    ],
    unavailable: TermRules.noTerm,
    actions: { _, state, _ in TermRules.moved(by: 1, state) },
    answer: { _, state, workspace in SpokenFilter.term(state, workspace) })

  static let previousTerm = Command(
    "previous-term", "Go to the term of the filter before.", hint: "term before",
    group: .finding,
    keys: [
      KeyBinding(.left, .terms), KeyBinding(.character("h"), .terms), KeyBinding(.backTab, .terms),
    ],
    unavailable: TermRules.noTerm,
    actions: { _, state, _ in TermRules.moved(by: -1, state) },
    answer: { _, state, workspace in SpokenFilter.term(state, workspace) })

  static let editTerm = Command(
    "edit-term", "Edit the filter at a term, or say the term.", hint: "edit", group: .finding,
    parameter: .init("NUMBER"), keys: [KeyBinding(.enter, .terms)],
    unavailable: TermRules.noTerm,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try TermRules.index(arguments, state, workspace)
      return state.look.isPlain
        ? [.filter(.termChosen(index))] : [.prompt(.openedAtTerm(index))]
    },
    answer: { _, state, workspace in SpokenFilter.term(state, workspace) })

  /// The command a word after `filter` names, and what follows it.
  static func named(in arguments: Arguments) -> (Command, Arguments)? {
    guard let first = arguments.words.first, arguments.words.count > 1 || first == "drop",
      let command = [add, drop, off, on, negate].first(where: { $0.name == first })
    else { return nil }
    return (command, Arguments(String(arguments.text.dropFirst(first.count))))
  }
}

/// Rules that commands about terms share.
enum TermRules {
  /// Why nothing can be done with a term.
  static func noTerm(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    state.filter.terms.isEmpty
      ? CommandFailure("There is no filter", next: "Type filter and what to look for") : nil
  }

  /// The term a number from 1 means; without one the term at hand, the one that leaves nothing, or
  /// the only one.
  static func index(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    let terms = state.filter.terms
    if arguments.isEmpty {
      if let term = state.filter.term { return term }
      if let culprit = workspace.culprit?.term,
        let index = terms.firstIndex(where: { $0.isOn && $0.text == culprit })
      {
        return index
      }
      if terms.count == 1 { return 0 }
      throw CommandFailure(
        "The filter has \(terms.count) terms", next: "Type drop, off or negate, and a number from 1"
      )
    }
    guard let number = arguments.number, terms.indices.contains(number - 1) else {
      throw CommandFailure(
        "There is no term \(Gate.shown(arguments.text))",
        next: "Type a number from 1 to \(terms.count)")
    }
    return number - 1
  }

  static func changed(
    _ state: State, _ index: Int, _ change: (inout FilterTerm) -> Void
  ) -> [Action] {
    var terms = state.filter.terms
    change(&terms[index])
    return [.filter(.termsAsked(terms, term: state.filter.term))]
  }

  static func moved(by step: Int, _ state: State) -> [Action] {
    [.filter(.termChosen(state.filter.term.map { $0 + step } ?? 0))]
  }
}

extension FilterState {
  /// The terms that hold.
  package var onTerms: [String] { terms.filter(\.isOn).map(\.text) }
}
