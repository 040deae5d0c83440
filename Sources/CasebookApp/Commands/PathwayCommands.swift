import CasebookCore
import CasebookText

/// Commands about pathways: which events follow which.
enum PathwayCommands {
  static let all = [
    pathways, open, stepBack, keep, hideType, showTypes, merge, beginAt, backwards, deeper,
    shallower,
  ]

  static let pathways = Command(
    "pathways", "Show which events follow which in the cases found, and after how long.",
    hint: "pathways", group: .lineup, keys: [KeyBinding(.character("p"))],
    unavailable: CaseRules.noCase, actions: { _, _, _ in [.pathways(.opened)] },
    answer: SpokenPathways.answer)

  static let open = Command(
    "open", "Go to a branch of the pathways by its number; on the screen, show what is next to it.",
    hint: "open", group: .lineup, parameter: .init("NUMBER"),
    keys: [KeyBinding(.right, .pathways), KeyBinding(.character("l"), .pathways)],
    unavailable: PathwayRules.notCounted,
    actions: { arguments, state, workspace throws(CommandFailure) in
      if arguments.isEmpty, let row = PathwayRules.rowAtHand(state, workspace) {
        return PathwayRules.opening(row, state, workspace)
      }
      return try PathwayRules.going(to: PathwayRules.row(arguments, state, workspace), workspace)
    },
    answer: SpokenPathways.answer)

  static let stepBack = Command(
    "step-back", "Go to the branch one step shorter; on the screen, shut a branch that is open.",
    hint: "shut", group: .lineup,
    keys: [
      KeyBinding(.left, .pathways), KeyBinding(.character("h"), .pathways),
      KeyBinding(.backspace, .pathways),
    ],
    unavailable: { state, workspace in
      PathwayRules.notCounted(state, workspace)
        ?? (state.page == nil && state.pathways.place.isEmpty
          ? CommandFailure("This is the beginning", next: "Type open and a number") : nil)
    },
    actions: { _, state, workspace in
      guard let row = PathwayRules.rowAtHand(state, workspace) else {
        return [.pathways(.went(Array(state.pathways.place.dropLast())))]
      }
      return PathwayRules.shutting(row, state, workspace)
    },
    answer: SpokenPathways.answer)

  static let keep = Command(
    "keep", "List only the cases of the branch, or of a step by its number.", hint: "list these",
    group: .lineup, parameter: .init("NUMBER"), keys: [KeyBinding(.enter, .pathways)],
    unavailable: PathwayRules.notCounted,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let term = try PathwayRules.term(arguments, state, workspace)
      let closed: [Action] = state.page == nil ? [] : [.page(.closed), .focused(.list)]
      return closed + [.filter(.asked(Query.adding(term, to: state.filter.applied)))]
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let hideType = Command(
    "hide-type", "Leave events of a type out of the paths.", hint: "hide type", group: .lineup,
    parameter: .init("TYPE"), keys: [KeyBinding(.character("x"), .pathways)],
    unavailable: PathwayRules.notCounted,
    actions: { arguments, state, workspace throws(CommandFailure) in
      var rule = state.pathways.rule
      rule.hidden.insert(try PathwayRules.type(arguments, state, workspace))
      return [.pathways(.ruleChanged(rule))]
    },
    answer: SpokenPathways.answer)

  static let showTypes = Command(
    "show-types", "Take events of all types into the paths again.", hint: "all types",
    group: .lineup, keys: [KeyBinding(.character("X"), .pathways)],
    unavailable: { state, workspace in
      PathwayRules.notCounted(state, workspace)
        ?? (state.pathways.rule.hidden.isEmpty
          ? CommandFailure("No type is hidden", next: "Type hide-type and a type to hide one")
          : nil)
    },
    actions: { _, state, _ in
      var rule = state.pathways.rule
      rule.hidden = []
      return [.pathways(.ruleChanged(rule))]
    },
    answer: SpokenPathways.answer)

  static let merge = Command(
    "merge-repeats", "Take events of one type in a row for one step, or each for one.",
    hint: "merge", group: .lineup, keys: [KeyBinding(.character("m"), .pathways)],
    unavailable: PathwayRules.notCounted,
    actions: { _, state, _ in
      var rule = state.pathways.rule
      rule.mergesRepeats.toggle()
      return [.pathways(.ruleChanged(rule))]
    },
    answer: SpokenPathways.answer)

  static let beginAt = Command(
    "begin-at", "Begin the paths at the first, last or a numbered event of a type, or anywhere.",
    hint: "begin here", group: .lineup, parameter: .init("TYPE, last TYPE, or off", words: ["off"]),
    keys: [KeyBinding(.character("b"), .pathways)], unavailable: PathwayRules.notCounted,
    actions: { arguments, state, workspace throws(CommandFailure) in
      var rule = state.pathways.rule
      if arguments.text == "off" || arguments.isEmpty && rule.start != nil {
        rule.start = nil
      } else if arguments.isEmpty {
        rule.start = EventAnchor(try PathwayRules.type(arguments, state, workspace))
      } else {
        rule.start = try LineupRules.anchor(arguments.text, state, workspace)
      }
      return [.pathways(.went([])), .pathways(.ruleChanged(rule))]
    },
    answer: SpokenPathways.answer)

  static let backwards = Command(
    "backwards", "Read the paths towards the past, or forwards again.", hint: "backwards",
    group: .lineup, keys: [KeyBinding(.character("B"), .pathways)],
    unavailable: PathwayRules.notCounted,
    actions: { _, state, _ in
      var rule = state.pathways.rule
      rule.isBackwards.toggle()
      return [.pathways(.went([])), .pathways(.ruleChanged(rule))]
    },
    answer: SpokenPathways.answer)

  static let deeper = Command(
    "deeper", "Tell paths apart by one step more.", group: .lineup,
    keys: [KeyBinding(.character(">"), .pathways)], unavailable: PathwayRules.notCounted,
    actions: { _, state, _ in [.pathways(.depthChanged(state.pathways.depth + 1))] },
    answer: SpokenPathways.answer)

  static let shallower = Command(
    "shallower", "Tell paths apart by one step less.", group: .lineup,
    keys: [KeyBinding(.character("<"), .pathways)], unavailable: PathwayRules.notCounted,
    actions: { _, state, _ in [.pathways(.depthChanged(state.pathways.depth - 1))] },
    answer: SpokenPathways.answer)
}
