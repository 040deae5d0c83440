import CasebookCore
import CasebookText

/// Commands that go from case to case.
enum CaseCommands {
  static let all = [
    list, next, previous, down, up, first, last, pageDown, pageUp, go, position,
  ]

  static let list = Command(
    "list", aliases: ["l"], "List the cases, or go to the list.", hint: "list", group: .cases,
    parameter: .init("N, from N, or all"), keys: [KeyBinding(.character("l"), .detail)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard state.look.isPlain else { return [.focused(.list)] }
      _ = try ListRange(arguments, state, workspace)
      return []
    },
    answer: { arguments, state, workspace in
      guard let range = try? ListRange(arguments, state, workspace) else { return .nothing }
      return SpokenList.answer(range, state, workspace)
    })

  static let next = Command(
    "next", aliases: ["n"], "Go to the next case.", group: .cases,
    parameter: .init("COUNT"), keys: [KeyBinding(.character("J"))],
    unavailable: { state, workspace in
      if let empty = CaseRules.noCase(state, workspace) { return empty }
      return state.list.position + 1 < workspace.results.count
        ? nil : CommandFailure("This is the last case", next: "Type first for the first case")
    },
    actions: { arguments, _, _ throws(CommandFailure) in
      [.list(.moved(by: try CaseRules.count(arguments)))]
    },
    answer: SpokenCase.position)

  static let previous = Command(
    "previous", aliases: ["p"], "Go to the case before.", group: .cases,
    parameter: .init("COUNT"), keys: [KeyBinding(.character("K"))],
    unavailable: { state, workspace in
      if let empty = CaseRules.noCase(state, workspace) { return empty }
      return state.list.position > 0
        ? nil : CommandFailure("This is the first case", next: "Type last for the last case")
    },
    actions: { arguments, _, _ throws(CommandFailure) in
      [.list(.moved(by: -(try CaseRules.count(arguments))))]
    },
    answer: SpokenCase.position)

  static let down = Command(
    "down", "Go one row, line or event on in the region with the focus.", hint: "down",
    group: .cases, keys: [.anywhere(.down), .anywhere(.character("j"))],
    actions: { _, state, _ in FocusMoves.moved(by: 1, state) }, answer: SpokenCase.place)

  static let up = Command(
    "up", "Go one row, line or event back in the region with the focus.", hint: "up",
    group: .cases, keys: [.anywhere(.up), .anywhere(.character("k"))],
    actions: { _, state, _ in FocusMoves.moved(by: -1, state) }, answer: SpokenCase.place)

  static let first = Command(
    "first", "Go to the first row, line or event.", group: .cases,
    keys: [.anywhere(.home), .anywhere(.character("g"))],
    actions: { _, state, _ in FocusMoves.went(to: 0, state) }, answer: SpokenCase.place)

  static let last = Command(
    "last", "Go to the last row, line or event.", group: .cases,
    keys: [.anywhere(.end), .anywhere(.character("G"))],
    actions: { _, state, _ in FocusMoves.went(to: Int(Int32.max), state) },
    answer: SpokenCase.place)

  static let pageDown = Command(
    "page-down", "Go one screen on.", hint: "page on", group: .cases,
    keys: [.anywhere(.pageDown), .anywhere(.control("f")), .anywhere(.character(" "))],
    actions: { _, state, _ in FocusMoves.paged(by: 1, state) }, answer: SpokenCase.place)

  static let pageUp = Command(
    "page-up", "Go one screen back.", hint: "page back", group: .cases,
    keys: [.anywhere(.pageUp), .anywhere(.control("b"))],
    actions: { _, state, _ in FocusMoves.paged(by: -1, state) }, answer: SpokenCase.place)

  static let go = Command(
    "go", "Go to a case by its number in the list or its id.", group: .cases,
    parameter: .init("NUMBER or ID", required: "1", takesIDs: true),
    actions: { arguments, state, workspace throws(CommandFailure) in
      [.list(.went(to: try CaseRules.position(of: arguments.text, workspace)))]
    },
    answer: SpokenCase.position)

  static let position = Command(
    "where", aliases: ["w"], "Say where you are: library, filter, case and event.",
    hint: "where", group: .cases, keys: [KeyBinding(.character("w"))],
    actions: { _, state, workspace in
      state.look.isPlain
        ? [] : [.said(Message(.information, SpokenCase.whereLine(state, workspace)))]
    },
    answer: { _, state, workspace in SpokenCase.whereAnswer(state, workspace) })
}

