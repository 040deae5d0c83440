import CasebookCore

/// A case by its row and its id: of a library that was loaded anew the id still holds.
struct CasePlace: Sendable, Equatable {
  var row: Int
  var id: String
}

extension Workspace {
  /// The case at hand; while the library is loaded anew, the one that was at hand before, unless
  /// the reader has gone elsewhere since.
  func place(in state: State) -> CasePlace? {
    if let held, state.list.position == 0 || results.count == 0 { return held }
    return results.row(at: state.list.position).map {
      CasePlace(row: $0, id: library.id(ofRow: $0))
    }
  }

  /// The row of a place, where it is loaded; where it is not yet, it is held until it comes.
  ///
  /// - Complexity: O(1) where the row still is that of the case, else O(cases).
  func row(of place: CasePlace?) -> Int? {
    held = nil
    guard let place else { return nil }
    if place.row < library.caseCount, library.id(ofRow: place.row) == place.id { return place.row }
    let row = library.rows(withID: place.id).first
    if row == nil, library.isPartial { held = place }
    return row
  }
}
