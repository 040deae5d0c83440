/// The folded text of all cases, in segments, each case with its number from 0.
///
/// Nothing changes it, so several threads may search it at once.
public struct TextArena: Sendable {
  /// The parts it is made of, none of them without a case.
  public let segments: [TextArenaSegment]
  /// The number of the first case of each segment, and then that of all cases.
  public let firstCases: [Int]

  /// Puts segments in a row.
  public init(segments: [TextArenaSegment] = []) {
    self.segments = segments.filter { $0.caseCount > 0 }
    var firstCases = [0]
    for segment in self.segments {
      firstCases.append(firstCases[firstCases.count - 1] + segment.caseCount)
    }
    self.firstCases = firstCases
  }

  /// Puts the cases of several arenas in a row; nothing is copied.
  public init(joining arenas: [TextArena]) {
    self.init(segments: arenas.flatMap(\.segments))
  }

  /// Signs the segments that are not signed; about a third of the time that building the text took.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  public func sign() throws(TextArenaError) {
    for segment in segments { try segment.sign() }
  }

  /// How many cases there are.
  public var caseCount: Int { firstCases[firstCases.count - 1] }

  /// How many bytes of folded text there are, separators counted.
  public var byteCount: Int { segments.reduce(0) { $0 + $1.text.count } }

  /// The segment a case is in; O(log segments).
  public func segmentIndex(ofCase number: Int) -> Int? {
    guard number >= 0, number < caseCount else { return nil }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstCases[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }

  /// Calls the body with the folded strings of a case, each with the separator behind it; returns
  /// nothing where there is no such case.
  public func withText<Result>(
    ofCase number: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result? {
    guard let index = segmentIndex(ofCase: number) else { return nil }
    return try segments[index].withText(ofCase: number - firstCases[index], body)
  }
}
