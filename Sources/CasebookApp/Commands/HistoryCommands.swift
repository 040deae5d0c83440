import CasebookText

/// Commands that take back what was done, and do it again.
enum HistoryCommands {
  static let all = [undo, redo]

  static let undo = Command(
    "undo", "Take back the latest change of filter, order or place, or bring back discarded text.",
    hint: "undo", group: .finding,
    keys: [.anywhere(.character("u"))],
    unavailable: { state, _ in
      if !state.look.isPlain, state.history.isTextNext { return nil }
      if state.page != nil, !state.look.isPlain {
        return CommandFailure("Nothing on this page can be taken back", next: "Press q to leave it")
      }
      return state.history.past.isEmpty
        ? CommandFailure("There is nothing to take back", next: "Type history for what was typed")
        : nil
    },
    actions: { _, _, _ in [.history(.undone)] },
    answer: { _, state, workspace in answer("Taken back", state, workspace) })

  static let redo = Command(
    "redo", "Do again what was taken back.", hint: "redo", group: .finding,
    keys: [KeyBinding(.control("r"), .list, .detail, .timeline, .facets, .terms)],
    unavailable: { state, _ in
      state.history.future.isEmpty
        ? CommandFailure("There is nothing to do again", next: "Type history for what was typed")
        : nil
    },
    actions: { _, _, _ in [.history(.redone)] },
    answer: { _, state, workspace in answer("Done again", state, workspace) })

  /// "Taken back. Filter: hartford. 9 of 36 cases match."
  private static func answer(
    _ what: ShownText, _ state: State, _ workspace: Workspace
  ) -> Answer {
    var answer = SpokenFilter.answer(state, workspace)
    answer.lines[0] = "\(what). \(answer.lines[0])"
    if state.filter.applied.isEmpty {
      answer.lines.append(SpokenCase.positionLine(state, workspace))
    }
    return answer
  }
}
