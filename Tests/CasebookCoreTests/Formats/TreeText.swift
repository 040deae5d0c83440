import CasebookCore

/// Trees and records written as text, for tables of what is expected.
enum TreeText {
  /// A tree on one line: strings in quotes, other scalars as written, keys before `=`.
  static func of(_ tree: DataTree, _ index: Int = 0) -> String {
    guard index < tree.count else { return "" }
    switch tree.kind(of: index) {
    case .object:
      let members = tree.members(of: index).map { key, value in
        tree.string(of: key) + "=" + of(tree, value)
      }
      return "{" + members.joined(separator: " ") + "}"
    case .array:
      return "[" + tree.elements(of: index).map { of(tree, $0) }.joined(separator: " ") + "]"
    case .string: return "'" + tree.string(of: index) + "'"
    case .number: return tree.string(of: index)
    case .true: return "true"
    case .false: return "false"
    case .null: return "null"
    }
  }

  /// `line:column fact`.
  static func of(_ error: TreeError) -> String {
    "\(of(error.position)) \(error.fact)"
      .replacing("CasebookCore.TreeError.Expectation.", with: "")
      .replacing("CasebookCore.TreeError.Found.", with: "")
      .replacing("CasebookCore.TextEncoding.", with: "")
      .replacing("CasebookCore.ContentKind.", with: "")
  }

  /// `line:column`.
  static func of(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }

  /// All records of a text on a line each.
  static func records(_ next: () -> (TreeRecord, DataTree)?) -> [String] {
    var lines: [String] = []
    while let (record, tree) = next() {
      switch record {
      case .value, .root: lines.append((record == .root ? "root " : "") + of(tree))
      case .refused(let error, _): lines.append(of(error))
      }
    }
    return lines
  }
}
