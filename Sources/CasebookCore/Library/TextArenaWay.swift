/// How the cases that contain a needle are found: whichever is likely to read the least.
enum TextArenaWay: Sendable, Equatable {
  /// Every case has it.
  case all
  /// No case can have it.
  case none
  /// The masks of the cases say it.
  case masks(UInt64)
  /// All text is searched.
  case scan
  /// The text of some cases is searched.
  case among(Bitmap)
  /// The text of some blocks is searched: for each segment, a word for each tile.
  case blocks([[UInt64]])

  /// Bytes read in a row in the time that one jump to other text takes, as measured with cases of
  /// 360 bytes and blocks of 4,096 on a server with slow memory.
  private static let jumpCost = 8192

  /// Chooses by counting what each way would read.
  init(for needle: TextNeedle, in arena: TextArena, within: Bitmap?) {
    if needle.bytes.isEmpty {
      self = .all
    } else if needle.bytes.contains(TextArenaSegment.separator) {
      self = .none
    } else if needle.bytes.count == 1, let bit = needle.ownMaskBit {
      self = .masks(bit)
    } else {
      self = Self.search(for: needle, in: arena, within: within)
    }
  }

  private static func search(
    for needle: TextNeedle, in arena: TextArena, within: Bitmap?
  ) -> TextArenaWay {
    var best = (cost: arena.byteCount, way: scan)
    if let within {
      let stretches = Stretches(within.words)
      let bytes = arena.byteCount * stretches.members / max(1, arena.caseCount)
      let cost = bytes + stretches.count * jumpCost
      if cost < best.cost { best = (cost, among(within)) }
    }
    guard best.cost > TrigramSignature.tileSize else { return best.way }
    let rows = TrigramSignature.rows(of: needle.bytes)
    let isWorthIt = arena.segments.contains { $0.signature != nil && mayPay(rows, in: $0) }
    guard !rows.isEmpty, isWorthIt else { return best.way }
    let candidates = arena.segments.map { TrigramSignature.candidates($0.signature, rows: rows) }
    let cost = zip(arena.segments, candidates).reduce(0) { $0 + Self.cost(of: $1.1, in: $1.0) }
    return cost < best.cost ? blocks(candidates) : best.way
  }

  /// Whether a look at some tiles leaves hope that the blocks with all the rows are few: of a phrase
  /// of common grams, looking at all tiles took a third of the time of the search.
  private static func mayPay(_ rows: [UInt16], in segment: TextArenaSegment) -> Bool {
    let sample = TrigramSignature.candidates(segment.signature, rows: rows, every: sampledTiles)
    let stretches = Stretches(sample)
    let cost = stretches.members * TrigramSignature.blockSize + stretches.count * jumpCost
    return sample.isEmpty || cost < sample.count * TrigramSignature.tileSize
  }

  /// One of so many tiles is looked at first.
  private static let sampledTiles = 8

  private static func cost(of blocks: [UInt64], in segment: TextArenaSegment) -> Int {
    let stretches = Stretches(blocks)
    let unsigned = segment.text.count - blocks.count * TrigramSignature.tileSize
    return unsigned + stretches.members * TrigramSignature.blockSize + stretches.count * jumpCost
  }
}

/// How many bits are set, and in how many unbroken rows.
private struct Stretches {
  var members = 0
  var count = 0

  init(_ words: [UInt64]) {
    var last: UInt64 = 0
    for word in words {
      members += word.nonzeroBitCount
      count += (word & ~(word << 1 | last >> 63)).nonzeroBitCount
      last = word
    }
  }
}
