import Dispatch
import Synchronization

/// The cases of a library that a query found, in the order of the files.
public struct Selection: Sendable {
  /// The cases of each segment evaluated so far, with counts.
  private var segments: [BitmapRanks] = []
  /// How many cases of the library stand before each segment, and behind the last.
  private var firstRows: [Int] = [0]
  /// How many found cases stand before each segment, and in all.
  private var firstRanks: [Int] = [0]

  /// Makes a selection of no segment.
  public init() {}

  /// Selects every case of a library.
  public init(allOf library: Library) {
    for segment in library.segments {
      append(Bitmap(count: segment.caseCount, filled: true))
    }
  }

  /// Adds the found cases of the next segment.
  public mutating func append(_ cases: Bitmap) {
    let ranks = BitmapRanks(cases)
    segments.append(ranks)
    firstRows.append(rowCount + cases.count)
    firstRanks.append(count + ranks.population)
  }

  /// How many cases are selected.
  public var count: Int { firstRanks[firstRanks.count - 1] }
  /// How many cases were looked at.
  public var rowCount: Int { firstRows[firstRows.count - 1] }
  /// How many segments were looked at.
  public var segmentCount: Int { segments.count }

  /// The selected cases of a segment.
  public func cases(ofSegment index: Int) -> Bitmap { segments[index].bitmap }

  /// The first row of a segment.
  public func firstRow(ofSegment index: Int) -> Int { firstRows[index] }

  /// Whether a row of the library is selected.
  public func contains(_ row: Int) -> Bool {
    guard row >= 0, row < rowCount else { return false }
    let segment = Self.index(of: row, in: firstRows)
    return segments[segment].bitmap.contains(row - firstRows[segment])
  }

  /// The row of the library that has so many selected ones before it.
  ///
  /// - Complexity: O(log rows).
  public func row(at rank: Int) -> Int? {
    guard rank >= 0, rank < count else { return nil }
    let segment = Self.index(of: rank, in: firstRanks)
    return segments[segment].select(rank - firstRanks[segment]).map { $0 + firstRows[segment] }
  }

  /// How many selected rows stand before a row.
  ///
  /// - Complexity: O(log segments).
  public func rank(of row: Int) -> Int {
    guard row > 0 else { return 0 }
    guard row < rowCount else { return count }
    let segment = Self.index(of: row, in: firstRows)
    return firstRanks[segment] + segments[segment].rank(of: row - firstRows[segment])
  }

  /// The selected rows, ascending.
  public var rows: [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(count)
    for (index, ranks) in segments.enumerated() {
      for row in ranks.bitmap { rows.append(UInt32(firstRows[index] + row)) }
    }
    return rows
  }

  /// The last index whose start is at or before a number.
  private static func index(of number: Int, in starts: [Int]) -> Int {
    var low = 0
    var high = starts.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Evaluates a plan on a library, a segment at a time, so that a caller can stop in between.
public struct QueryRun: Sendable {
  /// The plan.
  public let plan: QueryPlan
  /// What was found so far.
  public private(set) var selection = Selection()
  private let context: QueryContext

  /// Begins with no segment evaluated.
  public init(_ plan: QueryPlan, context: QueryContext = QueryContext()) {
    self.plan = plan
    self.context = context
  }

  /// Evaluates the next segment of a library, which may have grown; says whether there was one.
  public mutating func step(in library: Library) -> Bool {
    guard selection.segmentCount < library.segments.count else { return false }
    let segment = library.segments[selection.segmentCount]
    selection.append(plan.cases(in: segment, context: context))
    return true
  }
}

extension QueryPlan {
  /// The cases of one segment that pass; several threads may evaluate segments at once.
  public func cases(in segment: Segment, context: QueryContext = QueryContext()) -> Bitmap {
    SegmentEvaluator(segment, context: context).cases(self)
  }

  /// The cases of a library that pass, found by several threads where there are many.
  public func selection(
    in library: Library, context: QueryContext = QueryContext(), threads: Int = 1
  ) -> Selection {
    let segments = library.segments
    let strands = max(1, min(threads, segments.count))
    guard strands > 1 else {
      var run = QueryRun(self, context: context)
      while run.step(in: library) {}
      return run.selection
    }
    let found = Mutex([Bitmap?](repeating: nil, count: segments.count))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      for index in stride(from: strand, to: segments.count, by: strands) {
        let cases = cases(in: segments[index], context: context)
        found.withLock { $0[index] = cases }
      }
    }
    var selection = Selection()
    for cases in found.withLock({ $0 }) { if let cases { selection.append(cases) } }
    return selection
  }
}
