import CScan

/// Folds the strings of one case after the other into an arena.
///
/// Not for several threads at once: each builds its own, and `TextArena.init(joining:)` puts them
/// in a row.
public final class TextArenaBuilder {
  private let segmentSize: Int
  private var finished: [TextArenaSegment] = []
  @exclusivity(unchecked) private var arena = cscan_arena()

  /// Starts with no case.
  ///
  /// - Parameter segmentSize: Bytes of folded text after which a new segment begins, between two
  ///   cases.
  public init(segmentSize: Int = 64 << 20) {
    self.segmentSize = segmentSize
  }

  deinit { cscan_arena_free(&arena) }

  /// Bytes of folded text in the segment that is being built.
  public var pendingByteCount: Int { arena.text_count }

  /// Adds a string, in UTF-8, to the case that is being built.
  ///
  /// - Throws: `TextArenaError`; the string is then left out.
  public func append(_ utf8: UnsafeRawBufferPointer) throws(TextArenaError) {
    try cscan_arena_append(
      &arena, utf8.baseAddress?.assumingMemoryBound(to: UInt8.self), utf8.count
    ).check(bytes: utf8.count)
  }

  /// Adds a string to the case that is being built.
  ///
  /// - Throws: `TextArenaError`; the string is then left out.
  public func append(_ string: String) throws(TextArenaError) {
    var string = string
    let result = string.withUTF8 { bytes in
      Result { () throws(TextArenaError) in try append(UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Ends the case that is being built; the next string begins another.
  ///
  /// - Throws: `TextArenaError`; the case is then not ended.
  public func endCase() throws(TextArenaError) {
    try cscan_arena_end_case(&arena).check(bytes: arena.text_count)
    if arena.text_count >= segmentSize { try endSegment() }
  }

  /// Takes back the strings after the last end of a case.
  public func dropUnfinishedCase() {
    cscan_arena_drop_case(&arena)
  }

  /// The arena of all ended cases, without the strings after the last end; the builder then starts
  /// anew with no case.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  public func finish() throws(TextArenaError) -> TextArena {
    try endSegment()
    defer { finished = [] }
    return TextArena(segments: finished)
  }

  private func endSegment() throws(TextArenaError) {
    guard let segment = try TextArenaSegment(taking: &arena) else { return }
    finished.append(segment)
  }
}

extension TextArenaSegment {
  /// Takes over the ended cases of an arena, which is empty then; nothing where there are none.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  init?(taking arena: inout cscan_arena) throws(TextArenaError) {
    defer {
      cscan_arena_free(&arena)
    }
    guard arena.mask_count > 0 else { return nil }
    try cscan_arena_seal(&arena).check(bytes: Int(CSCAN_PADDING))
    let taken = arena
    arena = cscan_arena()
    self.init(
      text: MemoryRegion(taking: taken.text, count: taken.text_count),
      starts: MemoryRegion(taking: taken.starts, count: taken.start_count),
      masks: MemoryRegion(taking: taken.masks, count: taken.mask_count))
    // While the text is at hand, so that the first key need not fetch it.
    _ = frequencies.of(self)
  }
}

extension cscan_arena_result {
  /// Throws where a step that needed so many bytes did not succeed.
  func check(bytes: Int) throws(TextArenaError) {
    if self == CSCAN_ARENA_TOO_LARGE { throw .caseTooLarge(limit: Int(CSCAN_ARENA_LIMIT)) }
    if self == CSCAN_ARENA_NO_MEMORY { throw .outOfMemory(bytes: bytes) }
  }
}
