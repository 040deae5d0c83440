import CScan
import Testing

@testable import CasebookCore

@Suite struct TrigramSignatureTests {
  @Test func plainAndFastestSignAlike() {
    let text = Self.text(count: TrigramSignature.tileSize + TextArenaSegment.padding)
    let tiles = [CSCAN_PLAIN, cscan_best_level()].map { level in
      [UInt64](unsafeUninitializedCapacity: TrigramSignature.wordsPerTile) { tile, count in
        cscan_sign(level, text, tile.baseAddress)
        count = TrigramSignature.wordsPerTile
      }
    }
    #expect(tiles[0] == tiles[1])
    #expect(tiles[0].contains { $0 != 0 })
  }

  @Test(arguments: [2, 3, 10, 34, 60])
  func aBlockWhereANeedleBeginsHasItsRows(length: Int) throws {
    let text = Self.text(count: TrigramSignature.tileSize + TextArenaSegment.padding)
    let tiles = try Self.tiles(of: text)
    for block in 0..<64 {
      for place in [0, 1, 2000, 4064, 4094, 4095] {
        let start = block * TrigramSignature.blockSize + place
        guard start + length <= text.count else { continue }
        let needle = Array(text[start..<start + length])
        guard !needle.contains(TextArenaSegment.separator) else { continue }
        let rows = TrigramSignature.rows(of: needle)
        let candidates = TrigramSignature.candidates(tiles, rows: rows)
        #expect(candidates[0] >> UInt64(block) & 1 == 1, "block \(block), place \(place)")
      }
    }
  }

  @Test func aNeedleOfOtherLettersHasNoBlock() throws {
    let text = Self.text(count: TrigramSignature.tileSize + TextArenaSegment.padding)
    let rows = TrigramSignature.rows(of: Array("kz".utf8))
    #expect(TrigramSignature.candidates(try Self.tiles(of: text), rows: rows) == [0])
  }

  @Test(
    arguments: [
      (0, 0), (262_144, 0), (262_207, 0), (262_208, 1), (524_288, 1), (524_352, 2),
    ])
  func tilesAreSignedWithWhatFollowsThem(count: Int, tiles: Int) {
    #expect(TrigramSignature.tileCount(ofText: count) == tiles)
  }

  @Test func aNeedleOfOneByteHasNoRows() {
    #expect(TrigramSignature.rows(of: [0x61]).isEmpty)
    #expect(TrigramSignature.rows(of: []).isEmpty)
    #expect(TrigramSignature.rows(of: [0x61, 0x62]).count == 1)
    #expect(TrigramSignature.rows(of: Array(repeating: 0x61, count: 100)).count == 64)
  }

  /// Words of random bytes that folded text may have, with separators.
  private static func text(count: Int) -> [UInt8] {
    var random = SplitMix(seed: 45)
    let bytes = Array("abcdefghij0123456789 -".utf8) + [0xC3, 0xA9, 0xFF, 0x40, 0x00]
    return (0..<count).map { _ in bytes[Int(random.next() % UInt64(bytes.count))] }
  }

  private static func tiles(of text: [UInt8]) throws -> MemoryRegion<UInt64> {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
    memory.update(from: text, count: text.count)
    return try TrigramSignature.made(for: MemoryRegion(taking: memory, count: text.count))
  }
}
