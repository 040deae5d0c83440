/// What a file is by its first bytes.
enum FileSignature: Equatable {
  /// Text, or something whose beginning says nothing.
  case none
  /// Compressed text.
  case compressed(Compression)
  /// Tables in a form that is not text. An archive may be a workbook.
  case tables(TableFileKind)
  /// Something that is not read.
  case notRead(UnreadKind)

  /// Bytes of a file that are looked at.
  static let length = 1_024

  /// Looks at the beginning of a file.
  ///
  /// - Parameter bytes: The first ``length`` bytes, or all of a shorter file.
  init(_ bytes: UnsafeRawBufferPointer) {
    self =
      Self.binary.first { bytes.starts(with: $0.bytes) }?.signature
      ?? Self.stata(bytes) ?? Self.portable(bytes) ?? Self.text(bytes) ?? .none
  }

  private static let binary: [(bytes: [UInt8], signature: FileSignature)] = [
    ([0x1F, 0x8B], .compressed(.gzip)),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed(.zstandard)),
    ([0xFD] + "7zXZ\0".utf8, .compressed(.xz)),
    ("PK\u{3}\u{4}".utf8 + [], .tables(.zip)),
    ("PK\u{5}\u{6}".utf8 + [], .tables(.zip)),
    ("PAR1".utf8 + [], .tables(.parquet)),
    ("ARROW1".utf8 + [], .tables(.arrow)),
    ("FEA1".utf8 + [], .notRead(.featherOne)),
    ("SQLite format 3\0".utf8 + [], .tables(.sqlite)),
    ("<stata_dta>".utf8 + [], .tables(.stata)),
    ("$FL2".utf8 + [], .tables(.spss)),
    ("$FL3".utf8 + [], .tables(.spss)),
    ("HEADER RECORD*******LIB".utf8 + [], .tables(.sasTransport)),
    (sas, .tables(.sas)),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .notRead(.oldWorkbook)),
    ("%PDF-".utf8 + [], .notRead(.pdf)),
    ("{\\rtf".utf8 + [], .notRead(.word)),
    ([0x42, 0x5A, 0x68], .notRead(.compressedOtherwise)),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .notRead(.compressedOtherwise)),
    ("Rar!\u{1A}\u{7}".utf8 + [], .notRead(.compressedOtherwise)),
  ]

  /// The first 32 bytes of each `.sas7bdat` file.
  private static let sas: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC2, 0xEA, 0x81, 0x60,
    0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 0x08, 0x00, 0x09, 0xC7, 0x31, 0x8C, 0x18, 0x1F, 0x10, 0x11,
  ]

  /// Stata before version 13: its version, the order of bytes, and 1.
  private static func stata(_ bytes: UnsafeRawBufferPointer) -> FileSignature? {
    guard bytes.count > 4, (102...115).contains(bytes[0]), bytes[1] == 1 || bytes[1] == 2,
      bytes[2] == 1, bytes[3] == 0
    else { return nil }
    return .tables(.stata)
  }

  /// SPSS portable: a title in five alphabets of 40 bytes, then one of characters, then `SPSSPORT`.
  private static func portable(_ bytes: UnsafeRawBufferPointer) -> FileSignature? {
    let mark = 456..<464
    // Lines of 80 bytes may be ended in between.
    guard bytes.count >= 480 else { return nil }
    let plain = bytes.prefix(480).filter { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    guard plain.count >= mark.upperBound, plain[mark].elementsEqual("SPSSPORT".utf8) else {
      return nil
    }
    return .tables(.spssPortable)
  }

  // MARK: - Text that is no table

  /// Text that others write in the place of a table: pointers to large files, and web pages.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> FileSignature? {
    let start = bytes[ByteOrderMark.length(in: bytes)...].drop { $0 <= 0x20 }
    if start.starts(with: "version https://git-lfs.github.com/spec/".utf8) {
      return .notRead(.pointer(size: size(in: start)))
    }
    let lower = start.prefix(14).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8) {
      return .notRead(.webPage)
    }
    return nil
  }

  /// The number on the line `size N` of a pointer; 0 if there is none.
  private static func size(in pointer: Slice<UnsafeRawBufferPointer>) -> Int {
    let lines = pointer.split(separator: ASCII.lineFeed)
    guard let line = lines.first(where: { $0.starts(with: "size ".utf8) }) else { return 0 }
    return line.dropFirst(5).prefix(18).reduce(0) { number, byte in
      (0x30...0x39).contains(byte) ? number * 10 + Int(byte - 0x30) : number
    }
  }
}

/// What a file is that is not read.
public enum UnreadKind: Sendable, Hashable, Codable {
  /// A workbook of Excel before 2007, or another file of its container format.
  case oldWorkbook
  /// A binary workbook, `.xlsb`.
  case binaryWorkbook
  /// A file that is encrypted.
  case encrypted
  /// A file of OpenDocument, such as `.ods`.
  case openDocument
  /// A text document.
  case word
  /// Feather version 1.
  case featherOne
  /// Compressed or archived in a way that is not read.
  case compressedOtherwise
  /// An archive inside an archive, or a workbook.
  case nestedArchive
  /// A web page.
  case webPage
  /// A PDF document.
  case pdf
  /// A pointer of Git LFS to a file of `size` bytes; 0 if it does not say.
  case pointer(size: Int)
  /// A workbook or database without a table.
  case noTables
}
