import CasebookCore
import CasebookText

/// Commands that read a case.
enum ReadingCommands {
  static let all = [show, event, sources, find, again, back, raw]

  static let show = Command(
    "show", aliases: ["s"], "Show the case, or one field of it.", hint: "open",
    group: .reading, parameter: .init("FIELD"), keys: [KeyBinding(.enter, .list)],
    unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      if !arguments.isEmpty { _ = try SpokenCase.field(arguments.text, state, workspace) }
      return state.look.isPlain ? [] : [.focused(.detail)]
    },
    answer: { arguments, state, workspace in
      guard !arguments.isEmpty else { return SpokenCase.whole(state, workspace) }
      return Answer((try? SpokenCase.field(arguments.text, state, workspace)) ?? [])
    })

  static let event = Command(
    "event", aliases: ["e"], "Show one event whole, by its number in the timeline.",
    group: .reading, parameter: .init("NUMBER"), keys: [KeyBinding(.enter, .timeline)],
    unavailable: TimeRules.noEvent,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try TimeRules.event(arguments, state, workspace)
      let shown: [Action] = state.look.isPlain ? [] : [.focused(.detail)]
      return [.timeline(.went(to: index))] + shown
    },
    answer: { _, state, workspace in SpokenTimeline.event(state, workspace) })

  static let sources = Command(
    "sources", "Say where the facts of the case come from.", group: .reading,
    unavailable: CaseRules.noCase,
    actions: { _, state, workspace in
      guard !state.look.isPlain else { return [] }
      let lines = workspace.detail(in: state).lines
      let line = lines.firstIndex { $0.text == "Sources" } ?? 0
      return [.focused(.detail), .detail(.went(to: line))]
    },
    answer: { _, state, workspace in SpokenSources.list(state, workspace) })

  static let find = Command(
    "find", "Find a text in the selected case.", group: .reading,
    parameter: .init("TEXT"),
    keys: [KeyBinding(.character("/"), .detail, .page, .pathways)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard !arguments.isEmpty else {
        if state.look.isPlain {
          throw CommandFailure("find needs a text", next: "Type find and a text")
        }
        return [.prompt(.opened(.find))]
      }
      return try TextSearch(state, workspace).found(arguments.text, from: 0)
    },
    answer: SpokenSearch.answer)

  static let again = Command(
    "again", "Go to the next place where the text was found.", hint: "next match",
    group: .reading, keys: [KeyBinding(.character("n"), .detail, .page, .pathways)],
    unavailable: TextSearch.unavailable,
    actions: { _, state, workspace throws(CommandFailure) in
      let search = TextSearch(state, workspace)
      return try search.found(search.text, from: search.line + 1)
    },
    answer: SpokenSearch.answer)

  static let back = Command(
    "back", "Go to the place before where the text was found.", hint: "match before",
    group: .reading, keys: [KeyBinding(.character("N"), .detail, .page, .pathways)],
    unavailable: TextSearch.unavailable,
    actions: { _, state, workspace throws(CommandFailure) in
      let search = TextSearch(state, workspace)
      return try search.foundBefore(search.text, line: search.line)
    },
    answer: SpokenSearch.answer)

  static let raw = Command(
    "raw", "Show the text of the record as it stands in its file.", group: .reading,
    unavailable: CaseRules.noCase,
    actions: { _, state, _ in
      state.look.isPlain ? [] : [.page(.opened(.raw))]
    },
    answer: { _, state, workspace in SpokenCase.raw(state, workspace) })
}
