import CasebookCanvas
import CasebookText

/// Commands about what is under way.
enum LoadingCommands {
  static let all = [stop]

  static let stop = Command(
    "stop", "Stop loading, or looking for a filter's cases; what is there stays.", hint: "stop",
    group: .program, keys: [.anywhere(.character("X"))],
    unavailable: { state, _ in
      state.loading.isGoing || state.filter.awaited != nil ? nil : "Nothing is under way"
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
