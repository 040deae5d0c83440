import CScan
import Synchronization

/// Folded text to look for, with the places of its three bytes that are rarest in the first segment of an arena.
struct TextNeedle: Sendable, Equatable {
  let bytes: [UInt8]
  /// The place of the rarest byte.
  let first: Int
  /// The place of the next rarest; that of the first in a needle of one byte.
  let second: Int
  /// The place of the one after; that of the second in a needle of two bytes.
  let third: Int

  init(_ bytes: [UInt8], in arena: TextArena) {
    self.bytes = bytes
    let frequencies = arena.segments.first?.frequencies.of(arena.segments[0])
    let byRarity = bytes.indices.sorted {
      guard let frequencies else { return false }
      return frequencies[Int(bytes[$0])] < frequencies[Int(bytes[$1])]
    }
    first = byRarity.first ?? 0
    second = byRarity.dropFirst().first ?? first
    third = byRarity.dropFirst(2).first ?? second
  }

  /// The bit of the first byte in a mask, unless it shares it with others.
  var ownMaskBit: UInt64? {
    guard let byte = bytes.first else { return nil }
    let bit = cscan_mask_bit(byte)
    return bit == cscan_mask_bit(0) ? nil : bit
  }
}

/// How often each byte occurs in samples of a segment's text; looked at once.
final class ByteFrequencies: Sendable {
  private let counts = Mutex<[UInt32]?>(nil)

  private static let sampleCount = 16
  private static let sampleSize = 1024

  func of(_ segment: TextArenaSegment) -> [UInt32] {
    counts.withLock { known in
      if let known { return known }
      let counts = Self.counts(in: segment)
      known = counts
      return counts
    }
  }

  private static func counts(in segment: TextArenaSegment) -> [UInt32] {
    var counts = Array<UInt32>(repeating: 0, count: 256)
    segment.text.withElements { text in
      counts.withUnsafeMutableBufferPointer { counts in
        for sample in 0..<sampleCount {
          let start = max(0, text.count - sampleSize) / sampleCount * sample
          for byte in text[start..<min(start + sampleSize, text.count)] { counts[Int(byte)] += 1 }
        }
      }
    }
    return counts
  }
}
