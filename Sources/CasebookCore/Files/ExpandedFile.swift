import Synchronization

/// The text of a compressed file or of a table in a workbook, by ranges, for showing and citing its
/// cases.
///
/// Such a file can only be read from its beginning on. What was read last is kept, within a bound,
/// and the stream stays open where it stands: going on is cheap, going back reads anew. Any thread
/// may ask.
final class ExpandedFile: Sendable {
  private let form: TextForm
  /// Bytes of a block.
  private let blockSize: Int
  private let state = Mutex(State())

  /// Blocks that are kept: 16 MiB at the usual size.
  private static let keptBlocks = 16

  // Sound to send: only ever touched under the lock.
  private struct State: @unchecked Sendable {
    var stream: TextStream?
    var blocks: [Int: SourceBytes] = [:]
    /// The kept blocks, the one asked for last at the end.
    var order: [Int] = []
  }

  init(_ form: TextForm, blockSize: Int = PieceSizes().block) {
    self.form = form
    self.blockSize = blockSize
  }

  /// The bytes of a stretch of the text.
  ///
  /// - Throws: ``SourceFileError/changedSinceLoad`` where the file is not what it was.
  /// - Complexity: linear in the end of the stretch where it lies before what was read last.
  func bytes(
    _ range: Range<Int>, place: SourcePlace, identity: FileIdentity?
  ) throws(SourceFileError) -> SourceBytes {
    let result = state.withLock { state in
      Result { () throws(SourceFileError) in
        try read(range, place: place, identity: identity, &state)
      }
    }
    return try result.get()
  }

  private func read(
    _ range: Range<Int>, place: SourcePlace, identity: FileIdentity?, _ state: inout State
  ) throws(SourceFileError) -> SourceBytes {
    let current = try FileReader(place).identity
    if let identity, current != identity { throw .changedSinceLoad }
    if state.stream?.identity != current { state = State() }
    let found = try SourceBytes(room: range.count)
    var done = 0
    while done < range.count {
      let at = range.lowerBound + done
      let block = try block(at / blockSize, place: place, &state)
      let start = at % blockSize
      let count = min(block.count - start, range.count - done)
      guard count > 0 else { throw .changedSinceLoad }
      block.withBytes { raw in
        UnsafeMutableRawBufferPointer(rebasing: found.room[done...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[start..<start + count]))
      }
      done += count
    }
    found.finish(count: done)
    return found
  }

  private func block(
    _ number: Int, place: SourcePlace, _ state: inout State
  ) throws(SourceFileError) -> SourceBytes {
    if let block = state.blocks[number] {
      state.order.removeAll { $0 == number }
      state.order.append(number)
      return block
    }
    if state.stream.map({ $0.position > number * blockSize }) ?? true {
      state.stream = TextStream(try FileReader(place), form)
    }
    guard let stream = state.stream else { throw .changedSinceLoad }
    while true {
      let next = stream.position / blockSize
      let block = SourceBytes(capacity: blockSize)
      block.finish(count: try stream.read(into: block.room))
      keep(block, number: next, &state)
      if next == number { return block }
      guard block.count == blockSize else { throw .changedSinceLoad }
    }
  }

  private func keep(_ block: SourceBytes, number: Int, _ state: inout State) {
    if state.order.count == Self.keptBlocks { state.blocks[state.order.removeFirst()] = nil }
    state.order.removeAll { $0 == number }
    state.order.append(number)
    state.blocks[number] = block
  }
}
