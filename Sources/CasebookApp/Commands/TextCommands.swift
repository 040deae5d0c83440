import CasebookCore
import CasebookText

/// Commands that read a case in parts: its long texts, its fields, its sources.
enum TextCommands {
  static let all = [text, more, fields, source, claims, compare]

  static let text = Command(
    "text", "Read the long texts of the case, a paragraph at a time.", group: .reading,
    parameter: .init("NUMBER"), unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let index = try SpokenParagraphs.index(arguments, state, workspace)
      return state.look.isPlain
        ? [.detail(.read(paragraph: index))] : [.focused(.detail), .detail(.went(to: 0))]
    },
    answer: { _, state, workspace in SpokenParagraphs.answer(state, workspace) })

  static let more = Command(
    "more", "Read on: the next paragraph, or one screen on.", group: .reading,
    unavailable: { state, workspace in
      if let empty = CaseRules.noCase(state, workspace) { return empty }
      guard state.look.isPlain else { return nil }
      guard let paragraph = state.detail.paragraph else {
        return CommandFailure("No text is being read", next: "Type text to begin")
      }
      return paragraph + 1 < SpokenParagraphs.all(state, workspace).count
        ? nil : CommandFailure("This is the last paragraph", next: "Type text to begin again")
    },
    actions: { _, state, _ in
      state.look.isPlain
        ? [.detail(.read(paragraph: (state.detail.paragraph ?? -1) + 1))]
        : FocusMoves.paged(by: 1, state)
    },
    answer: { _, state, workspace in SpokenParagraphs.answer(state, workspace) })

  static let fields = Command(
    "fields", "Name the fields that have a value.", group: .reading,
    unavailable: CaseRules.noCase,
    actions: { _, state, _ in state.look.isPlain ? [] : [.focused(.detail)] },
    answer: { _, state, workspace in SpokenFields.answer(state, workspace) })

  static let source = Command(
    "source", "Show one source whole, by its number, and what it tells.", group: .reading,
    parameter: .init("NUMBER"), unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      _ = try SpokenSources.index(arguments, state, workspace)
      return try ReadingCommands.sources.actions(Arguments(), state, workspace)
    },
    answer: { arguments, state, workspace in
      guard let index = try? SpokenSources.index(arguments, state, workspace) else {
        return SpokenSources.list(state, workspace)
      }
      return SpokenSources.answer(index, state, workspace)
    })

  static let claims = Command(
    "claims", "Say where accounts of the case differ, and who gives which.", group: .reading,
    unavailable: CaseRules.noCase,
    actions: { _, state, workspace in
      guard !state.look.isPlain else { return [] }
      if workspace.loadedCase(at: state.list.position)?.content.disputedKeys.isEmpty == false {
        return [.focused(.detail), .detail(.went(to: 0))]
      }
      let events = workspace.chronology(at: state.list.position)
      guard let first = events.firstIndex(where: { !$0.disputedKeys.isEmpty }) else {
        return [.said(Message(.information, SpokenClaims.none))]
      }
      return [.timeline(.went(to: first)), .focused(.detail)]
    },
    answer: { _, state, workspace in SpokenClaims.answer(state, workspace) })

  static let compare = Command(
    "compare", "Compare the case with another: only what differs.", group: .reading,
    parameter: .init("NUMBER or ID", required: "2", takesIDs: true), unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let other = try SpokenComparison.position(arguments, state, workspace)
      guard !state.look.isPlain, let row = workspace.results.row(at: other) else { return [] }
      return [.page(.opened(.comparison(row: row)))]
    },
    answer: { arguments, state, workspace in
      guard let other = try? SpokenComparison.position(arguments, state, workspace),
        let loaded = workspace.loadedCase(at: other)
      else { return .nothing }
      return Answer(SpokenComparison.lines(with: loaded, state, workspace))
    })
}
