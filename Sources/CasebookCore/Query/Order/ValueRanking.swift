/// Numbers for the distinct values of a field over all segments, in their order: numbers by size,
/// then text by its folded form.
struct ValueRanking: Sendable {
  /// By segment, column and code: the number of each value; long texts stand behind the codes.
  private(set) var numbers: [[[UInt64]]] = []

  /// Numbers of text are above those of every number.
  private static let text: UInt64 = 1 << 63

  /// Ranks the values on some threads.
  init(_ library: Library, _ target: FieldTarget, cache: QueryCache?, threads: Int) {
    let segments = library.segments
    let folded = [[FoldedStrings]](segments.count, threads: threads) { index in
      let evaluator = SegmentEvaluator(segments[index], context: QueryContext(cache: cache))
      return segments[index].columns(of: target).map(evaluator.folded)
    }
    var ranks = TextRanks()
    var known = KnownTexts()
    var places: [[[Int]]] = []
    for (segment, folded) in zip(segments, folded) {
      var ofSegment: [[Int]] = []
      for (column, folded) in zip(segment.columns(of: target), folded) {
        var items = folded.withBlock { block in
          ranks.addBlock(block, of: folded)
          return (0..<column.valueCount).map { known.item(folded.range($0), of: block, in: &ranks) }
        }
        segment.withFoldedText(0..<Int.max) { block in
          ranks.addBlock(block, of: segment)
          for long in 0..<column.longRanges.count / 2 {
            let range = column.longRange(ValueColumn.longText + UInt32(long))
            items.append(known.item(range.clamped(to: 0..<block.count), of: block, in: &ranks))
          }
        }
        ofSegment.append(items)
      }
      places.append(ofSegment)
    }
    let order = ranks.ranks(threads: threads)
    for (segment, ofSegment) in zip(library.segments, places) {
      numbers.append(
        zip(segment.columns(of: target), ofSegment).map { column, items in
          items.enumerated().map { code, item in
            Self.number(column, code) ?? Self.text | UInt64(order[item])
          }
        })
    }
  }

  /// The bits of a number, in the order of numbers; nothing where the value is none.
  private static func number(_ column: ValueColumn, _ code: Int) -> UInt64? {
    guard code < column.valueCount, column.kind(UInt32(code)) == .number,
      let number = Double(column.value(UInt32(code))), !number.isNaN
    else { return nil }
    // Negative numbers have all bits flipped, others the sign bit; one bit is given up for text.
    let bits = number.bitPattern
    let ascending = bits >> 63 == 1 ? ~bits : bits | 1 << 63
    return ascending >> 1
  }
}

/// The texts that were met before: segments mostly have the same ones, which are ranked once.
private struct KnownTexts {
  private var table = ByteTable()
  private var items: [Int] = []
  private var asked = 0
  private var isWorthIt = true

  /// After so many texts it is clear whether they come again.
  private static let enough = 1 << 15

  /// The number of a text of the last block.
  mutating func item(
    _ range: Range<Int>, of block: UnsafeRawBufferPointer, in ranks: inout TextRanks
  ) -> Int {
    guard isWorthIt else { return ranks.addItem(range) }
    asked += 1
    if asked % Self.enough == 0 { isWorthIt = items.count < asked / 2 }
    let number = Int(table.number(of: UnsafeRawBufferPointer(rebasing: block[range])))
    if number == items.count { items.append(ranks.addItem(range)) }
    return items[number]
  }
}
