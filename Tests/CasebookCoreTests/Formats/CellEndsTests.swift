import CScan
import Testing

/// The ends of cells are the same by all instructions, and stop at what is no plain cell.
struct CellEndsTests {
  private func ends(
    _ text: [UInt8], _ level: cscan_level, room: Int = 64
  ) -> (ends: [Int], stop: Int) {
    var ends = [Int](repeating: -1, count: room)
    var stop = -1
    let count = text.withUnsafeBufferPointer { bytes in
      cscan_cell_ends(
        level, bytes.baseAddress, bytes.baseAddress.map { $0 + bytes.count },
        UInt8(ascii: ","), &ends, room, &stop)
    }
    return (Array(ends[..<count]), stop)
  }

  @Test(arguments: [
    ("", [], 0), ("a", [], 1), ("a,b\nc,d", [1], 3), ("a,\"b\",c", [1], 2), (",,\r\n", [0, 1], 2),
    ("a;b\tc|d", [], 7), ("a,b\"c,d", [1], 3),
  ])
  func theyStopAtLineEndsAndQuotes(text: String, expected: [Int], stop: Int) {
    let found = ends(Array(text.utf8), cscan_best_level())
    #expect(found.ends == expected)
    #expect(found.stop == stop)
  }

  @Test func withoutRoomTheySayWhereToGoOn() {
    let found = ends(Array("a,b,c,d".utf8), cscan_best_level(), room: 2)
    #expect(found.ends == [1, 3])
    #expect(found.stop == 5)
  }

  @Test(arguments: UInt64(1)...200)
  func allInstructionsFindTheSame(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let few = Array("abcdefgh,,;\t".utf8) + [0, 0xFF, 0x80]
    var text = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
      few[Int.random(in: 0..<few.count, using: &random)]
    }
    for end in Array("\n\r\"".utf8) where !text.isEmpty && Bool.random(using: &random) {
      text[Int.random(in: 0..<text.count, using: &random)] = end
    }
    let room = Int.random(in: 1..<40, using: &random)
    let plain = ends(text, CSCAN_PLAIN, room: room)
    for level in [CSCAN_SSE2, CSCAN_AVX2] where cscan_has_level(level) != 0 {
      let found = ends(text, level, room: room)
      #expect(found.ends == plain.ends)
      #expect(found.stop == plain.stop)
    }
  }
}
