/// What plain text means in YAML by the core schema of version 1.2.2, section 10.3.2.
enum YAMLScalar {
  /// What a plain scalar is; text that is nothing else is a string.
  static func kind(of text: UnsafeRawBufferPointer) -> DataKind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return isOne(of: ["~", "null", "Null", "NULL"], text) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return isOne(of: ["true", "True", "TRUE"], text) ? .true : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return isOne(of: ["false", "False", "FALSE"], text) ? .false : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return isNumber(text) ? .number : .string
    default:
      return .string
    }
  }

  /// Whether text is an integer or a float of the core schema.
  static func isNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    isPrefixed(text, "0o", digits: UInt8(ascii: "0")...UInt8(ascii: "7"))
      || isHexadecimal(text) || isDecimal(text) || isSpecial(text)
  }

  // MARK: -

  private static func isOne(of words: [StaticString], _ text: UnsafeRawBufferPointer) -> Bool {
    words.contains { word in word.withUTF8Buffer { text.elementsEqual($0) } }
  }

  private static func isPrefixed(
    _ text: UnsafeRawBufferPointer, _ prefix: StaticString, digits: ClosedRange<UInt8>
  ) -> Bool {
    guard text.count > 2, prefix.withUTF8Buffer({ text.starts(with: $0) }) else { return false }
    return text.dropFirst(2).allSatisfy { digits.contains($0) }
  }

  private static func isHexadecimal(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "x") else {
      return false
    }
    return text.dropFirst(2).allSatisfy { byte in
      isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
  }

  private static func isDecimal(_ text: UnsafeRawBufferPointer) -> Bool {
    var rest = text[...]
    dropSign(&rest)
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      dropSign(&rest)
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isSpecial(_ text: UnsafeRawBufferPointer) -> Bool {
    var rest = text[...]
    dropSign(&rest)
    let tail = UnsafeRawBufferPointer(rebasing: rest)
    return isOne(of: [".inf", ".Inf", ".INF"], tail) || isOne(of: [".nan", ".NaN", ".NAN"], text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func dropSign(_ rest: inout Slice<UnsafeRawBufferPointer>) {
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
    }
  }

  private static func dropDigits(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Int {
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count
  }
}
