/// The bytes of a file, or of a slice of one, with the places of bytes as lines and columns.
///
/// Places are cheapest when asked for in rising order: each question counts on from the last one.
public final class SourceText {
  /// The bytes, in whatever encoding they are.
  public let bytes: UnsafeRawBufferPointer
  /// The line of the file that the first byte stands on, from 1.
  public let firstLine: Int
  /// The offset of the first byte in the file.
  public let firstByte: Int

  /// What the bytes look like; looked at once.
  public private(set) lazy var contentKind = ContentKind.sniff(bytes)

  private let owned: UnsafeMutableRawBufferPointer?
  private var lineStart = 0
  private var line = 0

  /// Refers to bytes that stay where they are as long as the text is used.
  public init(borrowing bytes: UnsafeRawBufferPointer, firstLine: Int = 1, firstByte: Int = 0) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstByte = firstByte
    owned = nil
  }

  /// Copies bytes.
  public init<Bytes: Collection<UInt8>>(
    copying bytes: Bytes, firstLine: Int = 1, firstByte: Int = 0
  ) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    self.firstLine = firstLine
    self.firstByte = firstByte
    owned = copy
  }

  deinit {
    owned?.deallocate()
  }

  /// The place of a byte, counted from the first byte of this text; past the end, the end.
  ///
  /// Lines end with LF, CR or CRLF. Columns are Unicode scalars; a byte order mark has none.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    if offset < lineStart {
      lineStart = 0
      line = 0
    }
    advance(to: offset)
    var column = 1
    var start = lineStart
    if start == 0, firstByte == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = min(3, offset)
    }
    for byte in bytes[start..<max(start, offset)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return SourcePosition(
      line: firstLine + line, column: column, byteOffset: firstByte + offset)
  }

  // MARK: -

  private func advance(to offset: Int) {
    var at = lineStart
    while at < offset {
      let byte = bytes[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A {
        guard at < offset else { return }
        at += 1
      }
      line += 1
      lineStart = at
    }
  }
}
