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
}

/// What happened about the filter.
package enum FilterAction: Sendable, Equatable {
  /// Another filter was asked for.
  case asked(String)
  /// The cases of a filter were found; `row` is the case that was at hand.
  case applied(String, row: Int?)
  /// A text is no filter.
  case failed(String, QueryError)
}

extension State {
  mutating func reduceFilter(_ action: FilterAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .asked(let text):
      return [.evaluate(filter: text)]
    case .applied(let text, let row):
      filter.applied = text
      filter.error = nil
      let position = row.flatMap { workspace.results.position(ofRow: $0) }
      list.position = position ?? 0
      list.top = 0
      settleList(in: workspace)
      if position == nil { caseChanged(in: workspace) }
    case .failed(_, let error):
      filter.error = error
    }
    return []
  }
}
