// Hot path: one call a segment, some ten nanoseconds a case and a few an event.

/// Lines up the cases of some segments, and counts their events by type and day.
struct LineupTally: Sendable {
  private let origin: LineupOrigin
  private let types: Int
  /// The days of the events, the one at the origin aside.
  private(set) var days: LineupDays
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
    days = LineupDays(types: types, cases: cases)
  }

  /// Counts the selected cases of a segment with a number; `numbers` are those of its types.
  mutating func add(_ segment: Segment, number: Int, _ selected: Bitmap, numbers: [UInt32]) {
    var finder = LineupReader(origin, in: segment)
    var reader = NearestEvents(types: types)
    var (found, caseCount, undated) = (Bitmap(count: segment.caseCount), 0, 0)
    let isCalendar = origin == .calendar
    found.withMutableWords { found in
      segment.withEvents { starts, types, spans in
        numbers.withUnsafeBufferPointer { numbers in
          for row in selected {
            let events = Int(starts[row])..<Int(starts[row + 1])
            guard let origin = finder.origin(of: events, types, spans) else {
              if finder.isUndated(events, types) { undated += 1 }
              continue
            }
            caseCount += 1
            found[row >> 6] |= 1 << UInt64(row & 63)
            reader.count(events, from: origin, isCalendar: isCalendar, types, spans, numbers, &days)
          }
        }
      }
    }
    cases[number] = found
    self.caseCount += caseCount
    undatedCount += undated
  }
}

/// Puts the events of one case after the other in order, and counts them from the origin outwards.
private struct NearestEvents {
  struct Dated {
    var day: Int
    var type: UInt32
  }

  /// What is known of a type in the case at hand.
  struct Known {
    /// The number of the side that was counted last; sides of all cases are numbered through.
    var side = 0
    /// The event of that side that is farthest out so far.
    var day = 0
    /// The nearest one before the origin.
    var before = 0
  }

  private var dated: [Dated] = []
  private var known: [Known]
  private var side = 0

  init(types: Int) {
    known = Array(repeating: Known(), count: types)
  }

  /// Counts the events of a case.
  @inline(__always)
  mutating func count(
    _ events: Range<Int>, from origin: (day: Int, event: Int), isCalendar: Bool,
    _ types: UnsafeBufferPointer<UInt16>, _ spans: UnsafeBufferPointer<DateSpan>,
    _ numbers: UnsafeBufferPointer<UInt32>, _ days: inout LineupDays
  ) {
    if dated.count < events.count {
      let more = events.count - dated.count
      dated += Array(repeating: Dated(day: 0, type: 0), count: more)
    }
    side += 2
    dated.withUnsafeMutableBufferPointer { dated in
      var (count, isSorted, last) = (0, true, Int.min)
      for event in events where spans[event].hasFirstDay {
        if let end = spans[event].lastShownDay { days.add(end: Int(end) - origin.day) }
        if event == origin.event { continue }
        let day = Int(spans[event].earliest) - origin.day
        if day < last { isSorted = false }
        last = day
        dated[count] = Dated(day: day, type: numbers[Int(types[event])])
        count += 1
      }
      let sorted = dated[..<count]
      if !isSorted { DaySort.sort(sorted) { $0.day } }
      known.withUnsafeMutableBufferPointer { known in
        let sides = Sides(known: known, side: side)
        var first = 0
        if !isCalendar {
          while first < count, sorted[first].day < 0 { first += 1 }
          for index in stride(from: first - 1, through: 0, by: -1) {
            sides.countBefore(sorted[index], &days)
          }
        }
        for index in first..<count { sides.countAfter(sorted[index], &days) }
      }
    }
  }

  /// What is known of the types while one case is counted.
  private struct Sides {
    let known: UnsafeMutableBufferPointer<Known>
    let side: Int

    @inline(__always)
    func countBefore(_ event: Dated, _ days: inout LineupDays) {
      let (day, type) = (event.day, Int(event.type))
      if known[type].side == side {
        days.add(day, behind: known[type].day, type: type)
        known[type].day = day
      } else {
        days.add(nearest: day, type: type)
        known[type] = Known(side: side, day: day, before: day)
      }
    }

    @inline(__always)
    func countAfter(_ event: Dated, _ days: inout LineupDays) {
      let (day, type) = (event.day, Int(event.type))
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
}

extension DateSpan {
  /// The last day of what lasts, where it has one.
  @inline(__always)
  fileprivate var lastShownDay: Int32? {
    flags.contains(.interval) && latest != DateSpan.unboundedFuture ? latest : nil
  }
}
