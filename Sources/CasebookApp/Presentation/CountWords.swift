import CasebookCore
import CasebookText

/// Numbers of things in words.
package enum CountWords {
  /// "1 case", "79,053 cases".
  package static func cases(_ count: Int) -> ShownText { .plural(count, "case", "cases") }
  /// "1 event", "7 events".
  package static func events(_ count: Int) -> ShownText { .plural(count, "event", "events") }

  /// "14 do not say", "1 does not say": cases in which a value that is compared is missing.
  package static func unsaid(_ count: Int) -> ShownText {
    .plural(count, "does not say", "do not say")
  }
}

/// A number of cases with what it is of and what is left out beside it. Every place that says how
/// many cases there are takes its words from here.
package struct CaseCount: Sendable, Equatable {
  /// How many cases are meant.
  package var count: Int
  /// How many cases they are of; nil if they are all.
  package var total: Int?
  /// How many of the cases are people and how many are rows without an id; nil if all are people.
  package var tally: CaseTally?
  /// How many cases a filter leaves out because they do not say.
  package var unknown = 0
  /// How the list is narrowed because its cases are lined up; nil if it is not.
  package var alignment: ShownText?
  /// How many terms of the filter are switched off.
  package var switchedOff = 0
  /// What makes the number less than final, such as ", partial".
  package var mark: ShownText = ""

  /// Counts some of a number of cases.
  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = count == total ? nil : total
  }

  /// Counts the cases that a filter finds in a library.
  package init(_ found: Selection, in library: Library) {
    self.init(found.count, of: library.caseCount)
    unknown = found.unknownCount
    tally = Self.mixed(found.tally(in: library))
    if library.isPartial { mark = ", partial" }
  }

  /// Counts all cases of a library.
  package init(_ library: Library) {
    self.init(library.caseCount, of: library.caseCount)
    tally = Self.mixed(library.tally)
    if library.isPartial { mark = ", partial" }
  }

  /// Counts that are worth saying: of people alone, the number of cases says all.
  private static func mixed(_ tally: CaseTally) -> CaseTally? {
    tally.rowsWithoutID > 0 ? tally : nil
  }

  /// Counts the listed cases.
  package init(_ state: State, _ workspace: Workspace) {
    let isWhole =
      state.filter.terms.allSatisfy { !$0.isOn || $0.isOrder } && state.lineup.anchor == nil
    count = isWhole ? workspace.library.caseCount : workspace.results.count
    total = isWhole ? nil : workspace.library.caseCount
    unknown = workspace.unknownCount ?? 0
    tally = Self.mixed(workspace.tally)
    alignment = LineupWords.leftOut(state, workspace)
    switchedOff = state.filter.terms.count { !$0.isOn }
    mark = LoadingWords.spokenMark(state.loading)
  }

  /// "16 of 36 cases", "36 cases".
  package var head: ShownText {
    total.map { "\(grouped: count) of \(CountWords.cases($0))" } ?? CountWords.cases(count)
  }

  /// "18,035 people and 4,053 rows without an id"; nil if all cases are people.
  package var composition: ShownText? {
    tally.map { tally in
      let rows = ShownText.plural(
        tally.rowsWithoutID, "row without an id", "rows without an id")
      guard tally.people > 0 else { return rows }
      return "\(ShownText.plural(tally.people, "person", "people")) and \(rows)"
    }
  }

  /// "22,088 cases: 18,035 people and 4,053 rows without an id".
  package var composed: ShownText { composition.map { "\(head): \($0)" } ?? head }

  /// "14 do not say"; nil if no case is left out for that.
  package var unsaid: ShownText? {
    unknown == 0 ? nil : CountWords.unsaid(unknown)
  }

  /// What is left out beside the number, each as a clause.
  package var leftOut: [ShownText] {
    let off: ShownText? =
      switchedOff == 0 ? nil : "\(ShownText.plural(switchedOff, "term", "terms")) switched off"
    return [unsaid, alignment, off].compactMap(\.self)
  }

  /// "16 of 36 cases; 14 do not say".
  package var words: ShownText { ([composed + mark] + leftOut).joined(separator: "; ") }

  /// "16 of 36 cases match. 14 do not say.", "0 of 1 case matches.", as sentences for the ear.
  package var matching: ShownText {
    sentences(head + (count == 1 || total == 1 ? " matches" : " match"))
  }

  /// "16 of 36 cases. 14 do not say.", as sentences for the ear.
  package var sentences: ShownText { sentences(head) }

  /// The number within other words, followed by what is left out, as sentences.
  package func sentences(_ head: ShownText) -> ShownText {
    ([head + mark, composition].compactMap(\.self) + leftOut).map { "\($0)." as ShownText }.joined(
      separator: " ")
  }
}
