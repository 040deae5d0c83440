import CScan

/// Folds the strings of one case after the other into an arena.
///
/// Not for several threads at once: each builds its own, and `TextArena.init(joining:)` puts them
/// in a row.
public final class TextArenaBuilder {
  private let segmentSize: Int
  private let signs: Bool
  private let level = cscan_best_level()
  private var finished: [TextArenaSegment] = []
  @exclusivity(unchecked) private var text = GrowingMemory<UInt8>()
  @exclusivity(unchecked) private var starts = GrowingMemory<UInt32>()
  @exclusivity(unchecked) private var masks = GrowingMemory<UInt64>()
  @exclusivity(unchecked) private var signature = GrowingMemory<UInt64>()

  private static let limit = Int(UInt32.max) - TextArenaSegment.padding

  /// Starts with no case.
  ///
  /// - Parameters:
  ///   - segmentSize: Bytes of folded text after which a new segment begins, between two cases.
  ///   - signs: Whether to sign the text at once, a third of the work; `TextArena.signed` does it
  ///     later. Searches of text that is not signed read all of it.
  public init(segmentSize: Int = 64 << 20, signs: Bool = true) {
    self.segmentSize = segmentSize
    self.signs = signs
  }

  deinit {
    text.release()
    starts.release()
    masks.release()
    signature.release()
  }

  /// Bytes of folded text in the segment that is being built.
  public var pendingByteCount: Int { text.count }

  /// Adds a string, in UTF-8, to the case that is being built.
  ///
  /// - Throws: `TextArenaError`; the string is then left out.
  public func append(_ utf8: UnsafeRawBufferPointer) throws(TextArenaError) {
    let room = Fold.room(for: utf8.count) + 1
    guard text.count + room <= Self.limit else { throw .caseTooLarge(limit: Self.limit) }
    let target = try text.room(for: room)
    let count = Fold.fold(utf8, into: UnsafeMutableRawBufferPointer(target))
    target[count] = TextArenaSegment.separator
    text.commit(count + 1)
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
    if starts.count == 0 { try starts.append(0) }
    let bytes = text.elements[Int(starts.elements[starts.count - 1])...]
    let mask = UnsafeBufferPointer(rebasing: bytes).withBase { cscan_mask(level, $0, bytes.count) }
    _ = try masks.room(for: 1)
    try starts.append(UInt32(text.count))
    try masks.append(mask ?? 0)
    if signs { try TrigramSignature.extend(&signature, over: text.elements) }
    if text.count >= segmentSize { try endSegment() }
  }

  /// Takes back the strings after the last end of a case.
  public func dropUnfinishedCase() {
    text.drop(downTo: starts.count == 0 ? 0 : Int(starts.elements[starts.count - 1]))
  }

  /// The arena of all ended cases, without the strings after the last end; the builder then starts
  /// anew with no case.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  public func finish() throws(TextArenaError) -> TextArena {
    if masks.count > 0 { try endSegment() }
    text.release()
    defer { finished = [] }
    return TextArena(segments: finished)
  }

  private func endSegment() throws(TextArenaError) {
    text.drop(downTo: Int(starts.elements[starts.count - 1]))
    let segment = TextArenaSegment(
      text: try text.freeze(padding: TextArenaSegment.padding),
      starts: try starts.freeze(padding: 0),
      masks: try masks.freeze(padding: 0),
      signature: try signature.freeze(padding: 0))
    if let segment { finished.append(segment) }
  }
}

extension UnsafeBufferPointer {
  /// Calls the body with the address of the first element, if there are any.
  func withBase<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result? {
    count > 0 ? baseAddress.map(body) : nil
  }
}
