import CScan

/// Folded text to look for, with the places of its three bytes that are rarest in an arena.
struct TextNeedle: Sendable, Equatable {
  let bytes: [UInt8]
  /// The place of the rarest byte.
  let first: Int
  /// The place of the next rarest; that of the first in a needle of one byte.
  let second: Int
  /// The place of the one after; that of the second in a needle of two bytes.
  let third: Int

  private static let sampleCount = 16
  private static let sampleSize = 1024

  init(_ bytes: [UInt8], in arena: TextArena) {
    self.bytes = bytes
    let frequencies = Self.frequencies(in: arena)
    let byRarity = bytes.indices.sorted {
      frequencies[Int(bytes[$0])] < frequencies[Int(bytes[$1])]
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

  /// How often each byte occurs in samples spread over the arena.
  private static func frequencies(in arena: TextArena) -> [Int] {
    var counts = Array(repeating: 0, count: 256)
    guard !arena.segments.isEmpty else { return counts }
    for sample in 0..<sampleCount {
      let segment = arena.segments[sample * arena.segments.count / sampleCount]
      segment.text.withElements { text in
        let start = max(0, text.count - sampleSize) / sampleCount * sample
        for byte in text[start..<min(start + sampleSize, text.count)] { counts[Int(byte)] += 1 }
      }
    }
    return counts
  }
}
