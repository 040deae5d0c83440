import CasebookCore
import CasebookText

/// Which cases are listed.
package struct FilterState: Sendable, Equatable {
  /// The filter in force, as typed; empty where all cases are listed.
  package var applied = ""
  /// The filter that was in force when typing began, for taking back.
  package var beforeTyping: String?
  /// Why the text being typed is no filter yet; the one before it stays in force.
  package var error: QueryError?
  /// The filter whose cases are being looked for; the one in force is listed meanwhile.
  package var awaited: String?
  /// How far that is; nothing where it is soon done.
  package var progress: WorkProgress?
}

/// What happened about the filter.
package enum FilterAction: Sendable, Equatable {
  /// Another filter was asked for.
  case asked(String)
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
      return [.ask(.filter(text))]
    case .awaited(let text):
      filter.error = nil
      filter.awaited = text
      filter.progress = nil
    case .givenUp:
      filter.awaited = nil
      filter.progress = nil
    case .progressed(let progress):
      filter.progress = progress
    case .applied(let text, let row):
      filter.applied = text
      // An error stays: it is of a text typed since.
      filter.awaited = nil
      filter.progress = nil
      let position = row.flatMap { workspace.results.position(ofRow: $0) }
      list.position = position ?? 0
      list.top = 0
      settleList(in: workspace)
      if position == nil { caseChanged(in: workspace) }
      return questionsOfList()
    case .failed(_, let error):
      filter.error = error
    }
    return []
  }
}
