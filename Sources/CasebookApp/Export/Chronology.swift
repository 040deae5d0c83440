import CasebookCore
import CasebookText

/// One case as a chronology in Markdown, for an editor or a lawyer: every fact with its source.
package enum Chronology {
  /// The lines of a case. `settings` name its types of events and its intervals; `origin` is the file
  /// and line of the record, to cite, or `nil` to leave them out.
  package static func lines(
    _ content: Case, settings: LibrarySettings, origin: ShownText?
  ) -> [ShownText] {
    let facts = CaseFacts(content, dates: .long)
    var lines = ["# \(marked(Gate.shown(content.title ?? content.id)))" as ShownText, ""]
    lines += facts.all.dropFirst().map(item)
    if let origin { lines.append(item(Fact("File", origin))) }
    for paragraph in facts.summary { lines += ["", marked(paragraph)] }
    lines += ["", "## Chronology", ""]
    lines.append(SpokenText.closed(marked(StripWords.summary(content.chronology))))
    lines += events(content, settings)
    guard !content.sources.isEmpty else { return lines }
    lines += ["", "## Sources", ""]
    return lines
      + content.sources.map { source in
        let link: ShownText = source.text("url").map { " <\(address($0))>" } ?? ""
        let words = CaseFacts.words(withoutAddress(source), dates: .long)
        return "- **\(marked(Gate.shown(source.id)))**: \(marked(words))\(link)"
      }
  }

  private static func events(_ content: Case, _ settings: LibrarySettings) -> [ShownText] {
    let chronology = content.chronology
    let intervals = CaseIntervals(chronology, names: settings.intervals)
    var lines: [ShownText] = []
    for (index, event) in chronology.enumerated() {
      let facts = EventFacts(event, of: content, vocabulary: settings.vocabulary, dates: .long)
      lines += ["", "### \(index + 1). \(marked(facts.date)): \(marked(facts.heading))", ""]
      let all = facts.all.dropFirst(2)
      lines += all.filter { $0.label != "Source" }.map(item)
      let since = SinceBefore.words(index, of: chronology, intervals, settings.vocabulary)
      if !since.isEmpty { lines.append(item(Fact("Interval", since))) }
      lines += sources(facts)
    }
    return lines
  }

  /// The sources by the ids under which they are listed, with page or row.
  private static func sources(_ facts: EventFacts) -> [ShownText] {
    let references = facts.event.allSources
    guard !references.isEmpty else { return ["- Source: none given"] }
    return references.map { reference in
      "- Source: **\(marked(Gate.shown(reference.id)))**, \(marked(facts.words(reference)))"
    }
  }

  private static func item(_ fact: Fact) -> ShownText {
    "- \(marked(fact.label)): \(marked(fact.value))"
  }

  private static func withoutAddress(_ source: Source) -> Source {
    Source(fields: source.fields.filter { $0.key != "url" })
  }

  // MARK: - Markdown

  /// The text as Markdown shows it: signs that would mean something stand behind a backslash.
  static func marked(_ text: ShownText) -> ShownText {
    var marked = ""
    for character in text.string {
      if "\\`*_[]<>#|&".contains(character) { marked.append("\\") }
      marked.append(character)
    }
    return Gate.shown(marked)
  }

  /// An address within `<` and `>`; what would end it, and blanks, as the web writes them.
  private static func address(_ text: String) -> ShownText {
    let escapes: [Character: String] = ["<": "%3C", ">": "%3E", " ": "%20"]
    return Gate.shown(text.map { escapes[$0] ?? String($0) }.joined())
  }
}
