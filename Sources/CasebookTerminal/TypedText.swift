/// Assembles typed bytes to characters: UTF-8 to scalars, and scalars that come together to
/// grapheme clusters. Bytes that are not UTF-8 and C1 control characters are left out.
struct TypedText {
  /// A whole character.
  struct Typed: Hashable {
    var character: Character
    /// Whether Escape came before it.
    var isAlt: Bool
  }

  /// Whether the next character came with Alt.
  var isAlt = false
  /// Whether a character's first bytes wait for the others.
  var isUnfinished: Bool { !bytes.isEmpty }

  private var bytes: [UInt8] = []
  private var cluster = ""

  /// The most scalars of one character.
  private static let most = 16

  /// Takes a byte of text; returns the characters that are whole now.
  mutating func take(_ byte: UInt8) -> [Typed] {
    if byte & 0xC0 != 0x80, isUnfinished { dropUnfinished() }
    bytes.append(byte)
    guard let first = bytes.first, let length = Self.length(first: first) else {
      dropUnfinished()
      return []
    }
    guard bytes.count == length else { return [] }
    guard let scalar = Self.scalar(bytes), scalar.properties.generalCategory != .control else {
      dropUnfinished()
      return []
    }
    bytes = []
    return take(scalar)
  }

  /// Forgets the bytes of what is no character, with the Alt that came before them: it must not pass
  /// to a character that is typed later.
  mutating func dropUnfinished() {
    bytes = []
    isAlt = false
  }

  /// The last character, when no other scalar belongs to it.
  mutating func end() -> Typed? {
    defer { cluster = "" }
    return cluster.first.map { Typed(character: $0, isAlt: false) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> [Typed] {
    if isAlt {
      // One key, whatever comes after it in the same read or in a later one.
      isAlt = false
      return [Typed(character: Character(scalar), isAlt: true)]
    }
    var longer = cluster
    longer.unicodeScalars.append(scalar)
    if longer.count == 1, longer.unicodeScalars.count <= Self.most {
      cluster = longer
      return []
    }
    let before = end()
    cluster = String(Character(scalar))
    return before.map { [$0] } ?? []
  }

  private static func length(first: UInt8) -> Int? {
    switch first {
    case 0x00..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: nil
    }
  }

  private static func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
    String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }
}
