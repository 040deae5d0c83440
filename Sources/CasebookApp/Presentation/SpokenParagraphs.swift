import CasebookCore
import CasebookText

/// The long texts of a case, a paragraph at a time.
enum SpokenParagraphs {
  /// The paragraphs: those of the summary, then what the events say at length.
  static func all(_ state: State, _ workspace: Workspace) -> [ShownText] {
    guard let loaded = workspace.loadedCase(at: state.list.position) else { return [] }
    let summary = CaseFacts(loaded.content).summary
    let ofEvents = loaded.chronology.indices.flatMap { index in
      let facts = SpokenTimeline.facts(index, loaded, SpokenManner(state, workspace))
      return facts.text.map { text in
        "Event \(index + 1), \(facts.heading.lowercasedFirst). \(text)" as ShownText
      }
    }
    return summary + ofEvents
  }

  /// The paragraph that a number from 1 means; the first where none is typed.
  static func index(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    let count = all(state, workspace).count
    guard count > 0 else {
      throw CommandFailure("The case has no long text", next: "Type show for its fields")
    }
    if arguments.isEmpty { return 0 }
    guard let number = arguments.number, number >= 1, number <= count else {
      throw CommandFailure(
        "There is no paragraph \(Gate.shown(arguments.text))",
        next: "Type a number from 1 to \(count)")
    }
    return number - 1
  }

  /// "Paragraph 1 of 6. ..."; Enter alone reads on.
  static func answer(_ state: State, _ workspace: Workspace) -> Answer {
    let paragraphs = all(state, workspace)
    guard let index = state.detail.paragraph, paragraphs.indices.contains(index) else {
      return Answer(["The case has no long text."])
    }
    let head: ShownText = "Paragraph \(index + 1) of \(paragraphs.count)."
    let isLast = index + 1 == paragraphs.count
    return Answer(
      [head, SpokenText.closed(paragraphs[index])] + (isLast ? ["End of text."] : []),
      more: isLast ? nil : "more")
  }
}
