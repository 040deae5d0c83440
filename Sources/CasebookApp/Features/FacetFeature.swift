import CasebookCore

/// The facets beside the list: a field, and how many of the listed cases have each of its values.
package struct FacetState: Sendable, Equatable {
  /// Whether they are in sight.
  package var isOpen = false
  /// What is counted, as one types it; empty while a field is chosen.
  package var request = ""
  /// The order of the values; the one that says most where nothing was chosen.
  package var order: Facet.Order?
  /// The row at hand, from 0.
  package var position = 0
  /// The first row shown.
  package var top = 0
}

/// What happened in the facets.
package enum FacetAction: Sendable, Equatable {
  /// A field was asked for, or, where the text is empty, the choice of one.
  case asked(String)
  /// They were left.
  case closed
  /// The reader went some rows on, or back where negative.
  case moved(by: Int)
  /// The reader went some screens on, or back where negative.
  case paged(by: Int)
  /// The reader went to a row, from 0; beyond the ends means the ends.
  case went(to: Int)
  /// The values were put in another order.
  case ordered(Facet.Order)
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
    case .moved(let count): facets.position += count
    case .paged(let count): facets.position += count * max(1, layout.facetRows - 1)
    case .went(let position): facets.position = position
    case .ordered(let order):
      facets.order = order
      facets.position = 0
    case .counted: break
    }
    settleFacets(in: workspace)
    return []
  }

  private mutating func openFacets(_ request: String, in workspace: Workspace) -> [Effect] {
    if request != facets.request { facets = FacetState(request: request) }
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

  /// Brings the row into the facets and into sight.
  mutating func settleFacets(in workspace: Workspace) {
    guard facets.isOpen else { return }
    let rows = FacetRows(self, workspace)
    facets.position = min(max(0, facets.position), max(0, rows.count - 1))
    let scrolled = rows.count - (rows.answer != nil && layout.keepsUnsaid ? 1 : 0)
    facets.top = top(
      facets.top, holding: min(facets.position, max(0, scrolled - 1)), of: scrolled,
      rows: layout.facetRows)
  }
}
