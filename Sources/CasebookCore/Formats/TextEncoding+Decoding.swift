/// Text that is not in the encoding it was said to be in.
public struct TextDecodingError: Error, Sendable, Hashable {
  /// The encoding.
  public var encoding: TextEncoding
  /// The byte where it fails, from 0.
  public var byteOffset: Int
}

extension TextEncoding {
  /// The UTF-8 of text in this encoding, without a byte order mark.
  ///
  /// Nothing is replaced: bytes that mean nothing in the encoding throw `TextDecodingError`.
  public func utf8(of bytes: UnsafeRawBufferPointer) throws(TextDecodingError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var at = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    while at < bytes.count {
      guard let (scalar, width) = scalar(at: at, in: bytes) else {
        throw TextDecodingError(encoding: self, byteOffset: at)
      }
      if scalar.isASCII {
        text.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        text.append(contentsOf: scalar.utf8)
      }
      at += width
    }
    return text
  }

  // MARK: -

  /// The character at a byte and how many bytes it takes.
  private func scalar(
    at offset: Int, in bytes: UnsafeRawBufferPointer
  ) -> (Unicode.Scalar, width: Int)? {
    switch self {
    case .utf8:
      let first = bytes[offset]
      if first < 0x80 { return (Unicode.Scalar(first), 1) }
      var decoder = UTF8()
      var rest = bytes[offset...].prefix(4).makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
      return (scalar, UTF8.width(scalar))
    case .utf16LittleEndian, .utf16BigEndian:
      return wideScalar(at: offset, in: bytes)
    case .utf32LittleEndian, .utf32BigEndian:
      return unit(at: offset, in: bytes).flatMap(Unicode.Scalar.init).map { ($0, 4) }
    case .windows1252: return singleByte(bytes[offset], SingleByteTable.windows1252)
    case .macRoman: return singleByte(bytes[offset], SingleByteTable.macRoman)
    case .latin1: return (Unicode.Scalar(bytes[offset]), 1)
    }
  }

  private func singleByte(
    _ byte: UInt8, _ table: [Unicode.Scalar?]
  ) -> (Unicode.Scalar, width: Int)? {
    byte < 0x80 ? (Unicode.Scalar(byte), 1) : table[Int(byte) - 0x80].map { ($0, 1) }
  }

  private func unit(at offset: Int, in bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard offset + unitWidth <= bytes.count else { return nil }
    let unit = bytes[offset..<offset + unitWidth]
    let isLittle = self == .utf16LittleEndian || self == .utf32LittleEndian
    let ordered = isLittle ? Array(unit.reversed()) : Array(unit)
    return ordered.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func wideScalar(
    at offset: Int, in bytes: UnsafeRawBufferPointer
  ) -> (Unicode.Scalar, width: Int)? {
    guard let high = unit(at: offset, in: bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 2) }
    guard high < 0xDC00, let low = unit(at: offset + 2, in: bytes), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { ($0, 4) }
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
}
