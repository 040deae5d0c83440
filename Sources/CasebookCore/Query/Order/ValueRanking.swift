/// Numbers for the distinct values of a field over all segments, in their order: numbers by size,
/// then text by its folded form.
struct ValueRanking: Sendable {
  /// By segment, column and code: the number of each value; long texts stand behind the codes.
  private(set) var numbers: [[[UInt64]]] = []

  /// Numbers of text are above those of every number.
  private static let text: UInt64 = 1 << 63

  init(_ library: Library, _ target: FieldTarget, cache: QueryCache?) {
    var ranks = TextRanks()
    var places: [[[Int]]] = []
    for segment in library.segments {
      let evaluator = SegmentEvaluator(segment, context: QueryContext(cache: cache))
      var ofSegment: [[Int]] = []
      for column in segment.columns(of: target) {
        let folded = evaluator.folded(column)
        folded.withBlock { ranks.addBlock($0, of: folded) }
        var items = (0..<column.valueCount).map { ranks.addItem(folded.range($0)) }
        segment.withFoldedText(0..<Int.max) { ranks.addBlock($0, of: segment) }
        for long in 0..<column.longRanges.count / 2 {
          items.append(ranks.addItem(column.longRange(ValueColumn.longText + UInt32(long))))
        }
        ofSegment.append(items)
      }
      places.append(ofSegment)
    }
    let order = ranks.ranks()
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
