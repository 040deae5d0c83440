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
    var type: Int
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
    side += 2
    for event in events where spans[event].showsEnd {
      days.add(end: Int(spans[event].latest) - origin.day)
    }
    if !Self.isInOrder(events, spans) {
      return countSorted(events, from: origin, isCalendar: isCalendar, types, spans, numbers, &days)
    }
    var first = isCalendar ? events.lowerBound : origin.event
    while first > events.lowerBound, Int(spans[first - 1].earliest) == origin.day { first -= 1 }
    known.withUnsafeMutableBufferPointer { known in
      let sides = Sides(known: known, side: side)
      for event in stride(from: first - 1, through: events.lowerBound, by: -1) {
        let day = Int(spans[event].earliest) - origin.day
        sides.countBefore(day, Int(numbers[Int(types[event])]), &days)
      }
      for event in first..<events.upperBound where event != origin.event {
        let day = Int(spans[event].earliest) - origin.day
        sides.countAfter(day, Int(numbers[Int(types[event])]), &days)
      }
    }
  }

  /// Whether all events have a first day, none before that of the event before.
  @inline(__always)
  private static func isInOrder(
    _ events: Range<Int>, _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Bool {
    var (isInOrder, last) = (true, DateSpan.unboundedPast + 1)
    for event in events {
      // Without a branch: most are.
      isInOrder = spans[event].earliest >= last ? isInOrder : false
      last = spans[event].earliest
    }
    return isInOrder
  }

  /// Counts the events of a case that are not in order, or not all dated.
  private mutating func countSorted(
    _ events: Range<Int>, from origin: (day: Int, event: Int), isCalendar: Bool,
    _ types: UnsafeBufferPointer<UInt16>, _ spans: UnsafeBufferPointer<DateSpan>,
    _ numbers: UnsafeBufferPointer<UInt32>, _ days: inout LineupDays
  ) {
    dated.removeAll(keepingCapacity: true)
    for event in events where spans[event].hasFirstDay && event != origin.event {
      let day = Int(spans[event].earliest) - origin.day
      dated.append(Dated(day: day, type: Int(numbers[Int(types[event])])))
    }
    dated.withUnsafeMutableBufferPointer { DaySort.sort($0[...]) { $0.day } }
    let first = isCalendar ? 0 : dated.firstIndex { $0.day >= 0 } ?? dated.count
    known.withUnsafeMutableBufferPointer { known in
      let sides = Sides(known: known, side: side)
      for event in dated[..<first].reversed() { sides.countBefore(event.day, event.type, &days) }
      for event in dated[first...] { sides.countAfter(event.day, event.type, &days) }
    }
  }

  /// What is known of the types while one case is counted.
  private struct Sides {
    let known: UnsafeMutableBufferPointer<Known>
    let side: Int

    @inline(__always)
    func countBefore(_ day: Int, _ type: Int, _ days: inout LineupDays) {
      if known[type].side == side {
        days.add(day, behind: known[type].day, type: type)
        known[type].day = day
      } else {
        days.add(nearest: day, type: type)
        known[type] = Known(side: side, day: day, before: day)
      }
    }

    @inline(__always)
    func countAfter(_ day: Int, _ type: Int, _ days: inout LineupDays) {
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
  /// Whether it lasts and has a first day and a last one.
  @inline(__always)
  fileprivate var showsEnd: Bool {
    // All three are found, for a guess of the machine would often fail.
    let (lasts, ends) = (flags.contains(.interval), latest != DateSpan.unboundedFuture)
    return (lasts ? 1 : 0) & (ends ? 1 : 0) & (hasFirstDay ? 1 : 0) != 0
  }
}
