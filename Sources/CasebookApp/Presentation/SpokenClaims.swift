import CasebookCore
import CasebookText

/// Accounts of a case that differ; none of them is chosen.
enum SpokenClaims {
  /// What is said where no account differs from another.
  static let none: ShownText = "No accounts differ in this case."

  /// Each key of the case and of its events of which there are several accounts, and who gives which.
  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    let content = loaded.content
    var lines: [ShownText] = content.disputedKeys.isEmpty ? [] : ["Case."]
    for key in content.disputedKeys { lines += accounts(of: key, content.claims, loaded, state) }
    for (index, event) in loaded.chronology.enumerated() where !event.disputedKeys.isEmpty {
      let facts = SpokenTimeline.facts(index, loaded, SpokenManner(state, workspace))
      lines.append("Event \(index + 1), \(facts.heading.lowercasedFirst).")
      for key in event.disputedKeys { lines += accounts(of: key, event.claims, loaded, state) }
    }
    return Answer(lines.isEmpty ? [none] : lines)
  }

  private static func accounts(
    of key: String, _ claims: [Claim], _ loaded: LoadedCase, _ state: State
  ) -> [ShownText] {
    let claims = claims.filter { $0.value(key) != nil }
    let head: ShownText = "\(AccountWords.count(on: key, claims))."
    return [head]
      + claims.enumerated().map { index, claim in
        let said =
          claim.value(key).map { AccountWords.said($0, key, state.dates, of: claim) } ?? "nothing"
        let sources = claim.sources.map { reference -> ShownText in
          let words = loaded.content.source(reference.id)
            .map { CaseFacts.words($0, dates: state.dates) }
          guard let words else { return AccountWords.place(reference) }
          return reference.locator.map { "\(words), \(Gate.shown($0))" } ?? words
        }
        let by: ShownText =
          sources.isEmpty ? "No source given" : "By \(sources.joined(separator: "; "))"
        let account: ShownText = "Account \(index + 1) of \(claims.count): \(said)"
        return "\(SpokenText.closed(account)) \(by)."
      }
  }
}
