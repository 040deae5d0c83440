import CasebookCanvas
import CasebookText

/// Commands about what is under way.
enum LoadingCommands {
  static let all = [reload, stop]

  static let reload = Command(
    "reload", "Read again the files that changed on disk; the selected case stays.",
    group: .program, keys: [KeyBinding(.function(5))],
    unavailable: { state, workspace in
      if state.loading.isGoing {
        return CommandFailure("It is still being loaded", next: "Wait, or type stop")
      }
      return workspace.library.files.contains { $0.path != nil }
        ? nil
        : CommandFailure(
          "The library is no files that could be read again",
          next: "Start casebook with a folder or file")
    },
    actions: { _, _, _ in [.files(.reloadAsked)] },
    answer: { _, state, workspace in
      guard let difference = state.files.difference else { return Answer([]) }
      let place = SpokenCase.positionLine(state, workspace)
      let lost = state.files.lostCase.map { [FileWords.lost($0)] } ?? []
      return Answer([FileWords.reloaded(difference)] + lost + (difference.isNone ? [] : [place]))
    })

  static let stop = Command(
    "stop", "Stop loading, or looking for a filter's cases; what is there stays.", hint: "stop",
    group: .program, keys: [.anywhere(.character("X"))],
    unavailable: { state, _ in
      state.loading.isGoing || state.filter.awaited != nil
        ? nil : CommandFailure("Nothing is under way", next: "Type help for the commands")
    },
    actions: { _, _, _ in [.stopAsked] },
    answer: { _, state, workspace in
      let count = CountWords.cases(workspace.library.caseCount)
      return Answer(
        [
          LoadingWords.sentence(state.loading),
          "\(count)\(LoadingWords.spokenMark(state.loading)).",
        ]
        .compactMap(\.self))
    })
}
