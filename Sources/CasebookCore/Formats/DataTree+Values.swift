extension DataTree {
  /// What kind of value a node is, in the terms of case files.
  func valueKind(of node: Int) -> ValueKind {
    ValueKind(kind(of: node))
  }

  /// The value under a node, whole; the stack holds containers that are being filled.
  func fieldValue(of root: Int) -> FieldValue {
    guard self[root].isContainer else { return scalar(root) }
    var open: [Open] = []
    var node = root
    while true {
      var value: FieldValue
      if self[node].isContainer {
        open.append((node, node + 1, kind(of: node) == .object, "", [], []))
        value = .null
      } else {
        value = scalar(node)
        place(value, in: &open)
      }
      // Close every container that is full, and go on with the next child of the one above.
      while var top = open.last {
        let end = Int(self[top.node].next)
        guard top.next >= end else {
          if top.isMap {
            top.key = string(of: top.next)
            top.next += 1
          }
          node = top.next
          top.next = Int(self[node].next)
          open[open.count - 1] = top
          break
        }
        open.removeLast()
        value = top.isMap ? .map(top.fields) : .list(top.values)
        if open.isEmpty { return value }
        place(value, in: &open)
      }
    }
  }

  private typealias Open = (
    node: Int, next: Int, isMap: Bool, key: String, fields: [Field], values: [FieldValue]
  )

  private func place(_ value: FieldValue, in open: inout [Open]) {
    let last = open.count - 1
    guard last >= 0 else { return }
    if open[last].isMap {
      open[last].fields.append(Field(open[last].key, value))
    } else {
      open[last].values.append(value)
    }
  }

  private func scalar(_ node: Int) -> FieldValue {
    switch valueKind(of: node) {
    case .number: .number(string(of: node))
    case .boolean: .boolean(kind(of: node) == .true)
    case .null: .null
    default: .text(string(of: node))
    }
  }
}
