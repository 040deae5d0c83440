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
  /// Parent and type of each entry, plus 1; 0 where a place is free.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var values = [UInt32](repeating: 0, count: 1 << 10)

  /// The node of the empty path.
  static let root: UInt32 = 0

  /// The node one step on, new where it was not met before.
  @inline(__always)
  mutating func child(of parent: UInt32, type: UInt32) -> UInt32 {
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

  private mutating func insert(_ key: UInt64, parent: UInt32, type: UInt32) -> UInt32 {
    let node = UInt32(nodes.count)
    nodes.append(Node(parent: parent, type: type))
    if nodes.count * 2 > keys.count { grow() }
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
