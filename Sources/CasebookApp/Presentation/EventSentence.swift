import CasebookCore
import CasebookText

/// An event of a chronology in one line: what, when, and the time since the event before.
package struct EventSentence {
  /// "Detainer, 13 October 2023 to 1 February 2024. 29 days after the charge."; empty where there
  /// is no such event.
  package let words: ShownText
  /// The time since the event before, where there was no room for it; else empty.
  package let rest: ShownText

  /// As much as fits into columns: all, all with the date in few columns, "Detainer, 29 days after
  /// the charge.", or at the least "Detainer, 13 Oct 2023."
  package init(
    _ index: Int, of chronology: [Event], _ intervals: CaseIntervals, _ vocabulary: Vocabulary,
    columns: Int = .max
  ) {
    guard chronology.indices.contains(index) else {
      (words, rest) = (.empty, .empty)
      return
    }
    let event = chronology[index]
    let name = Gate.shown(event.label ?? vocabulary.type(event.type).label)
    let dated = [
      DateText.words(event, .long), event.date.map(DateText.brief) ?? DateText.words(event, .short),
    ]
    .map { "\(name), \($0)." as ShownText }
    let since = SinceBefore.words(
      index, of: chronology, intervals, vocabulary, isBrief: true)
    let joined: [ShownText] =
      since.isEmpty
      ? [] : dated.map { "\($0) \(since)." } + ["\(name), \(since.lowercasedFirst)."]
    if let all = joined.first(where: { $0.columns <= columns }) {
      (words, rest) = (all, .empty)
    } else {
      words = dated.first { $0.columns <= columns } ?? dated[1]
      rest = since.isEmpty ? .empty : "\(since)."
    }
  }
}
