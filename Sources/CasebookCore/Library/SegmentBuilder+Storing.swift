extension SegmentBuilder {
  /// Values longer than this many bytes seldom repeat: they are kept as text, not in dictionaries.
  private static let longestCodedValue = 64
  /// Fields that hold prose, whose values seldom repeat even where they are short.
  private static let prose: Set<String> = ["title", "summary", "text", "label"]

  /// Puts every single value under a node into its column and, where it is text, into the arena.
  ///
  /// The stack holds what is left to do, so that depth costs no frames.
  mutating func store(_ tree: DataTree, _ node: Int, _ path: PathID, row: UInt32) {
    switch tree.valueKind(of: node) {
    case .list, .map: break
    default: return storeScalar(tree, node, path, row: row)
    }
    var stack: [(node: Int, path: PathID)] = [(node, path)]
    while let (node, path) = stack.popLast() {
      switch tree.valueKind(of: node) {
      case .map:
        var below: [(Int, PathID)] = []
        for (key, value) in tree.members(of: node) {
          below.append((value, paths.child(of: path, key: tree.text(of: key))))
        }
        stack.append(contentsOf: below.reversed())
      case .list:
        stack.append(contentsOf: tree.elements(of: node).map { ($0, path) }.reversed())
      default:
        storeScalar(tree, node, path, row: row)
      }
    }
  }

  private mutating func storeScalar(_ tree: DataTree, _ node: Int, _ path: PathID, row: UInt32) {
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
