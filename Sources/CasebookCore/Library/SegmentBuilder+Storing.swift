extension SegmentBuilder {
  /// Values longer than this many bytes seldom repeat: they are kept as text, not in dictionaries.
  private static let longestCodedValue = 64
  /// Fields that hold prose, whose values seldom repeat even where they are short.
  private static let prose: Set<String> = ["title", "summary", "text", "label"]

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
        path = paths.child(of: last.path, key: tree.text(of: next), after: last.previous)
        open[open.count - 1].previous = path
        next += 1
      }
    }
  }

  private mutating func storeScalar(_ tree: TreeView, _ node: Int, _ path: PathID, row: UInt32) {
    let bytes = tree.text(of: node)
    let entry = paths.entries[Int(path)]
    while columns.count <= Int(path) { columns.append(ValueColumnBuilder()) }
    switch tree.valueKind(of: node) {
    case .text:
      guard !bytes.isEmpty else { return }
      guard entry.isSearched else {
        return columns[Int(path)].append(bytes, kind: .text, row: row)
      }
      let range = addText(bytes, tree, node)
      if bytes.count > Self.longestCodedValue || Self.prose.contains(entry.name) {
        columns[Int(path)].appendLong(range, row: row)
      } else {
        columns[Int(path)].append(bytes, kind: .text, row: row)
      }
    case .number: columns[Int(path)].append(bytes, kind: .number, row: row)
    case .boolean: columns[Int(path)].append(bytes, kind: .boolean, row: row)
    default: break
    }
  }
}
