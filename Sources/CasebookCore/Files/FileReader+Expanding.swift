extension FileReader {
  /// Bytes of text that are kept before the rest is counted: a file that holds more than the limit
  /// is refused before it takes the memory.
  private static let uncounted = 256 << 20

  /// Reads the whole text of a compressed file; one that changes meanwhile is read again once.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - compression: how it is compressed.
  ///   - limit: bytes of text.
  /// - Returns: the text, and what the file was.
  /// - Throws: ``SourceFileError`` where it cannot be read, or is not what its name says.
  static func expanded(
    _ path: String, _ compression: Compression, limit: Int
  ) throws(SourceFileError) -> (SourceBytes, FileIdentity) {
    for _ in 0..<2 {
      let stream = TextStream(try FileReader(path), compression)
      let bytes = try all(of: stream, path, compression, limit: limit)
      if stream.isUnchanged { return (bytes, stream.identity) }
    }
    throw .changedWhileRead
  }

  private static func all(
    of stream: TextStream, _ path: String, _ compression: Compression, limit: Int
  ) throws(SourceFileError) -> SourceBytes {
    var text = SourceBytes(capacity: 1 << 20)
    var count = 0
    while true {
      let room = UnsafeMutableRawBufferPointer(rebasing: text.room[count...])
      let got = try stream.read(into: room)
      count += got
      guard count <= limit else { throw .expandsBeyond(limit: limit) }
      if got < room.count {
        text.finish(count: count)
        return text
      }
      text.finish(count: count)
      let wanted =
        count * 2 <= uncounted
        ? count * 2 : max(count, try self.count(path, compression, limit: limit)) + 1
      let larger = SourceBytes(capacity: wanted)
      text.withBytes { larger.room.copyMemory(from: $0) }
      text = larger
    }
  }

  /// Counts the text of a compressed file, up to a limit.
  private static func count(
    _ path: String, _ compression: Compression, limit: Int
  ) throws(SourceFileError) -> Int {
    let stream = TextStream(try FileReader(path), compression)
    let scratch = SourceBytes(capacity: 1 << 20)
    while try stream.read(into: scratch.room) == scratch.room.count {
      guard stream.position <= limit else { throw .expandsBeyond(limit: limit) }
    }
    guard stream.position <= limit else { throw .expandsBeyond(limit: limit) }
    return stream.position
  }
}
