internal import CJSON
import Glibc

/// A tree seen through plain pointers, for the hot loop that fills columns.
///
/// It holds good as long as the tree lives unchanged; reading it costs no check of access. What is
/// rare, such as a position, goes through the tree.
struct TreeView {
  let nodes: UnsafeBufferPointer<DataNode>
  private let source: UnsafeRawPointer?
  private let side: UnsafeRawPointer?
  unowned(unsafe) let tree: DataTree

  init(_ tree: DataTree) {
    self.tree = tree
    nodes = tree.nodes
    source = tree.source?.bytes.baseAddress
    side = UnsafeRawPointer(tree.tape.side)
  }

  @inline(__always)
  func text(of index: Int) -> UnsafeRawBufferPointer {
    let node = nodes[index]
    guard node.length > 0, !node.isContainer else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let isAside = Int32(node.flags) & CJSON_FLAG_SIDE != 0
    let base = isAside ? side : source
    return UnsafeRawBufferPointer(start: base.map { $0 + Int(node.text) }, count: Int(node.length))
  }

  @inline(__always)
  func valueKind(of index: Int) -> ValueKind { ValueKind(nodes[index].kind) }

  @inline(__always)
  func members(of index: Int) -> DataMembers {
    let node = nodes[index]
    return DataMembers(
      nodes: nodes, at: index + 1, end: node.kind == .object ? Int(node.next) : index + 1)
  }

  @inline(__always)
  func elements(of index: Int) -> DataElements {
    let node = nodes[index]
    return DataElements(
      nodes: nodes, at: index + 1, end: node.kind == .array ? Int(node.next) : index + 1)
  }

  func text(of index: Int, is expected: StaticString) -> Bool {
    let text = text(of: index)
    guard text.count == expected.utf8CodeUnitCount, let base = text.baseAddress else {
      return false
    }
    return memcmp(base, expected.utf8Start, text.count) == 0
  }

  func string(of index: Int) -> String { String(decoding: text(of: index), as: UTF8.self) }
  func position(of index: Int) -> SourcePosition { tree.position(of: index) }

  /// Whether two values are written alike, all of them.
  func areAlike(_ left: Int, _ right: Int) -> Bool {
    let count = Int(nodes[left].next) - left
    guard count == Int(nodes[right].next) - right else { return false }
    return (0..<count).allSatisfy { offset in
      valueKind(of: left + offset) == valueKind(of: right + offset)
        && isSame(text(of: left + offset), text(of: right + offset))
    }
  }

  /// The keys of an object that stand again, each with the first.
  func duplicateKeys(of index: Int) -> [(first: Int, again: Int)] {
    guard nodes[index].mayRepeatKeys else { return [] }
    // The mark is only a hint; comparing a few keys with each other is cheaper than a table.
    if nodes[index].length <= 24, !hasTwins(index) { return [] }
    return tree.duplicateKeys(of: index)
  }

  private func hasTwins(_ index: Int) -> Bool {
    for (key, _) in members(of: index) {
      for (other, _) in members(of: index) {
        if other >= key { break }
        if isSame(text(of: key), text(of: other)) { return true }
      }
    }
    return false
  }

  @inline(__always)
  private func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress
    else { return left.count == right.count }
    return memcmp(first, second, left.count) == 0
  }
}

extension ValueKind {
  /// What a node of a tree is, in the terms of case files.
  @inline(__always)
  init(_ kind: DataKind) {
    switch kind {
    case .object: self = .map
    case .array: self = .list
    case .number: self = .number
    case .true, .false: self = .boolean
    case .null: self = .null
    default: self = .text
    }
  }
}
