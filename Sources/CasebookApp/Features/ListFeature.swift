/// Where the reader is among the listed cases.
package struct ListState: Sendable, Equatable {
  /// The position of the case at hand, from 0; 0 too where no case is listed.
  package var position = 0
  /// The first position shown.
  package var top = 0
  /// The columns that were chosen, as ``ListColumn`` writes them; nothing where none were.
  package var columns: String?
}

/// What happened in the list.
package enum ListAction: Sendable, Equatable {
  /// The reader went some cases on, or back where negative.
  case moved(by: Int)
  /// The reader went some screens on, or back where negative.
  case paged(by: Int)
  /// The reader went to a position, from 0; beyond the ends means the ends.
  case went(to: Int)
  /// Columns were chosen; nothing gives the list back to what it was.
  case columnsChosen(String?)
}

extension State {
  mutating func reduceList(_ action: ListAction, in workspace: Workspace) -> [Effect] {
    let before = list.position
    switch action {
    case .moved(let count): list.position += count
    case .paged(let count): list.position += count * max(1, layout.listRows - 1)
    case .went(let position):
      list.position = position
      history.jump()
    case .columnsChosen(let columns):
      list.columns = columns
      settlePage(in: workspace)
      return [.keep(.columns(library: notebook.library, columns))]
    }
    settleList(in: workspace)
    if list.position != before { caseChanged(in: workspace) }
    return []
  }

  /// Brings the position into the list and into sight.
  mutating func settleList(in workspace: Workspace) {
    let count = workspace.results.count
    list.position = min(max(0, list.position), max(0, count - 1))
    list.top = top(list.top, holding: list.position, of: count, rows: layout.listRows)
  }

  /// Begins another case at its beginning.
  mutating func caseChanged(in workspace: Workspace) {
    detail = DetailState()
    timeline = timeline.ofAnotherCase
  }
}
