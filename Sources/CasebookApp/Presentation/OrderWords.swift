import CasebookCore
import CasebookText

/// The order of the list in words.
package enum OrderWords {
  /// "by detainer, newest first; 34 without one, last", or nothing where cases stand as in the
  /// files.
  package static func line(_ workspace: Workspace) -> ShownText? {
    guard let keys = keys(workspace) else { return nil }
    let missing = workspace.missingCount
    return missing == 0 ? keys : "\(keys); \(grouped: missing) without one, last"
  }

  /// "by detainer, newest first".
  static func keys(_ workspace: Workspace) -> ShownText? {
    let keys = workspace.orderKeys
    guard !keys.isEmpty else { return nil }
    return "by \(keys.map { words($0.term, $0.key) }.joined(separator: ", then "))"
  }

  private static func words(_ term: SortTerm, _ key: OrderKey) -> ShownText {
    let name: ShownText
    switch term.subject {
    case .name(let written): name = TermWords.name(written.text)
    case .interval(let from, let to):
      name = "days from \(TermWords.name(from.text)) to \(TermWords.name(to.text))"
    case .count(let type):
      name = type.map { "number of \(TermWords.name($0.text)) events" } ?? "number of events"
    }
    let direction: ShownText
    switch (key.kind, key.isDescending) {
    case (.date, true): direction = ", newest first"
    case (.date, false): direction = ", oldest first"
    case (.interval, true): direction = ", longest first"
    case (.interval, false): direction = ", shortest first"
    case (.count, true): direction = ", most first"
    case (.count, false): direction = ", fewest first"
    case (.value, true): direction = ", greatest first"
    case (.value, false): direction = ""
    }
    return name + direction
  }
}
