// Hot path: every step of every case is looked up here.

/// The paths of many cases as a tree of their beginnings; nodes are numbered as they are met.
struct PathTree: Sendable {
  /// A beginning that paths have in common.
  struct Node: Sendable {
    /// The node one step shorter.
    var parent: UInt32
    /// The last step.
    var type: UInt32
    /// How many cases have it.
    var caseCount: UInt32 = 0
    /// How many cases have nothing after it.
    var endCount: UInt32 = 0
  }

  /// The nodes; the first is the empty path, every other stands after its parent.
  private(set) var nodes = [Node(parent: 0, type: 0)]
  /// Of the nodes met first, by type, the node one step on; 0 where there is none yet.
  private let near: CountTable
  private let types: Int
  private let nearNodes: UInt32
  /// Parent and type of each entry of the others, plus 1; 0 where a place is free.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var values = [UInt32](repeating: 0, count: 1 << 10)
  private var farCount = 0

  /// The node of the empty path.
  static let root: UInt32 = 0

  /// The most entries that are found by their place: what a processor keeps at hand.
  private static let nearEntries = 1 << 17

  /// Begins with the empty path; a copy would grow in the same place.
  init(types: Int) {
    self.types = types
    nearNodes = UInt32(Self.nearEntries / max(1, types))
    near = CountTable(Int(nearNodes) * types)
  }

  /// The node one step on, new where it was not met before.
  @inline(__always)
  mutating func child(of parent: UInt32, type: UInt32) -> UInt32 {
    if parent < nearNodes {
      let known = near.values[Int(parent) * types + Int(type)]
      return known != Self.root ? known : addNear(parent: parent, type: type)
    }
    let key = (UInt64(parent) << 32 | UInt64(type)) &+ 1
    let mask = keys.count - 1
    var place = Self.place(key, mask)
    while keys[place] != key {
      if keys[place] == 0 { return insert(key, parent: parent, type: type) }
      place = (place + 1) & mask
    }
    return values[place]
  }

  /// Counts a case that has a node, and perhaps nothing after it.
  @inline(__always)
  mutating func count(_ node: UInt32, cases: UInt32 = 1, ends: UInt32 = 0) {
    nodes[Int(node)].caseCount += cases
    nodes[Int(node)].endCount += ends
  }

  /// Counts at every node the cases that were counted at those below it only.
  mutating func countBeginnings() {
    for node in nodes.indices.dropFirst().reversed() {
      nodes[Int(nodes[node].parent)].caseCount += nodes[node].caseCount
    }
  }

  private mutating func addNear(parent: UInt32, type: UInt32) -> UInt32 {
    let node = UInt32(nodes.count)
    nodes.append(Node(parent: parent, type: type))
    near.values[Int(parent) * types + Int(type)] = node
    return node
  }

  private mutating func insert(_ key: UInt64, parent: UInt32, type: UInt32) -> UInt32 {
    let node = UInt32(nodes.count)
    nodes.append(Node(parent: parent, type: type))
    farCount += 1
    if farCount * 2 > keys.count { grow() }
    put(key, node)
    return node
  }

  private mutating func put(_ key: UInt64, _ node: UInt32) {
    let mask = keys.count - 1
    var place = Self.place(key, mask)
    while keys[place] != 0 { place = (place + 1) & mask }
    keys[place] = key
    values[place] = node
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 { put(key, value) }
  }

  /// Fibonacci hashing: the high bits of a product are well spread.
  @inline(__always)
  private static func place(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
