import CasebookCore
import CasebookText

/// What plain mode says of the ways to go on with a filter.
enum SpokenCompletion {
  /// Ways that are said at once.
  private static let limit = 10

  static func answer(_ text: String, _ state: State, _ workspace: Workspace) -> Answer {
    let found = workspace.suggestions(
      for: text, cursor: text.utf8.count, saved: state.notebook.filters)
    guard !found.isEmpty else { return Answer(["Nothing known goes on from there."]) }
    let bytes = Array(text.utf8)
    let said = found.prefix(limit)
    var lines = said.enumerated().map { index, suggestion -> ShownText in
      let words = SpokenText.closed(SuggestionWords.words(suggestion))
      return "\(index + 1). \(words)"
    }
    lines.insert(SpokenRange.line("Ways to go on", 0..<said.count, of: found.count), at: 0)
    let left = found.count - said.count
    lines.append(left == 0 ? "End of list." : "\(grouped: left) more. Type more of the word.")
    let choices = said.map { suggestion in
      let head = String(decoding: bytes[..<suggestion.range.lowerBound], as: UTF8.self)
      return Choices.Choice(
        Gate.shown(suggestion.text), line: verb(suggestion) + " " + head + suggestion.text)
    }
    return Answer(lines, choices: Choices("way to go on", choices))
  }

  /// What is whole filters; anything else is gone on with.
  private static func verb(_ suggestion: Suggestion) -> String {
    switch suggestion.kind {
    case .value, .trait, .bound, .saved: "filter"
    case .type, .field, .keyword, .interval: "complete"
    }
  }
}

/// A way to go on with a filter, in words.
enum SuggestionWords {
  /// "outcome:, field, given 24 times".
  static func words(_ suggestion: Suggestion) -> ShownText {
    let text = Gate.shown(suggestion.text)
    guard let note = note(suggestion) else { return text }
    return "\(text), \(note)"
  }

  /// What it is, and how much of it there is.
  static func note(_ suggestion: Suggestion) -> ShownText? {
    let count = suggestion.count ?? 0
    switch suggestion.kind {
    case .field:
      return count == 0 ? "field" : "field, given \(ShownText.plural(count, "time", "times"))"
    case .type: return count == 0 ? "event" : CountWords.events(count)
    case .value: return CountWords.cases(count)
    case .interval: return "interval"
    case .saved: return "saved filter"
    case .keyword, .trait, .bound: return nil
    }
  }
}
