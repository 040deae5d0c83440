import CasebookCore

/// Trees, errors and records written as text, for tables of what is expected.
enum TreeText {
  /// A tree on one line: strings in quotes, other scalars as written, `key=value`.
  static func of(_ tree: DataTree, _ index: Int = 0) -> String {
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

  /// `line:column fact`, with places inside the fact as `line:column` too.
  static func of(_ error: TreeError) -> String {
    "\(of(error.position)) \(plain("\(error.fact)"))"
  }

  /// `line:column fact`, with places inside the fact as `line:column` too.
  static func of(_ warning: TreeWarning) -> String {
    "\(of(warning.position)) \(plain("\(warning.fact)"))"
  }

  /// `line:column`.
  static func of(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }

  /// A record on one line; refusals begin with their place.
  static func of(_ record: TreeRecord, _ tree: DataTree, root: DataTree? = nil) -> String {
    switch record {
    case .value: ([of(tree)] + tree.warnings.map(of)).joined(separator: " | ")
    case .refused(let error, _): of(error)
    case .root: "root " + (root.map { of($0) } ?? "")
    }
  }

  private static func plain(_ fact: String) -> String {
    let place = /CasebookCore\.SourcePosition\(line: (\d+), column: (\d+), byteOffset: [^)]*\)\)/
    return
      fact
      .replacing(place) { "\($0.1):\($0.2)" }
      .replacing(/Optional\(([^)]*)\)/) { "\($0.1)" }
      .replacing(/CasebookCore\.[A-Za-z.]*\./, with: "")
      .replacing("scalar(", with: "(")
  }
}
