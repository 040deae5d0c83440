import CasebookCore
import CasebookText

/// What changed from one library to another, in words.
package enum DiffWords {
  /// What a status is called.
  package static func status(_ status: LibraryComparison.Status) -> ShownText {
    switch status {
    case .same: "same"
    case .changed: "changed"
    case .onlyOld: "only in old"
    case .onlyNew: "only in new"
    case .ambiguous: "ambiguous"
    }
  }

  /// What a group is called.
  package static func group(_ name: String?, _ comparison: LibraryComparison) -> ShownText {
    guard let name else { return comparison.field == nil ? "cases" : "(not said)" }
    return FacetWords.label(name, of: comparison.field?.subject)
  }
}
