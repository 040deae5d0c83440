/// An encoding of text that files come in.
public enum TextEncoding: Sendable, Hashable, Codable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16, little endian.
  case utf16LittleEndian
  /// UTF-16, big endian.
  case utf16BigEndian
  /// UTF-32, little endian.
  case utf32LittleEndian
  /// UTF-32, big endian.
  case utf32BigEndian
  /// Windows-1252, the Western European one of Windows.
  case windows1252
  /// Mac OS Roman.
  case macRoman
  /// ISO 8859-1.
  case latin1

  /// The bytes that may stand before text in this encoding and are no part of it.
  public var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .windows1252, .macRoman, .latin1: []
    }
  }

  /// Bytes of one unit.
  var unitWidth: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }
}

/// What the bytes of a file look like.
public enum ContentKind: Sendable, Hashable, Codable {
  /// Text in an encoding.
  case text(TextEncoding)
  /// Compressed with gzip.
  case gzip
  /// A ZIP archive, as xlsx is.
  case zip
  /// A program for Linux.
  case elf
  /// Not text.
  case binary
}
