import CScan
import Testing

@testable import CasebookCore

@Suite struct TextArenaMaskTests {
  @Test(arguments: [0, 1, 5, 31, 32, 33, 63, 64, 200])
  func plainAndFastestMasksAgree(length: Int) {
    var random = SplitMix(seed: UInt64(length))
    for _ in 0..<50 {
      let text = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let expected = text.reduce(0) { $0 | cscan_mask_bit($1) }
      #expect(cscan_mask(CSCAN_PLAIN, text, length) == expected)
      #expect(cscan_mask(cscan_best_level(), text, length) == expected)
    }
  }

  @Test func lettersDigitsAndBlankHaveABitOfTheirOwn() {
    for byte in Array("abcdefghijklmnopqrstuvwxyz0123456789 -.,:/'&".utf8) {
      let sharing = (UInt8.min...UInt8.max).filter { cscan_mask_bit($0) == cscan_mask_bit(byte) }
      #expect(sharing == [byte])
    }
  }

  @Test func separatorsHaveNoBit() {
    #expect(cscan_mask_bit(TextArenaSegment.separator) == 0)
  }
}
