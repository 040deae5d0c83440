/// The cases of a library that a query found, in the order of the files.
public struct Selection: Sendable {
  /// The cases of each segment evaluated so far, with counts.
  private var segments: [BitmapRanks] = []
  /// How many cases of the library stand before each segment, and behind the last.
  private var firstRows: [Int] = [0]
  /// How many found cases stand before each segment, and in all.
  private var firstRanks: [Int] = [0]

  /// How many of the cases looked at are left out because they do not say: a value that the query
  /// compares is missing, so that neither the query nor its `not` finds them.
  public private(set) var unknownCount = 0

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
    append(BitmapRanks(cases))
  }

  /// Adds the found cases of the next segment, already counted.
  ///
  /// - Parameters:
  ///   - cases: The cases that were found.
  ///   - unknown: How many of the other cases of the segment do not say.
  public mutating func append(_ cases: BitmapRanks, unknown: Int = 0) {
    unknownCount += unknown
    segments.append(cases)
    firstRows.append(rowCount + cases.bitmap.count)
    firstRanks.append(count + cases.population)
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

  /// The selected rows as one set.
  ///
  /// - Complexity: O(rows / 64).
  public var cases: Bitmap {
    var cases = Bitmap(count: rowCount)
    for (index, ranks) in segments.enumerated() {
      cases.insert(ranks.bitmap, from: firstRows[index])
    }
    return cases
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
