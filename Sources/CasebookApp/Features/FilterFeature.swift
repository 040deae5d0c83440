import CasebookCore
import CasebookText

/// Which cases are listed.
package struct FilterState: Sendable, Equatable {
  /// The filter in force, as typed; empty where all cases are listed.
  package var applied = ""
  /// The terms of the filter in force, and those switched off.
  package var terms: [FilterTerm] = []
  /// Whether the case at hand stayed at hand when the filter in force came.
  package var keptCase = false
  /// Whether Enter asked for the error of a text that is not finished.
  package var isErrorAsked = false
  /// The term at hand while the reader steps through them, from 0.
  package var term: Int?
  /// The filter that was in force when typing began, for taking back.
  package var beforeTyping: String?
  /// Why the text being typed is no filter yet; the one before it stays in force.
  package var error: QueryError?
  /// The filter whose cases are being looked for; the one in force is listed meanwhile.
  package var awaited: String?
  /// How far that is; nothing where it is soon done.
  package var progress: WorkProgress?
  /// What is to be in place once the cases are found, where terms are changed and not typed.
  var wanted: Wanted?

  /// Terms on their way into force.
  struct Wanted: Sendable, Equatable {
    var terms: [FilterTerm]
    /// The term at hand afterwards.
    var term: Int?
    /// The row to go to; that of the case at hand where nothing is said.
    var row: Int?
  }
}

/// What happened about the filter.
package enum FilterAction: Sendable, Equatable {
  /// Another filter was asked for.
  case asked(String)
  /// Other terms were asked for; `term` is the one at hand afterwards.
  case termsAsked([FilterTerm], term: Int?)
  /// The reader went to a term, from 0, or left the terms.
  case termChosen(Int?)
  /// A text is a filter, and its cases are being looked for.
  case awaited(String)
  /// The cases of the filter being looked for are no longer wanted.
  case givenUp
  /// Looking for the cases takes long.
  case progressed(WorkProgress)
  /// The cases of a filter were found; `row` is the case that was at hand.
  case applied(String, row: Int?)
  /// A text is no filter.
  case failed(String, QueryError)
}

extension State {
  mutating func reduceFilter(_ action: FilterAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .asked(let text):
      filter.wanted = nil
      return [.ask(.filter(text))]
    case .termsAsked(let terms, let term):
      return want(terms, term: term)
    case .termChosen(let term):
      filter.term =
        filter.terms.isEmpty ? nil : term.map { min(max(0, $0), filter.terms.count - 1) }
    case .awaited(let text):
      filter.error = nil
      filter.awaited = text
      filter.progress = nil
    case .givenUp:
      filter.wanted = nil
      filter.awaited = nil
      filter.progress = nil
    case .progressed(let progress):
      filter.progress = progress
    case .applied(let text, let row):
      return apply(text, row: row, in: workspace)
    case .failed(_, let error):
      filter.wanted = nil
      filter.error = error
      // What is wrong is mended before anything is added.
      if !error.isUnfinished { prompt?.suggestions = [] }
    }
    return []
  }

  /// Asks for terms, which are in place once their cases are found.
  mutating func want(_ terms: [FilterTerm], term: Int? = nil, row: Int? = nil) -> [Effect] {
    filter.wanted = FilterState.Wanted(terms: terms, term: term, row: row)
    return [.ask(.filter(terms.text))]
  }

  private mutating func apply(_ text: String, row: Int?, in workspace: Workspace) -> [Effect] {
    let wanted = filter.wanted.flatMap { $0.terms.text == text ? $0 : nil }
    filter.terms = wanted?.terms ?? filter.terms.following(text)
    filter.term = (wanted?.term).flatMap { filter.terms.isEmpty ? nil : $0 }
    filter.term = filter.term.map { min($0, filter.terms.count - 1) }
    filter.wanted = nil
    filter.applied = text
    // An error stays: it is of a text typed since.
    filter.awaited = nil
    filter.progress = nil
    let position = (wanted?.row ?? row).flatMap { workspace.results.position(ofRow: $0) }
    filter.keptCase = wanted?.row == nil && position != nil
    list.position = position ?? 0
    list.top = 0
    settleList(in: workspace)
    let isAnother = wanted?.row.map { $0 != row } ?? false
    if position == nil || isAnother { caseChanged(in: workspace) }
    return questionsOfList() + facetsToFollow
  }
}
