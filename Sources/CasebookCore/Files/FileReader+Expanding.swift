extension FileReader {
  /// Bytes of text that are kept before the rest is counted: a file that holds more than the limit
  /// is refused before it takes the memory.
  private static let uncounted = 256 << 20
  /// Bytes of text that are expanded first, and of each step while they are counted.
  private static let step = 1 << 20

  /// Reads the whole text of a file that has to be made; a file that changes meanwhile is read again
  /// once.
  ///
  /// - Parameters:
  ///   - place: the file.
  ///   - form: how its text comes out of it.
  ///   - limit: bytes of text.
  ///   - memory: bytes of memory that there are; nil if that is not known.
  /// - Returns: the text, and what the file was.
  /// - Throws: ``SourceFileError`` where it cannot be read, or is not what its name says.
  static func expanded(
    _ place: SourcePlace, _ form: TextForm, limit: Int, memory: Int?
  ) throws(SourceFileError) -> (SourceBytes, FileIdentity) {
    for _ in 0..<2 {
      let stream = TextStream(try FileReader(place), form, limit: limit)
      let bytes = try all(of: stream, place, form, limit: limit, memory: memory)
      if stream.isUnchanged { return (bytes, stream.identity) }
    }
    throw .changedWhileRead
  }

  private static func all(
    of stream: TextStream, _ place: SourcePlace, _ form: TextForm, limit: Int,
    memory: Int?
  ) throws(SourceFileError) -> SourceBytes {
    var text = SourceBytes(capacity: step)
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
        ? count * 2 : max(count, try self.count(place, form, limit: limit)) + 1
      try check(wanted, fitsInto: memory)
      let larger = try SourceBytes(room: wanted)
      text.withBytes { larger.room.copyMemory(from: $0) }
      text = larger
    }
  }

  /// Counts the text of a file, up to a limit.
  private static func count(
    _ place: SourcePlace, _ form: TextForm, limit: Int
  ) throws(SourceFileError) -> Int {
    let stream = TextStream(try FileReader(place), form, limit: limit)
    let scratch = SourceBytes(capacity: step)
    while try stream.read(into: scratch.room) == scratch.room.count {
      guard stream.position <= limit else { throw .expandsBeyond(limit: limit) }
    }
    guard stream.position <= limit else { throw .expandsBeyond(limit: limit) }
    return stream.position
  }
}
