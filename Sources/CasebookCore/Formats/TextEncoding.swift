/// An encoding of text that files come in.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
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
}

/// What the bytes of a file look like.
public enum ContentKind: Sendable, Hashable {
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

extension TextEncoding {
  /// The encoding that text which is not UTF-8 looks like, if any.
  static func guess(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? { nil }
}
