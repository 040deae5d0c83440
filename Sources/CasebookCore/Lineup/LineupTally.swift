// Hot path: one call a segment, some ten nanoseconds a case and a few an event.

/// Lines up the cases of some segments, and counts their events by type and day.
struct LineupTally: Sendable {
  private let origin: LineupOrigin
  private let types: Int
  private let most: Int
  /// The days of the events, the one at the origin aside.
  private(set) var days = LineupDays(types: 0, cases: 0)
  /// The cases that have an origin, by segment.
  private(set) var cases: [Int: Bitmap] = [:]
  /// How many cases have an origin.
  private(set) var caseCount = 0
  /// How many of the others would have one if all their events of the type had a first possible
  /// day.
  private(set) var undatedCount = 0

  /// Begins with no case; `cases` is how many there may be.
  init(_ origin: LineupOrigin, types: Int, cases: Int) {
    self.origin = origin
    self.types = types
    most = cases
  }

  /// Counts the selected cases of a segment with a number; `numbers` are those of its types.
  mutating func add(_ segment: Segment, number: Int, _ selected: Bitmap, numbers: [UInt32]) {
    var finder = LineupReader(origin, in: segment)
    var reader = NearestEvents(types: types)
    // Taken out for the loop, which would else ask for exclusive access at every event.
    var days =
      self.days.types == types ? self.days : LineupDays(types: types, cases: most)
    self.days = LineupDays(types: 0, cases: 0)
    var (found, caseCount, undated) = (Bitmap(count: segment.caseCount), 0, 0)
    segment.withEvents { starts, types, spans in
      numbers.withUnsafeBufferPointer { numbers in
        for row in selected {
          let events = Int(starts[row])..<Int(starts[row + 1])
          guard let origin = finder.origin(of: events, types, spans) else {
            if finder.isUndated(events, types) { undated += 1 }
            continue
          }
          caseCount += 1
          found.insert(row)
          reader.begin(events.count)
          for event in events where spans[event].hasFirstDay {
            if let end = spans[event].lastShownDay { days.add(end: Int(end) - origin.day) }
            if event == origin.event { continue }
            reader.add(Int(spans[event].earliest) - origin.day, numbers[Int(types[event])])
          }
          reader.count(in: &days, isCalendar: origin.event < 0)
        }
      }
    }
    self.days = days
    cases[number] = found
    self.caseCount += caseCount
    undatedCount += undated
  }
}

/// Puts the events of one case after the other in order, and counts them from the origin outwards.
private struct NearestEvents {
  private struct Dated {
    var day: Int
    var type: UInt32
  }

  /// What is known of a type in the case at hand.
  private struct Known {
    /// The number of the side that was counted last; sides of all cases are numbered through.
    var side = 0
    /// The event of that side that is farthest out so far.
    var day = 0
    /// The nearest one before the origin.
    var before = 0
  }

  private var dated: [Dated] = []
  private var count = 0
  private var isSorted = true
  private var known: [Known]
  private var side = 0

  init(types: Int) {
    known = Array(repeating: Known(), count: types)
  }

  /// Begins a case of so many events.
  @inline(__always)
  mutating func begin(_ events: Int) {
    if dated.count < events {
      dated += Array(repeating: Dated(day: 0, type: 0), count: events - dated.count)
    }
    count = 0
    isSorted = true
  }

  @inline(__always)
  mutating func add(_ day: Int, _ type: UInt32) {
    if count > 0, dated[count - 1].day > day { isSorted = false }
    dated[count] = Dated(day: day, type: type)
    count += 1
  }

  /// Counts the events of the case.
  @inline(__always)
  mutating func count(in days: inout LineupDays, isCalendar: Bool) {
    if !isSorted { dated[..<count].sort { $0.day < $1.day } }
    side += 2
    var first = 0
    if !isCalendar {
      while first < count, dated[first].day < 0 { first += 1 }
      for index in stride(from: first - 1, through: 0, by: -1) { countBefore(index, &days) }
    }
    for index in first..<count { countAfter(index, &days) }
  }

  @inline(__always)
  private mutating func countBefore(_ index: Int, _ days: inout LineupDays) {
    let (day, type) = (dated[index].day, Int(dated[index].type))
    if known[type].side == side {
      days.add(day, behind: known[type].day, type: type)
      known[type].day = day
    } else {
      days.add(nearest: day, type: type)
      known[type] = Known(side: side, day: day, before: day)
    }
  }

  @inline(__always)
  private mutating func countAfter(_ index: Int, _ days: inout LineupDays) {
    let (day, type) = (dated[index].day, Int(dated[index].type))
    let last = known[type].side
    if last > side {
      days.add(day, behind: known[type].day, type: type)
      known[type].day = day
      return
    }
    days.add(nearest: day, type: type)
    if last == side { days.add(before: known[type].before, after: day, type: type) }
    known[type] = Known(side: side + 1, day: day, before: 0)
  }
}

extension DateSpan {
  /// The last day of what lasts, where it has one.
  @inline(__always)
  fileprivate var lastShownDay: Int32? {
    flags.contains(.interval) && latest != DateSpan.unboundedFuture ? latest : nil
  }
}
