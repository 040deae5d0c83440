internal import CJSON

extension TreeError.Fact {
  /// What is wrong with a byte that no text of the format may hold.
  ///
  /// Where the whole text looks like something else, that is what is wrong.
  static func badByte(at offset: Int, in source: SourceText) -> Self {
    if let foreign = foreign(source) { return foreign }
    if case .scalar(let scalar) = TreeError.Found.at(offset, in: source) {
      return .controlCharacter(scalar)
    }
    guard offset < source.bytes.count else { return .incomplete(expected: [], opened: nil) }
    let byte = source.bytes[offset]
    if byte < 0x80 { return .controlCharacter(Unicode.Scalar(byte)) }
    if case .text(let encoding) = source.contentKind, encoding != .utf8 {
      return .invalidUTF8(byte, guess: encoding)
    }
    return .invalidUTF8(byte, guess: nil)
  }

  /// What is wrong with a character that stands where something else is expected.
  static func unexpected(
    _ expected: [TreeError.Expectation], at offset: Int, in source: SourceText
  ) -> Self {
    let found = TreeError.Found.at(offset, in: source)
    var isStrange = offset < 4
    if case .scalar(let scalar) = found, scalar.properties.generalCategory == .control {
      isStrange = true
    }
    return isStrange
      ? foreign(source) ?? .expected(expected, found: found)
      : .expected(expected, found: found)
  }

  // MARK: -

  /// What the text looks like, if that is no text of one byte a unit.
  private static func foreign(_ source: SourceText) -> Self? {
    guard source.firstByte == 0 else { return nil }
    switch source.contentKind {
    case .text(let encoding) where encoding.unitWidth == 1: return nil
    default: return .looksLike(source.contentKind)
    }
  }
}

extension TreeError.Expectation {
  /// What the bits of the C reader name.
  static func list(_ bits: UInt16) -> [Self] {
    let table: [(Int32, Self)] = [
      (CJSON_EXPECT_VALUE, .value), (CJSON_EXPECT_KEY, .key), (CJSON_EXPECT_COLON, .colon),
      (CJSON_EXPECT_COMMA, .comma), (CJSON_EXPECT_OBJECT_END, .objectEnd),
      (CJSON_EXPECT_ARRAY_END, .arrayEnd), (CJSON_EXPECT_QUOTE, .quote), (CJSON_EXPECT_END, .end),
      (CJSON_EXPECT_RECORD, .record),
    ]
    return table.filter { Int32(bits) & $0.0 != 0 }.map(\.1)
  }
}

extension TreeError.Found {
  /// What stands at a byte of a text.
  static func at(_ offset: Int, in source: SourceText) -> Self {
    guard offset < source.bytes.count else { return .endOfText }
    let first = source.bytes[offset]
    if first == 0x0A || first == 0x0D { return .endOfLine }
    var decoder = UTF8()
    var bytes = source.bytes[offset...].prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return .scalar(scalar) }
    return .byte(first)
  }
}
