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
  func ranks() -> [UInt32] {
    var order = (0..<UInt32(items.count)).map { Entry(prefix: 0, item: $0) }
    var isFirstOfItsKind = [Bool](repeating: false, count: items.count)
    // Stretches of the order whose strings agree up to a depth.
    var open = items.isEmpty ? [] : [(range: 0..<items.count, depth: 0)]
    while let (range, depth) = open.popLast() {
      for index in range { order[index].prefix = prefix(order[index].item, at: depth) }
      order[range].sort { $0.prefix < $1.prefix }
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, order[end].prefix == order[start].prefix { end += 1 }
        isFirstOfItsKind[start] = true
        // A prefix that ends in 0 holds the whole rest of its string.
        let isWhole = order[start].prefix & 0xFF == 0
        if end - start > 1, !isWhole { open.append((start..<end, depth + 7)) }
        start = end
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

  private struct Entry {
    var prefix: UInt64
    var item: UInt32
  }

  /// Seven bytes of a string from a depth on, the first the highest, then 1 where more follow.
  private func prefix(_ number: UInt32, at depth: Int) -> UInt64 {
    let item = items[Int(number)]
    let block = blocks[Int(item.block)]
    let rest = Int(item.length) - depth
    var prefix: UInt64 = 0
    for offset in 0..<7 {
      // A byte more than it is, so that the end of a string is before every byte.
      let byte = offset < rest ? UInt64(block[Int(item.start) + depth + offset]) + 1 : 0
      prefix = prefix << 8 | min(byte, 255)
    }
    return prefix << 8 | (rest > 7 ? 1 : 0)
  }
}
