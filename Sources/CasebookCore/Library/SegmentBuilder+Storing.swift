internal import CColumns
import CScan

extension SegmentBuilder {
  /// Puts every single value under a node into its column and, where it is text, into the arena.
  ///
  /// The stack holds what is left to do, so that depth costs no frames.
  mutating func store(_ tree: TreeView, _ node: Int, _ path: PathID, row: UInt32) {
    store(tree, node, under: path, row: row)
  }

  /// Keeps the text under a key beyond the limit of paths, so that a search still finds it.
  mutating func storeBeyondLimit(_ tree: TreeView, _ key: Int, _ value: Int) {
    noteKeyBeyondLimit(tree, key)
    store(tree, value, under: nil, row: row)
  }

  private mutating func store(_ tree: TreeView, _ node: Int, under path: PathID?, row: UInt32) {
    switch tree.valueKind(of: node) {
    case .list, .map: break
    default: return storeScalar(tree, node, path, row: row)
    }
    var open: [(end: Int, path: PathID?, isMap: Bool, previous: PathID)] = []
    var next = node
    var path = path
    let end = Int(tree.nodes[node].next)
    while true {
      let kind = tree.valueKind(of: next)
      if kind == .map || kind == .list {
        let first = path ?? FieldPath.Scope.wholeCase.root
        open.append((Int(tree.nodes[next].next), path, kind == .map, first))
        next += 1
      } else {
        storeScalar(tree, next, path, row: row)
        next += 1
      }
      repeat {
        while let last = open.last, next >= last.end { open.removeLast() }
        guard next < end, let last = open.last else { return }
        path = last.path
        if !last.isMap { break }
        if let parent = last.path {
          path = self.path(of: tree.text(of: next), under: parent, after: last.previous)
          open[open.count - 1].previous = path ?? last.previous
          if path == nil { noteKeyBeyondLimit(tree, next) }
        }
        next += 1
      } while skips(tree, &next, path)
    }
  }

  /// Passes over a value that is left out, whose key stands before it; says whether it did.
  private mutating func skips(_ tree: TreeView, _ next: inout Int, _ path: PathID?) -> Bool {
    guard leavesOut(tree, next - 1, path) else { return false }
    next = Int(tree.nodes[next].next)
    return true
  }

  private mutating func storeScalar(
    _ tree: TreeView, _ node: Int, _ path: PathID?, row: UInt32
  ) {
    let bytes = tree.text(of: node)
    cscan_count_work(UInt64(bytes.count + 1))
    guard let path else {
      if tree.valueKind(of: node) == .text, !bytes.isEmpty { addText(bytes, tree, node) }
      return
    }
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
