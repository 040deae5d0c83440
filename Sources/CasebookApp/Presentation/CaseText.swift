import CasebookCore
import CasebookText

/// One case whole as text: every fact on its own line, then the events in order.
package enum CaseText {
  /// The lines.
  package static func lines(_ content: Case, library: Library, row: Int) -> [ShownText] {
    let facts = CaseFacts(content, dates: .long)
    var lines = facts.all.map { "\($0.label): \($0.value)" as ShownText }
    lines += facts.summary.map { "Summary: \($0)" }
    let chronology = content.chronology
    let intervals = CaseIntervals(chronology)
    lines.append("")
    lines.append(StripWords.summary(chronology))
    for (index, event) in chronology.enumerated() {
      lines.append("")
      let facts = EventFacts(event, of: content, vocabulary: library.vocabulary, dates: .long)
      lines.append("\(index + 1). \(facts.heading), \(facts.date)")
      lines += facts.all.dropFirst(2).map { "   \($0.label): \($0.value)" }
      let since = SinceBefore.words(index, of: chronology, intervals, library.vocabulary)
      if !since.isEmpty { lines.append("   \(since)") }
    }
    if !content.sources.isEmpty { lines += ["", "Sources"] }
    lines += content.sources.map { source in
      "   \(Gate.shown(source.id)): \(CaseFacts.words(source, dates: .long))"
    }
    return lines + ["", "File: \(OriginWords.line(library, row: row))"]
  }
}
