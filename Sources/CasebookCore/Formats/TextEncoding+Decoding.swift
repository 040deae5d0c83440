extension TextEncoding {
  /// What one byte or several at the start of a text in this encoding mean.
  enum Step: Equatable {
    /// A character, and how many bytes it takes.
    case scalar(Unicode.Scalar, width: Int)
    /// It takes more bytes to tell.
    case incomplete
  }

  /// The character at an offset of a text.
  ///
  /// Every byte comes out as a character, so that no row is lost. Bytes that Windows-1252 does not
  /// assign are control characters, as the Encoding Standard of the WHATWG says; half of a pair of
  /// UTF-16, or a unit that is no character, is U+FFFD. In UTF-8 a byte that belongs to no character
  /// is read as Windows-1252.
  ///
  /// - Parameters:
  ///   - offset: Where the character begins.
  ///   - bytes: The text, or a stretch of it.
  ///   - isWhole: Whether no bytes follow.
  /// - Returns: The character, or that more bytes are needed.
  func step(at offset: Int, in bytes: UnsafeRawBufferPointer, isWhole: Bool) -> Step {
    switch self {
    case .utf8:
      switch Self.utf8Width(at: offset, in: bytes) {
      case nil where !isWhole: return .incomplete
      case nil, 0: return .scalar(SingleByteTable.character(bytes[offset], .windows1252), width: 1)
      case let width?:
        var decoder = UTF8()
        var rest = bytes[offset..<offset + width].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return .incomplete }
        return .scalar(scalar, width: width)
      }
    case .utf16LittleEndian, .utf16BigEndian: return wideStep(at: offset, in: bytes, isWhole)
    case .utf32LittleEndian, .utf32BigEndian:
      guard let unit = unit(at: offset, in: bytes) else {
        return isWhole ? .scalar("\u{FFFD}", width: bytes.count - offset) : .incomplete
      }
      return .scalar(Unicode.Scalar(unit) ?? "\u{FFFD}", width: 4)
    case .windows1252, .macRoman, .latin1:
      return .scalar(SingleByteTable.character(bytes[offset], self), width: 1)
    }
  }

  /// How many bytes the character of UTF-8 at an offset takes: 0 if there is none, nil if the bytes
  /// end before it does.
  static func utf8Width(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    guard (0xC2...0xF4).contains(lead) else { return 0 }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    for next in 1..<width {
      guard offset + next < bytes.count else { return nil }
      let allowed = next == 1 ? low...high : 0x80...0xBF
      guard allowed.contains(bytes[offset + next]) else { return 0 }
    }
    return width
  }

  // MARK: -

  private func unit(at offset: Int, in bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard offset + unitWidth <= bytes.count else { return nil }
    let isLittle = self == .utf16LittleEndian || self == .utf32LittleEndian
    return (0..<unitWidth).reduce(0) { number, place in
      number << 8 | UInt32(bytes[offset + (isLittle ? unitWidth - 1 - place : place)])
    }
  }

  private func wideStep(
    at offset: Int, in bytes: UnsafeRawBufferPointer, _ isWhole: Bool
  ) -> Step {
    guard let high = unit(at: offset, in: bytes) else {
      return isWhole ? .scalar("\u{FFFD}", width: bytes.count - offset) : .incomplete
    }
    if let scalar = Unicode.Scalar(high) { return .scalar(scalar, width: 2) }
    guard high < 0xDC00 else { return .scalar("\u{FFFD}", width: 2) }
    guard let low = unit(at: offset + 2, in: bytes) else {
      return isWhole ? .scalar("\u{FFFD}", width: 2) : .incomplete
    }
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { return .scalar("\u{FFFD}", width: 2) }
    return .scalar(scalar, width: 4)
  }
}

/// What bytes from 0x80 on mean in encodings of one byte a character.
enum SingleByteTable {
  /// Windows code page 1252; five bytes mean nothing.
  static let windows1252: [Unicode.Scalar?] =
    "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ".unicodeScalars.map { $0 == "·" ? nil : $0 }
    + (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) }

  /// Mac OS Roman as Apple defined it after 1998, with the euro sign.
  static let macRoman: [Unicode.Scalar?] = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars)

  /// The character of a byte; a byte that means nothing is the control character of its number.
  static func character(_ byte: UInt8, _ encoding: TextEncoding) -> Unicode.Scalar {
    guard byte >= 0x80, encoding != .latin1 else { return Unicode.Scalar(byte) }
    let table = encoding == .macRoman ? macRoman : windows1252
    return table[Int(byte) - 0x80] ?? Unicode.Scalar(byte)
  }
}
