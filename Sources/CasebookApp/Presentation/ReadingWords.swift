import CasebookCore
import CasebookText

/// What else a single word may mean, in words.
package enum ReadingWords {
  /// "In earlier versions this filter found 33 cases, because : also matched inside words; now it
  /// finds 24. Type sex:/male/ for those.", of a saved filter whose meaning has changed; nil if it has not.
  package static func change(_ plan: QueryPlan, in library: Library) -> ShownText? {
    guard let change = plan.change(in: library) else { return nil }
    let before: ShownText =
      "In earlier versions this filter found \(CountWords.cases(change.before)), because : also"
      + " matched inside words; now it finds \(grouped: change.now)"
    return "\(before). Type \(Gate.shown(change.spelling)) for those."
  }

  /// "Text has "women": 0 of 36 cases. sex is female: 9 cases."
  package static func line(
    of word: String, _ count: Int, in total: Int, other: (filter: String, count: Int)
  ) -> ShownText {
    let text: ShownText =
      "Text has \(ProblemWords.quoted(word)): \(grouped: count) of \(CountWords.cases(total))"
    return "\(text). \(self.other(other))."
  }

  /// "sex is female: 9 cases", of the other reading alone.
  package static func other(_ other: (filter: String, count: Int)) -> ShownText {
    "\(TermWords().words(other.filter)): \(CountWords.cases(other.count))"
  }
}
