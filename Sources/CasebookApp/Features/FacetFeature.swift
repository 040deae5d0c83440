import CasebookCanvas
import CasebookCore

/// The facets beside the list: a field, and how many of the listed cases have each of its values.
package struct FacetState: Sendable, Equatable {
  /// Whether they are in sight.
  package var isOpen = false
  /// What is counted, as one types it; empty while a field is chosen.
  package var request = ""
  /// The order of the values; the one that says most where nothing was chosen.
  package var order: Facet.Order?
  /// What was typed to find a field, while one is chosen.
  package var sought = ""
  /// Whether two fields are crossed, which takes the whole width of the screen.
  package var isCross = false
  /// Whether the cells of two crossed fields are numbers of cases, and not shares of their row.
  package var showsCounts = false
  /// How many columns of two crossed fields are scrolled out of sight to the left.
  package var column = 0
  /// The row at hand, from 0.
  package var position = 0
  /// What the selected row is of, to find it again when the rows are reordered.
  var row: FacetRows.Key?
  /// The first row shown.
  package var top = 0
}

/// What happened in the facets.
package enum FacetAction: Sendable, Equatable {
  /// A field was asked for, or, where the text is empty, the choice of one.
  case asked(String)
  /// They were left.
  case closed
  /// A text was typed to find a field, while one is chosen.
  case sought(String)
  /// The reader went some rows on, or back where negative.
  case moved(by: Int)
  /// The reader went some screens on, or back where negative.
  case paged(by: Int)
  /// The reader went to a row, from 0; beyond the ends means the ends.
  case went(to: Int)
  /// The values were put in another order.
  case ordered(Facet.Order)
  /// The columns of two crossed fields were scrolled, to the left if negative.
  case scrolled(by: Int)
  /// The cells of two crossed fields became numbers of cases, or shares again.
  case countsShown(Bool)
  /// The cases were counted.
  case counted
}

extension State {
  mutating func reduceFacets(_ action: FacetAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .asked(let request): return openFacets(request, in: workspace)
    case .closed:
      facets.isOpen = false
      focus = .list
      settleList(in: workspace)
      return []
    case .sought(let text):
      facets.sought = text
      facets.position = 0
    case .moved(let count): facets.position += count
    case .paged(let count): facets.position += count * max(1, layout.facetRows - 1)
    case .went(let position): facets.position = position
    case .ordered(let order):
      facets.order = order
      findRow(in: workspace)
    case .scrolled(let columns): facets.column += columns
    case .countsShown(let areShown): facets.showsCounts = areShown
    case .counted: findRow(in: workspace)
    }
    settleFacets(in: workspace)
    return []
  }

  private mutating func openFacets(_ request: String, in workspace: Workspace) -> [Effect] {
    if request != facets.request {
      facets = FacetState(request: request)
      let read = try? FacetRequest(request, in: workspace.schema, asOf: workspace.asOf)
      facets.isCross = read?.columns != nil
    }
    filter.term = nil
    if !look.isPlain {
      facets.isOpen = true
      focus = .facets
      settleList(in: workspace)
    }
    settleFacets(in: workspace)
    return request.isEmpty ? [] : [.ask(.facets(request))]
  }

  /// The facets follow the filter as long as they are in sight.
  var facetsToFollow: [Effect] {
    facets.isOpen && !facets.request.isEmpty ? [.ask(.facets(facets.request))] : []
  }

  /// Goes to the row of the selected value, which may have moved.
  private mutating func findRow(in workspace: Workspace) {
    guard let key = facets.row else { return }
    facets.position = FacetRows(self, workspace).position(of: key) ?? facets.position
  }

  /// Brings the row into the facets and into sight.
  mutating func settleFacets(in workspace: Workspace) {
    guard facets.isOpen else { return }
    let rows = FacetRows(self, workspace)
    facets.position = min(max(0, facets.position), max(0, rows.count - 1))
    if rows.count > 0 { facets.row = rows.key(rows[facets.position]) }
    if let columns = rows.answer?.columns {
      facets.column = min(max(0, facets.column), max(0, columns.values.count - 1))
    }
    let scrolled = rows.count - (rows.answer != nil && layout.keepsUnsaid ? 1 : 0)
    facets.top = top(
      facets.top, holding: min(facets.position, max(0, scrolled - 1)), of: scrolled,
      rows: layout.facetRows)
  }
}

extension State {
  /// What a key does to the text that finds a field, while one is chosen; nil for keys that do
  /// something else there.
  func seeking(_ key: Key) -> Action? {
    guard context == .facets, facets.request.isEmpty else { return nil }
    switch key {
    case .character(let letter) where letter.isLetter || letter.isNumber || "_.".contains(letter):
      return .facets(.sought(facets.sought + String(letter)))
    case .backspace where !facets.sought.isEmpty:
      return .facets(.sought(String(facets.sought.dropLast())))
    case .escape where !facets.sought.isEmpty: return .facets(.sought(""))
    default: return nil
    }
  }
}
