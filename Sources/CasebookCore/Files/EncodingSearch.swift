internal import CJSON

/// The encoding that a text is read in because it is not UTF-8, and the rule that decided it.
public struct EncodingFinding: Sendable, Hashable, Codable {
  /// What tells the encoding.
  public enum Rule: Sendable, Hashable, Codable {
    /// The byte order mark that the text begins with.
    case mark
    /// Every second byte, or three of four, is zero.
    case zeros
    /// Bytes that belong to no character of UTF-8: how many, the line of the first from 1, and how
    /// many characters beyond ASCII are UTF-8.
    case bytes(others: Int, line: Int, utf8: Int)
  }

  /// The encoding; UTF-8 if only some bytes are not, which are read as Windows-1252.
  public var encoding: TextEncoding
  /// Why.
  public var rule: Rule
}

/// Finds out in which encoding a text is written.
///
/// A byte order mark decides, then zeros in regular places. Any other text is UTF-8 if it is valid
/// throughout. If it is not, and at least as many characters beyond ASCII are UTF-8 as bytes are
/// not, it is UTF-8 with stray bytes; else it is Mac Roman if its letters say so clearly, else
/// Windows-1252.
struct EncodingSearch {
  private var others = 0
  private var characters = 0
  private var lineFeeds = 0
  private var returns = 0
  private var firstLine = 1
  private var scores = (windows: 0, mac: 0)

  /// Bytes that are looked at to decide whether all are worth it, and that are read at one go.
  static let blockSize = 1 << 16

  /// Looks at a text.
  ///
  /// - Parameters:
  ///   - isThorough: Whether to look at the whole text even if its beginning is UTF-8.
  ///   - source: Gives the next bytes; fewer than there is room for only at the end.
  /// - Returns: The encoding; nil for UTF-8 and for what is no text.
  /// - Throws: What the source throws.
  static func find(
    isThorough: Bool, _ source: (UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int
  ) throws(SourceFileError) -> EncodingFinding? {
    let block = SourceBytes(capacity: blockSize)
    block.finish(count: try source(block.room))
    if let kind = block.withBytes({ ContentKind.other(than: .utf8, at: $0) }) {
      guard case .text(let encoding) = kind else { return nil }
      let isMarked = block.withBytes { $0.starts(with: encoding.byteOrderMark) }
      return EncodingFinding(encoding: encoding, rule: isMarked ? .mark : .zeros)
    }
    var search = EncodingSearch()
    var isFirst = true
    while true {
      let isLast = block.count < blockSize
      let used = block.withBytes { search.add($0, isLast: isLast) }
      if isLast || isFirst && !isThorough && search.others == 0 { return search.finding }
      isFirst = false
      // The bytes of a character that was cut stand before those that come next.
      let rest = block.count - used
      let room = block.room
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[used..<block.count]))
      let got = try source(UnsafeMutableRawBufferPointer(rebasing: room[rest...]))
      block.finish(count: rest + got)
    }
  }

  /// Looks at the text of a file; see ``find(isThorough:_:)``. A file that cannot be read has none.
  static func find(
    _ place: SourcePlace, _ form: TextForm, limit: Int, isThorough: Bool
  ) -> EncodingFinding? {
    guard let reader = try? FileReader(place) else { return nil }
    let stream = TextStream(reader, form, limit: limit)
    return try? find(isThorough: isThorough) { room throws(SourceFileError) in
      try stream.read(into: room)
    }
  }

  private var finding: EncodingFinding? {
    guard others > 0 else { return nil }
    let isMac = scores.mac > 2 * max(scores.windows, 0)
    let encoding: TextEncoding =
      characters >= others ? .utf8 : isMac ? .macRoman : .windows1252
    return EncodingFinding(
      encoding: encoding, rule: .bytes(others: others, line: firstLine, utf8: characters))
  }

  // MARK: -

  /// Counts what is UTF-8 and what is not; says how many bytes were looked at.
  private mutating func add(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    var at = 0
    while at < bytes.count {
      let bad = Int(cjson_utf8_error(base, UInt32(at), UInt32(bytes.count)))
      for byte in bytes[at..<bad] {
        if byte >= 0xC0 { characters += 1 }
        if byte == ASCII.lineFeed { lineFeeds += 1 }
        if byte == ASCII.carriageReturn { returns += 1 }
      }
      at = bad
      if at == bytes.count { break }
      if !isLast, TextEncoding.utf8Width(at: at, in: bytes) == nil { break }
      if others == 0 { firstLine = 1 + (lineFeeds > 0 ? lineFeeds : returns) }
      others += 1
      let (windows, mac) = TextEncoding.evidence(at: at, in: bytes)
      scores.windows += windows
      scores.mac += mac
      at += 1
    }
    return at
  }
}
