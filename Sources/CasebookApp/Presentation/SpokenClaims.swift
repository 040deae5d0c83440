import CasebookCore
import CasebookText

/// Accounts of a case that differ; none of them is chosen.
enum SpokenClaims {
  /// What is said where no account differs from another.
  static let none: ShownText = "No accounts differ in this case."

  /// Each event and key of which there are several accounts, and who gives which.
  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    var lines: [ShownText] = []
    for (index, event) in loaded.chronology.enumerated() where !event.disputedKeys.isEmpty {
      let facts = SpokenTimeline.facts(index, loaded, SpokenManner(state, workspace))
      lines.append("Event \(index + 1), \(facts.heading.lowercasedFirst).")
      for key in event.disputedKeys { lines += accounts(of: key, event, loaded, state) }
    }
    return Answer(lines.isEmpty ? [none] : lines)
  }

  private static func accounts(
    of key: String, _ event: Event, _ loaded: LoadedCase, _ state: State
  ) -> [ShownText] {
    let claims = event.claims.filter { $0.value(key) != nil }
    let label = KeyWords.label(key).lowercasedFirst
    let head: ShownText = "\(claims.count) accounts differ on the \(label)."
    return [head]
      + claims.enumerated().map { index, claim in
        let written = claim.value(key)
        let said =
          key == "date"
          ? DateText.words(written: written?.written ?? "", state.dates)
          : written?.words(state.dates) ?? "nothing"
        let sources = claim.sources.map { reference in
          loaded.content.source(reference.id).map { CaseFacts.words($0, dates: state.dates) }
            ?? Gate.shown(reference.id)
        }
        let by: ShownText =
          sources.isEmpty ? "No source given" : "By \(sources.joined(separator: "; "))"
        let account: ShownText = "Account \(index + 1) of \(claims.count): \(said)"
        return "\(SpokenText.closed(account)) \(by)."
      }
  }
}
