/// How far the events of listed cases lie from their origin, in days; the event at the origin aside.
public struct LineupExtent: Sendable, Equatable {
  /// The first.
  public var first: Int
  /// One event in ten lies before this.
  public var low: Int
  /// One event in ten lies after this.
  public var high: Int
  /// The last.
  public var last: Int
}

/// Counts days, so that their extent can be told.
struct LineupExtentTally: Sendable {
  /// How many days lie at each distance, from `-reach` up to but without `reach`.
  private var counts = [UInt32](repeating: 0, count: 2 * Self.reach)
  private var first = Int.max
  private var last = Int.min
  /// Days outside, on either side.
  private var (before, after) = (0, 0)

  /// Some 90 years.
  private static let reach = 1 << 15

  @inline(__always)
  mutating func add(_ day: Int) {
    if day < first { first = day }
    if day > last { last = day }
    if day >= -Self.reach, day < Self.reach {
      counts[day + Self.reach] += 1
    } else if day < 0 {
      before += 1
    } else {
      after += 1
    }
  }

  mutating func add(_ other: LineupExtentTally) {
    for index in counts.indices { counts[index] += other.counts[index] }
    first = min(first, other.first)
    last = max(last, other.last)
    before += other.before
    after += other.after
  }

  /// The extent of the days added; nothing where there are none.
  var extent: LineupExtent? {
    guard first <= last else { return nil }
    let total = before + after + counts.reduce(0) { $0 + Int($1) }
    // Of a few days one at each side is a tenth too.
    let tenth = total < 4 ? 0 : max(1, total / 10)
    return LineupExtent(
      first: first, low: day(after: tenth), high: day(after: total - 1 - tenth),
      last: last)
  }

  /// The day that has so many before it.
  private func day(after rank: Int) -> Int {
    var passed = before
    if rank < passed { return first }
    for index in counts.indices {
      passed += Int(counts[index])
      if rank < passed { return index - Self.reach }
    }
    return last
  }
}
