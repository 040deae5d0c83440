// Hot path: ranks the titles of a million cases.

/// Folded strings of many places, to be ranked against each other.
///
/// Strings are compared eight bytes at a time, so that those with a long beginning in common cost
/// no more than their length.
struct TextRanks {
  /// Where a string stands: a block of bytes and a range in it.
  private struct Item {
    var block: UInt32
    var start: UInt32
    var length: UInt32
  }

  private var items: [Item] = []
  private var blocks: [UnsafeRawBufferPointer] = []
  private var owners: [AnyObject] = []

  /// How many strings there are.
  var count: Int { items.count }

  /// Adds a block of bytes that stays where it is as long as its owner lives.
  mutating func addBlock(_ bytes: UnsafeRawBufferPointer, of owner: AnyObject) {
    blocks.append(bytes)
    owners.append(owner)
  }

  /// Adds a string of the last block, and gives its number.
  mutating func addItem(_ range: Range<Int>) -> Int {
    items.append(
      Item(
        block: UInt32(blocks.count - 1), start: UInt32(range.lowerBound),
        length: UInt32(range.count)))
    return items.count - 1
  }

  /// The rank of each string from 0; equal strings have equal ranks.
  func ranks(threads: Int) -> [UInt32] {
    var order = (0..<UInt32(items.count)).map { Entry(prefix: 0, item: $0) }
    var isFirstOfItsKind = [Bool](repeating: false, count: items.count)
    order.withUnsafeMutableBufferPointer { order in
      isFirstOfItsKind.withUnsafeMutableBufferPointer { isFirst in
        TextRanksSort(ranks: self, order: order, isFirst: isFirst, threads: max(1, threads)).run()
      }
    }
    var ranks = [UInt32](repeating: 0, count: items.count)
    var rank: UInt32 = 0
    for (index, entry) in order.enumerated() {
      if index > 0, isFirstOfItsKind[index] { rank += 1 }
      ranks[Int(entry.item)] = rank
    }
    return ranks
  }

  /// A string in the order, with the bytes it is compared by at present.
  struct Entry {
    var prefix: UInt64
    var item: UInt32
  }

  /// Bytes of a string in a prefix.
  static let prefixLength = 7

  /// Seven bytes of a string from a depth on, the first the highest, then 1 where more follow.
  @inline(__always)
  func prefix(_ number: UInt32, at depth: Int) -> UInt64 {
    let item = items[Int(number)]
    let block = blocks[Int(item.block)]
    let (start, rest) = (Int(item.start) + depth, Int(item.length) - depth)
    if rest <= 0 { return 0 }
    var bytes: UInt64 = 0
    if start + 8 <= block.count {
      bytes = UInt64(bigEndian: block.loadUnaligned(fromByteOffset: start, as: UInt64.self)) >> 8
    } else {
      for offset in 0..<Self.prefixLength {
        bytes = bytes << 8 | UInt64(offset < rest ? block[start + offset] : 0)
      }
    }
    let kept = UInt64.max << UInt64(8 * max(0, Self.prefixLength - rest))
    // A byte more than it is, so that the end of a string is before every byte; no byte of folded
    // text is 0xFF.
    let raised = (bytes & kept) + (0x01_01_01_01_01_01_01 & kept)
    return raised << 8 | (rest > Self.prefixLength ? 1 : 0)
  }
}
