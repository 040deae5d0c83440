extension SnapshotValue {
  /// Encodes a value.
  ///
  /// - Throws: What the value throws.
  init(encoding value: some Encodable) throws {
    let node = SnapshotNode()
    try value.encode(to: SnapshotEncoder(node: node))
    self = node.value
  }
}

/// A part of the tree while it is encoded; containers are filled after they were handed out.
private final class SnapshotNode {
  enum Content {
    case single(SnapshotValue)
    case list([SnapshotNode])
    case keyed([String: SnapshotNode])
  }

  var content: Content = .single(.null)

  var value: SnapshotValue {
    switch content {
    case .single(let value): value
    case .list(let nodes): .list(nodes.map(\.value))
    case .keyed(let nodes): .keyed(nodes.mapValues(\.value))
    }
  }

  /// The number of elements of a list.
  var count: Int { if case .list(let nodes) = content { nodes.count } else { 0 } }

  /// Becomes a keyed value unless it is one.
  func becomeKeyed() {
    if case .keyed = content { return }
    content = .keyed([:])
  }

  /// Becomes a list unless it is one.
  func becomeList() {
    if case .list = content { return }
    content = .list([])
  }

  func added(_ key: String) -> SnapshotNode {
    let node = SnapshotNode()
    guard case .keyed(var nodes) = content else { return node }
    content = .single(.null)
    nodes[key] = node
    content = .keyed(nodes)
    return node
  }

  func appended() -> SnapshotNode {
    let node = SnapshotNode()
    guard case .list(var nodes) = content else { return node }
    content = .single(.null)
    nodes.append(node)
    content = .list(nodes)
    return node
  }
}

private struct SnapshotEncoder: Encoder {
  let node: SnapshotNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeKeyed()
    return KeyedEncodingContainer(KeyedWriter(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeList()
    return ListWriter(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleWriter(node: node) }
}

private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: SnapshotNode
  var codingPath: [any CodingKey] { [] }

  private func encoder(_ key: any CodingKey) -> SnapshotEncoder {
    SnapshotEncoder(node: node.added(key.stringValue))
  }

  func encodeNil(forKey key: Key) { _ = node.added(key.stringValue) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try SingleWriter(node: node.added(key.stringValue)).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SnapshotEncoder(node: node.added("super")) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

private struct ListWriter: UnkeyedEncodingContainer {
  let node: SnapshotNode
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  func encodeNil() { _ = node.appended() }

  func encode(_ value: some Encodable) throws {
    try SingleWriter(node: node.appended()).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    SnapshotEncoder(node: node.appended()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    SnapshotEncoder(node: node.appended()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SnapshotEncoder(node: node.appended()) }
}

private struct SingleWriter: SingleValueEncodingContainer {
  let node: SnapshotNode
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { node.content = .single(.null) }

  func encode(_ value: some Encodable) throws {
    switch value {
    case let bool as Bool: node.content = .single(.bool(bool))
    case let text as String: node.content = .single(.text(text))
    case let integer as any FixedWidthInteger:
      node.content = .single(
        Int64(exactly: integer).map { .integer($0) }
          ?? .unsigned(UInt64(truncatingIfNeeded: integer)))
    case let number as Double: node.content = .single(.unsigned(number.bitPattern))
    default: try value.encode(to: SnapshotEncoder(node: node))
    }
  }
}