/// Rules that commands about cases share.
enum CaseRules {
  /// Why nothing can be done with a case.
  static func noCase(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    guard workspace.results.count == 0 else { return nil }
    if workspace.library.caseCount == 0, state.loading.isGoing {
      return CommandFailure("No case is loaded yet", next: "Try again once the first are listed")
    }
    if workspace.library.caseCount > 0, state.filter.awaited != nil || state.filter.applied.isEmpty
    {
      return CommandFailure("Still looking for cases", next: "Try again once they are listed")
    }
    return state.filter.applied.isEmpty
      ? CommandFailure("There are no cases", next: "Start casebook with another folder or file")
      : CommandFailure("No case matches the filter", next: "Type clear to list all cases")
  }

  /// How many cases to go, 1 where nothing was typed.
  static func count(_ arguments: Arguments) throws(CommandFailure) -> Int {
    if arguments.isEmpty { return 1 }
    guard let count = arguments.number, count > 0 else {
      throw CommandFailure(
        "\(Gate.shown(arguments.text)) is no number of cases", next: "Type a number from 1")
    }
    return count
  }

  /// The position of the only listed case whose id a text names, be it its beginning; nil for a
  /// text that could be any word.
  static func position(beginning text: String, _ workspace: Workspace) -> Int? {
    guard text.utf8.count > 1, !text.contains(" "),
      case .rows(let rows) = workspace.library.rows(named: text)
    else { return nil }
    return rows.lazy.compactMap { workspace.results.position(ofRow: $0) }.first
  }

  /// The position of a case by number from 1, by id, or by the beginning of an id; see
  /// ``NamedRows``.
  static func position(
    of text: String, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    let count = workspace.results.count
    let isNumber = Int(text) != nil
    switch isNumber
      ? .rows(workspace.library.rows(withID: text)) : workspace.library.rows(named: text)
    {
    case .rows(let rows):
      if let position = rows.lazy.compactMap({ workspace.results.position(ofRow: $0) }).first {
        return position
      }
      guard rows.isEmpty else {
        throw CommandFailure(
          "Case \(Gate.shown(text)) is not among the \(count) listed",
          next: "Type clear to list all cases")
      }
    case .ambiguous(let number):
      throw CommandFailure(
        "\(grouped: number) cases have ids that begin with \(Gate.shown(text))",
        next: "Type more of the id")
    case .none: break
    }
    guard let number = Int(text) else {
      throw CommandFailure(
        "No case has the id \(Gate.shown(text))", next: "Type find or filter and a word")
    }
    guard number >= 1, number <= count else {
      throw CommandFailure(
        "There is no case \(number)",
        next: count == 0 ? "Type clear to list all cases" : "Type a number from 1 to \(count)")
    }
    return number - 1
  }
}

/// Moves in whichever region has the focus.
enum FocusMoves {
  static func moved(by count: Int, _ state: State) -> [Action] {
    switch state.context {
    case .list: [.list(.moved(by: count))]
    case .detail: [.detail(.moved(by: count))]
    case .timeline: [.timeline(.moved(by: count))]
    case .facets: [.facets(.moved(by: count))]
    case .terms: [.filter(.termChosen(nil))]
    case .page, .pathways: [.page(.moved(by: count))]
    }
  }

  static func paged(by count: Int, _ state: State) -> [Action] {
    switch state.context {
    case .list: [.list(.paged(by: count))]
    case .detail: [.detail(.paged(by: count))]
    case .timeline: [.timeline(.moved(by: 5 * count))]
    case .facets: [.facets(.paged(by: count))]
    case .terms: [.filter(.termChosen(nil))]
    case .page, .pathways: [.page(.paged(by: count))]
    }
  }

  static func went(to place: Int, _ state: State) -> [Action] {
    switch state.context {
    case .list: [.list(.went(to: place))]
    case .detail: [.detail(.went(to: place))]
    case .timeline: [.timeline(.went(to: place))]
    case .facets: [.facets(.went(to: place))]
    case .terms: [.filter(.termChosen(place))]
    case .page, .pathways: [.page(.went(to: place))]
    }
  }
}
