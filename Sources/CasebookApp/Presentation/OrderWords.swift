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
    var words = TermWords()
    words.types.formUnion(workspace.schema.types.keys)
    words.intervals = Set(workspace.schema.intervals.map(\.key))
    return line(keys.map { ($0.term, $0.key.kind, $0.key.isDescending) }, words)
  }

  /// "by detainer, newest first, then title": the same words wherever an order is said, and read
  /// back as the same.
  static func line(
    _ keys: [(SortTerm, OrderKey.Kind, isDescending: Bool)], _ names: TermWords
  ) -> ShownText {
    "by \(keys.map { words($0.0, $0.1, $0.isDescending, names) }.joined(separator: ", then "))"
  }

  private static func words(
    _ term: SortTerm, _ kind: OrderKey.Kind, _ isDescending: Bool, _ names: TermWords
  ) -> ShownText {
    let name: ShownText
    switch term.subject {
    case .name(let written): name = names.name(written.text)
    case .interval(let from, let to):
      name = "days from \(TermWords.name(from.text)) to \(TermWords.name(to.text))"
    case .count(let type):
      name = type.map { "number of \(TermWords.name($0.text)) events" } ?? "number of events"
    }
    let direction: ShownText
    switch (kind, isDescending) {
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
