import CScan

/// A search for a needle in an arena, cut in pieces so that it can be stopped between two of them
/// or shared among threads.
///
/// Hot path: the work is in `CScan`.
public struct TextArenaSearch: Sendable {
  /// Consecutive cases of one segment, about a megabyte of text.
  struct Piece: Sendable, Equatable {
    let segment: Int
    let cases: Range<Int>
  }

  /// The arena.
  public let arena: TextArena
  let needle: TextNeedle
  let within: Bitmap?
  let way: TextArenaWay
  let pieces: [Piece]
  let level: cscan_level

  static let pieceSize = 1 << 20

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - bytes: Folded text to look for; an empty one is in every case, one with a separator in
  ///     none.
  ///   - arena: Where to look.
  ///   - within: The cases that count, or nothing for all.
  public init(for bytes: [UInt8], in arena: TextArena, within: Bitmap? = nil) {
    self.init(for: bytes, in: arena, within: within, level: cscan_best_level())
  }

  init(
    for bytes: [UInt8], in arena: TextArena, within: Bitmap?, level: cscan_level,
    pieceSize: Int = pieceSize, way: TextArenaWay? = nil
  ) {
    self.arena = arena
    self.within = within
    self.level = level
    needle = TextNeedle(bytes, in: arena)
    self.way = way ?? TextArenaWay(for: needle, in: arena, within: within)
    pieces = self.way == .none ? [] : Self.pieces(of: arena, size: pieceSize)
  }

  /// How many pieces there are to run, in any order.
  public var pieceCount: Int { pieces.count }

  /// Runs one piece, and adds the cases found to a set.
  ///
  /// - Parameters:
  ///   - index: The piece, less than `pieceCount`.
  ///   - result: A set of `arena.caseCount` numbers; threads need one each, to be united at last.
  public func run(_ index: Int, into result: inout Bitmap) {
    let piece = pieces[index]
    let segment = arena.segments[piece.segment]
    let origin = arena.firstCases[piece.segment]
    result.withMutableWords { bits in
      guard let bits = bits.baseAddress else { return }
      find(in: segment, piece, bits, origin)
    }
    guard let within else { return }
    let numbers = piece.cases.lowerBound + origin..<piece.cases.upperBound + origin
    result.formIntersection(within, in: numbers)
  }

  /// Runs all pieces.
  public func run() -> Bitmap {
    var result = Bitmap(count: arena.caseCount)
    for index in pieces.indices { run(index, into: &result) }
    return result
  }

  /// Runs all pieces, unless it is told to stop.
  ///
  /// - Parameter stops: Asked before each piece.
  /// - Returns: The cases found, or nothing where it stopped.
  public func run(unless stops: () -> Bool) -> Bitmap? {
    var result = Bitmap(count: arena.caseCount)
    for index in pieces.indices {
      if stops() { return nil }
      run(index, into: &result)
    }
    return result
  }
}

extension TextArena {
  /// Searches the whole arena at once.
  ///
  /// - Parameters:
  ///   - needle: Folded text; an empty one is in every case.
  ///   - within: The cases that count, or nothing for all.
  /// - Returns: The cases that contain the needle.
  public func cases(containing needle: [UInt8], within: Bitmap? = nil) -> Bitmap {
    // Nobody stops it between two pieces.
    TextArenaSearch(
      for: needle, in: self, within: within, level: cscan_best_level(), pieceSize: .max >> 1
    ).run()
  }
}

// MARK: - Pieces

extension TextArenaSearch {
  private static func pieces(of arena: TextArena, size: Int) -> [Piece] {
    var pieces: [Piece] = []
    for (index, segment) in arena.segments.enumerated() {
      segment.starts.withElements { starts in
        var first = 0
        while first < segment.caseCount {
          let end = Int(starts[first]) + size
          var last = first + 1
          var high = segment.caseCount + 1
          while high - last > 1 {
            let middle = (last + high) / 2
            if Int(starts[middle]) <= end { last = middle } else { high = middle }
          }
          pieces.append(Piece(segment: index, cases: first..<last))
          first = last
        }
      }
    }
    return pieces
  }

  private func find(
    in segment: TextArenaSegment, _ piece: Piece, _ bits: UnsafeMutablePointer<UInt64>,
    _ origin: Int
  ) {
    let cases = piece.cases
    let (first, last) = (cases.lowerBound, cases.upperBound)
    switch way {
    case .none: return
    case .all:
      for number in cases { bits[(origin + number) >> 6] |= 1 << UInt64((origin + number) & 63) }
    case .masks(let required):
      segment.masks.withElements {
        cscan_find_masks($0.baseAddress, required, first, last, bits, origin)
      }
    case .scan:
      withScan(of: segment) { cscan_find(level, $0, $1, first, last, bits, origin) }
    case .blocks(let blocks):
      let blocks = blocks[piece.segment]
      withScan(of: segment) {
        cscan_find_in_blocks(level, $0, $1, first, last, blocks, blocks.count, bits, origin)
      }
    case .among(let candidates):
      candidates.words.withUnsafeBufferPointer { words in
        withScan(of: segment) {
          cscan_find_among(level, $0, $1, first, last, words.baseAddress, bits, origin)
        }
      }
    }
  }

  private func withScan(
    of segment: TextArenaSegment,
    _ body: (UnsafePointer<cscan_text>, UnsafePointer<cscan_needle>) -> Void
  ) {
    segment.text.withElements { text in
      segment.starts.withElements { starts in
        needle.bytes.withUnsafeBufferPointer { bytes in
          var place = cscan_text(
            bytes: text.baseAddress, length: text.count, starts: starts.baseAddress,
            cases: segment.caseCount)
          var needle = cscan_needle(
            bytes: bytes.baseAddress, length: bytes.count, first: needle.first,
            second: needle.second, third: needle.third)
          body(&place, &needle)
        }
      }
    }
  }
}
