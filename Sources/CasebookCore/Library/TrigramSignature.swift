import CScan
import Glibc

/// Which grams of two and three bytes the blocks of a text have, so that a search may leave most
/// blocks out.
///
/// Bit-sliced: for each 64 blocks of 4 KiB a tile, in it for each row of grams a word with a bit a
/// block. Three bytes have their row by a hash, so a block may have a row without the gram, never
/// the gram without the row. About 17% of the text it signs; what does not fill a tile is not
/// signed. Hot path: the work is in `CScan`.
enum TrigramSignature {
  /// Bytes of text a bit stands for.
  static let blockSize = Int(CSCAN_BLOCK)
  /// Bytes of text a tile stands for.
  static let tileSize = Int(CSCAN_TILE)
  /// Words a tile has.
  static let wordsPerTile = Int(CSCAN_ROWS)

  /// How many whole tiles a text has, with the bytes behind them that the last block looks at.
  static func tileCount(ofText count: Int) -> Int {
    max(0, count - TextArenaSegment.padding) / tileSize
  }

  /// The tiles that a text fills.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  static func made(
    for text: MemoryRegion<UInt8>
  ) throws(TextArenaError) -> MemoryRegion<UInt64> {
    let count = tileCount(ofText: text.count)
    let bytes = max(1, count * wordsPerTile * MemoryLayout<UInt64>.stride)
    guard let memory = malloc(bytes) else { throw .outOfMemory(bytes: bytes) }
    let words = memory.bindMemory(to: UInt64.self, capacity: count * wordsPerTile)
    text.withElements { text in
      guard let base = text.baseAddress else { return }
      for tile in 0..<count {
        cscan_sign(cscan_best_level(), base + tile * tileSize, words + tile * wordsPerTile)
      }
    }
    return MemoryRegion(taking: words, count: count * wordsPerTile)
  }

  /// The rows that a block with the needle in it must have; none for a needle too short.
  static func rows(of needle: [UInt8]) -> [UInt16] {
    Array(unsafeUninitializedCapacity: 2 * Int(CSCAN_REACH)) { rows, count in
      count = cscan_gram_rows(needle, needle.count, rows.baseAddress)
    }
  }

  /// The blocks that may have a needle with such rows, a word for each tile, or for one of so many.
  static func candidates(
    _ tiles: MemoryRegion<UInt64>?, rows: [UInt16], every step: Int = 1
  ) -> [UInt64] {
    guard let tiles else { return [] }
    let count = tiles.count / wordsPerTile
    if step > 1 {
      return tiles.withElements { tiles in
        stride(from: 0, to: count, by: step).map { tile in
          var blocks: UInt64 = 0
          cscan_candidates(
            tiles.baseAddress.map { $0 + tile * wordsPerTile }, 1, rows, rows.count, &blocks)
          return blocks
        }
      }
    }
    return tiles.withElements { tiles in
      Array(unsafeUninitializedCapacity: count) { blocks, written in
        cscan_candidates(tiles.baseAddress, count, rows, rows.count, blocks.baseAddress)
        written = count
      }
    }
  }
}
