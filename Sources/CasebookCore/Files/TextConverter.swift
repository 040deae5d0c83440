/// Turns the bytes of a text in another encoding into UTF-8, a block at a time.
///
/// For one thread; memory is that of a block and of what it becomes.
final class TextConverter {
  private let encoding: TextEncoding
  private let input: SourceBytes
  /// The bytes of the block that have not been turned yet.
  private var unread = 0..<0
  private var isAtStart = true
  private var isAtEnd = false
  /// What the last bytes became, and how much of it was given out.
  private var made: [UInt8] = []
  private var given = 0

  /// Begins at the start of a text.
  ///
  /// - Parameters:
  ///   - encoding: What the text is written in.
  ///   - blockSize: Bytes that are read at one go, at least 8.
  init(_ encoding: TextEncoding, blockSize: Int = 1 << 16) {
    self.encoding = encoding
    input = SourceBytes(capacity: blockSize)
  }

  /// Fills a room with the next bytes of UTF-8, without a byte order mark; fewer only if the text
  /// ends.
  ///
  /// - Parameters:
  ///   - room: What is filled.
  ///   - source: Gives the next bytes of the text; fewer than there is room for only at its end.
  /// - Returns: How many bytes the room was filled with.
  /// - Throws: What the source throws.
  func read(
    into room: UnsafeMutableRawBufferPointer,
    from source: (UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int
  ) throws(SourceFileError) -> Int {
    var done = 0
    while done < room.count {
      if given == made.count {
        try fill(from: source)
        if made.isEmpty { break }
      }
      let count = min(room.count - done, made.count - given)
      made.withUnsafeBytes { raw in
        UnsafeMutableRawBufferPointer(rebasing: room[done...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[given..<given + count]))
      }
      given += count
      done += count
    }
    return done
  }

  // MARK: -

  private func fill(
    from source: (UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int
  ) throws(SourceFileError) {
    made.removeAll(keepingCapacity: true)
    given = 0
    while made.isEmpty, !isAtEnd || !unread.isEmpty {
      let room = input.room
      let rest = unread.count
      if rest > 0 { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[unread])) }
      if !isAtEnd {
        let free = UnsafeMutableRawBufferPointer(rebasing: room[rest...])
        let got = try source(free)
        isAtEnd = got < free.count
        unread = 0..<rest + got
      }
      convert(UnsafeRawBufferPointer(rebasing: room[unread]))
    }
  }

  /// Turns as many characters as are whole.
  private func convert(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    if isAtStart {
      isAtStart = false
      let mark = encoding.byteOrderMark
      if !mark.isEmpty, bytes.starts(with: mark) { at = mark.count }
    }
    let hasASCII = encoding.unitWidth == 1
    while at < bytes.count {
      if hasASCII, bytes[at] < 0x80 {
        let end = bytes[at...].firstIndex { $0 >= 0x80 } ?? bytes.count
        made.append(contentsOf: bytes[at..<end])
        at = end
        continue
      }
      guard case .scalar(let scalar, let width) = encoding.step(at: at, in: bytes, isWhole: isAtEnd)
      else { break }
      made.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      at += width
    }
    unread = at..<bytes.count
  }
}
