internal import CColumns

extension SegmentBuilder {
  /// Puts every single value under a node into its column and, where it is text, into the arena.
  ///
  /// The stack holds what is left to do, so that depth costs no frames.
  mutating func store(_ tree: TreeView, _ node: Int, _ path: PathID, row: UInt32) {
    switch tree.valueKind(of: node) {
    case .list, .map: break
    default: return storeScalar(tree, node, path, row: row)
    }
    var open: [(end: Int, path: PathID, isMap: Bool, previous: PathID)] = []
    var next = node
    var path = path
    let end = Int(tree.nodes[node].next)
    while true {
      let kind = tree.valueKind(of: next)
      if kind == .map || kind == .list {
        open.append((Int(tree.nodes[next].next), path, kind == .map, path))
        next += 1
      } else {
        storeScalar(tree, next, path, row: row)
        next += 1
      }
      while let last = open.last, next >= last.end { open.removeLast() }
      guard next < end, let last = open.last else { return }
      path = last.path
      if last.isMap {
        path = self.path(of: tree.text(of: next), under: last.path, after: last.previous)
        open[open.count - 1].previous = path
        next += 1
      }
    }
  }

  private mutating func storeScalar(_ tree: TreeView, _ node: Int, _ path: PathID, row: UInt32) {
    let bytes = tree.text(of: node)
    let value = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let count = UInt32(bytes.count)
    switch tree.valueKind(of: node) {
    case .text:
      guard count > 0 else { return }
      if !ccolumns_add_text(columns, path, row, value, count) {
        note(.error, tree, node, .tooMuchText)
      }
    case .number: ccolumns_add_value(columns, path, row, value, count, .number)
    case .boolean: ccolumns_add_value(columns, path, row, value, count, .boolean)
    default: break
    }
  }
}
