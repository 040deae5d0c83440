extension Pathways {
  /// The most steps that are told apart.
  public static let depthLimit = 30

  /// Counts the paths of the selected cases of a library.
  ///
  /// - Parameters:
  ///   - selection: The cases.
  ///   - library: Their library.
  ///   - rule: How events become paths.
  ///   - depth: The most steps, from 1 to ``depthLimit``.
  ///   - threads: How many threads may work.
  /// - Complexity: O(events of the cases).
  public init(
    of selection: Selection, in library: Library, rule: PathRule = PathRule(), depth: Int = 4,
    threads: Int = 1
  ) {
    let depth = min(max(1, depth), Self.depthLimit)
    let names = PathTypeNames(library)
    let types = names.all.count
    let found = selection.tallies(
      threads: threads, from: { PathTally(rule, types: types, depth: depth) }
    ) { tally, index in
      tally.add(
        library.segments[index], selection.cases(ofSegment: index), numbers: names.numbers[index])
    }
    var joined = PathTreeJoin(types: types)
    for tally in found { joined.add(tally.tree) }
    joined.tree.countBeginnings()
    let gaps = DayGroups.quartiles(
      of: zip(found, joined.nodes).map { ($0.gaps, $1) }, count: joined.tree.nodes.count,
      threads: threads)
    self.init(
      rule: rule, depth: depth,
      branches: PathOutline(joined.tree, gaps, names: names.all).branches,
      counts: found.reduce(PathCounts()) { $0 + $1.counts })
  }
}

/// The event types of a library by number.
struct PathTypeNames {
  private(set) var all: [String] = []
  /// For each segment the number of each of its types.
  private(set) var numbers: [[UInt32]] = []

  init(_ library: Library) {
    var known: [String: UInt32] = [:]
    for segment in library.segments {
      numbers.append(
        segment.typeNames.map { name in
          if let number = known[name] { return number }
          let number = UInt32(all.count)
          known[name] = number
          all.append(name)
          return number
        })
    }
  }
}

/// Joins trees whose types have the same numbers.
private struct PathTreeJoin {
  var tree: PathTree
  /// For each tree that was added, what its nodes are in the joined one.
  private(set) var nodes: [[UInt32]] = []

  init(types: Int) {
    tree = PathTree(types: types)
  }

  mutating func add(_ other: PathTree) {
    var numbers = [PathTree.root]
    numbers.reserveCapacity(other.nodes.count)
    for node in other.nodes.dropFirst() {
      let number = tree.child(of: numbers[Int(node.parent)], type: node.type)
      tree.count(number, cases: node.caseCount, ends: node.endCount)
      numbers.append(number)
    }
    nodes.append(numbers)
  }
}

/// Puts the nodes of a tree in the order of reading.
private struct PathOutline {
  private(set) var branches: [Pathways.Branch] = []

  init(_ tree: PathTree, _ gaps: [DayQuartiles?], names: [String]) {
    var children = [[UInt32]](repeating: [], count: tree.nodes.count)
    for (number, node) in tree.nodes.enumerated().dropFirst() {
      children[Int(node.parent)].append(UInt32(number))
    }
    let isBefore = { (left: UInt32, right: UInt32) -> Bool in
      let (left, right) = (tree.nodes[Int(left)], tree.nodes[Int(right)])
      if left.caseCount != right.caseCount { return left.caseCount > right.caseCount }
      return names[Int(left.type)].utf8.lexicographicallyPrecedes(names[Int(right.type)].utf8)
    }
    branches.reserveCapacity(tree.nodes.count)
    // What is left to do, the next on top, with the branch it stands below.
    var open: [(node: UInt32, parent: Int?)] = children[0].sorted(by: isBefore).reversed()
      .map { ($0, nil) }
    while let (number, parent) = open.popLast() {
      let node = tree.nodes[Int(number)]
      let index = branches.count
      branches.append(
        Pathways.Branch(
          type: names[Int(node.type)], level: (parent.map { branches[$0].level } ?? 0) + 1,
          caseCount: Int(node.caseCount), endCount: Int(node.endCount), gap: gaps[Int(number)],
          parent: parent, below: (index + 1)..<(index + 1)))
      open += children[Int(number)].sorted(by: isBefore).reversed().map { ($0, index) }
    }
    closeRanges()
  }

  /// Sets where the branches below each one end.
  private mutating func closeRanges() {
    for index in branches.indices.reversed() {
      guard let parent = branches[index].parent else { continue }
      let end = max(branches[parent].below.upperBound, branches[index].below.upperBound)
      branches[parent].below = branches[parent].below.lowerBound..<end
    }
  }
}
