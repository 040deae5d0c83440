public import CJSON

/// A node of a tree: 20 bytes on a flat tape in document order.
///
/// `next` is the index of the node after the subtree, `position` its byte in the source.
public typealias DataNode = cjson_node

/// What a node is.
public typealias DataKind = cjson_kind

extension DataNode {
  /// Whether the text stood without quotes, as YAML allows; numbers, true and null always do.
  public var isPlain: Bool { Int32(flags) & CJSON_FLAG_PLAIN != 0 }
  /// Whether the node is an object or an array.
  public var isContainer: Bool { kind == .object || kind == .array }
  /// Whether this object may hold a key twice; if not, it does not.
  public var mayRepeatKeys: Bool { Int32(flags) & CJSON_FLAG_REPEATS != 0 }
  /// The members of an object or the elements of an array.
  public var childCount: Int { isContainer ? Int(length) : 0 }
}

/// A document as one flat tape of nodes, whatever format it was written in.
///
/// Node 0 is the root. Children follow their parent; an object's children are key, value, key,
/// value, with every key as often as it was written. The memory is kept for the next document.
/// Text of JSON lies in the source, which has to stay as long as the tree is read.
public final class DataTree {
  /// The text that the nodes stand in, or nothing in a tree that was made by hand.
  public internal(set) var source: SourceText?
  /// The texts that nodes stand in from one on, where the tree is made of several.
  var laterSources: [(firstNode: Int, text: SourceText)] = []
  /// The line that a tree made by hand stands for; its nodes' positions are columns.
  public var line = 1
  /// What the reader accepted but a person should know, apart from duplicate keys.
  public internal(set) var warnings: [TreeWarning] = []

  // Hot while a tree is built: its methods change nothing while another reads.
  @exclusivity(unchecked) var tape = cjson_tape()
  @exclusivity(unchecked) var open: [Int] = []

  /// Makes an empty tree.
  public init() {}

  deinit {
    cjson_tape_free(&tape)
  }

  /// The nodes in document order; valid until the tree changes.
  public var nodes: UnsafeBufferPointer<DataNode> {
    UnsafeBufferPointer(start: tape.nodes, count: Int(tape.count))
  }

  /// How many nodes there are.
  public var count: Int { Int(tape.count) }

  /// A node by its index, which has to be below `count`.
  public subscript(index: Int) -> DataNode { nodes[index] }

  /// What a node is.
  public func kind(of index: Int) -> DataKind { nodes[index].kind }

  /// The meant UTF-8 of a string, the written text of other scalars; valid until the tree changes.
  ///
  /// Containers have none.
  public func text(of index: Int) -> UnsafeRawBufferPointer {
    let node = nodes[index]
    guard node.length > 0, !node.isContainer else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    if Int32(node.flags) & CJSON_FLAG_SIDE != 0 {
      return UnsafeRawBufferPointer(start: tape.side + Int(node.text), count: Int(node.length))
    }
    guard let source else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      rebasing: source.bytes[Int(node.text)...].prefix(Int(node.length)))
  }

  /// The text of a scalar as a string.
  public func string(of index: Int) -> String {
    String(decoding: text(of: index), as: UTF8.self)
  }

  /// Whether the text of a scalar is exactly this one, byte by byte.
  public func text(of index: Int, is expected: StaticString) -> Bool {
    let text = text(of: index)
    return expected.withUTF8Buffer { text.elementsEqual($0) }
  }

  /// The text that a node stands in.
  func source(of index: Int) -> SourceText? {
    laterSources.last { $0.firstNode <= index }?.text ?? source
  }

  /// Where a node begins.
  public func position(of index: Int) -> SourcePosition {
    let position = Int(nodes[index].position)
    return source(of: index)?.position(at: position) ?? SourcePosition(line: line, column: position)
  }
}
