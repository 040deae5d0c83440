/// Hands on what came of the parts of tables in their order.
struct PartOrder {
  // Sound to hand over: its thread is done with the source.
  struct Seen: @unchecked Sendable {
    let source: TableSource
  }

  private var results: [Int: UnitResult] = [:]
  private var seen: [Int: Seen] = [:]
  private var head = 0
  private var isStopped = false
  /// The number of the last part, once it was read.
  private var lastNumber: Int?

  /// Takes a part, and hands on those that are ready, but for the last; says whether to go on.
  mutating func add(
    _ result: UnitResult, _ source: Seen, at number: Int, isLast: Bool,
    _ handOn: (UnitResult) -> Bool
  ) -> Bool {
    results[number] = result
    seen[number] = source
    if isLast { lastNumber = number }
    while !isStopped, head != lastNumber, let ready = results.removeValue(forKey: head) {
      isStopped = !handOn(ready)
      head += 1
    }
    return !isStopped
  }

  /// What came of the last part, once all were read.
  var last: UnitResult? { lastNumber.flatMap { results[$0] } }
  /// The sources that were read, in their order.
  var sources: [TableSource] { seen.sorted { $0.key < $1.key }.map(\.value.source) }
}
