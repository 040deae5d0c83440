extension SnapshotValue {
  /// Decodes a value.
  ///
  /// - Throws: If the tree does not fit the type.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try SingleReader(value: self).decode(type)
  }
}

private struct SnapshotDecoder: Decoder {
  let value: SnapshotValue
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .keyed(let values) = value else { throw SnapshotDoubt() }
    return KeyedDecodingContainer(KeyedReader(values: values))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = value else { throw SnapshotDoubt() }
    return ListReader(values: values)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleReader(value: value) }
}

private struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let values: [String: SnapshotValue]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }

  private func decoder(_ key: any CodingKey) throws -> SnapshotDecoder {
    guard let value = values[key.stringValue] else { throw SnapshotDoubt() }
    return SnapshotDecoder(value: value)
  }

  func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    SingleReader(value: try decoder(key).value).decodeNil()
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try SingleReader(value: try decoder(key).value).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try decoder(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let value = values["super"] else { throw SnapshotDoubt() }
    return SnapshotDecoder(value: value)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

private struct ListReader: UnkeyedDecodingContainer {
  let values: [SnapshotValue]
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  init(values: [SnapshotValue]) {
    self.values = values
  }

  private mutating func next() throws -> SnapshotValue {
    guard !isAtEnd else { throw SnapshotDoubt() }
    defer { currentIndex += 1 }
    return values[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw SnapshotDoubt() }
    guard case .null = values[currentIndex] else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try SingleReader(value: try next()).decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try SnapshotDecoder(value: try next()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try SnapshotDecoder(value: try next()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { SnapshotDecoder(value: try next()) }
}

private struct SingleReader: SingleValueDecodingContainer {
  let value: SnapshotValue
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { if case .null = value { true } else { false } }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoded: (any Decodable)? =
      switch type {
      case is Bool.Type: bool
      case is String.Type: text
      case let integer as any (FixedWidthInteger & Decodable).Type: self.integer(integer)
      case is Double.Type: double
      default: try Value(from: SnapshotDecoder(value: value))
      }
    guard let decoded = decoded as? Value else { throw SnapshotDoubt() }
    return decoded
  }

  private var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }

  private var text: String? { if case .text(let text) = value { text } else { nil } }

  private var double: Double? {
    switch value {
    case .integer(let bits): Double(bitPattern: UInt64(bitPattern: bits))
    case .unsigned(let bits): Double(bitPattern: bits)
    default: nil
    }
  }

  private func integer<Integer: FixedWidthInteger & Decodable>(_: Integer.Type) -> Integer? {
    switch value {
    case .integer(let integer): Integer(exactly: integer)
    case .unsigned(let integer): Integer(exactly: integer)
    default: nil
    }
  }
}
