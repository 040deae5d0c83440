// Hot path: one call a segment, a few nanoseconds an event.

/// Counts the events of the cases of some segments by type, before and after their origin.
struct LineupTally: Sendable {
  private let origin: LineupOrigin
  private(set) var extent = LineupExtentTally()
  /// By type, how many cases have one.
  private(set) var counts: [Int]
  /// The nearest event of each type and case: in group `2 * type` before the origin, in the group
  /// after it at the origin or later; on a calendar none.
  private(set) var days = DayGroups()
  private(set) var caseCount = 0

  init(_ origin: LineupOrigin, types: Int) {
    self.origin = origin
    counts = Array(repeating: 0, count: types)
  }

  /// Counts the selected cases of a segment; `numbers` are those of its types.
  mutating func add(_ segment: Segment, _ cases: Bitmap, numbers: [UInt32]) {
    var reader = LineupReader(origin, in: segment)
    let isCalendar = origin == .calendar
    var nearest = NearestDays(types: counts.count)
    // Taken out for the loop, which would else ask for exclusive access at every event.
    var (extent, days, counts) = (self.extent, self.days, self.counts)
    (self.extent, self.days, self.counts) = (LineupExtentTally(), DayGroups(), [])
    var caseCount = 0
    segment.withEvents { starts, types, spans in
      for row in cases {
        let events = Int(starts[row])..<Int(starts[row + 1])
        guard let origin = reader.origin(of: events, types, spans) else { continue }
        caseCount += 1
        for event in events where spans[event].hasFirstDay {
          let day = Int(spans[event].earliest) - origin.day
          if let end = spans[event].lastShownDay { extent.add(Int(end) - origin.day) }
          if event == origin.event { continue }
          extent.add(day)
          nearest.add(day, type: Int(numbers[Int(types[event])]))
        }
        nearest.flush { type, before, after in
          counts[type] += 1
          if isCalendar { return }
          if let before { days.add(UInt32(clamping: -before), to: UInt32(type * 2)) }
          if let after { days.add(UInt32(clamping: after), to: UInt32(type * 2 + 1)) }
        }
      }
    }
    (self.extent, self.days, self.counts) = (extent, days, counts)
    self.caseCount += caseCount
  }
}

/// For each type the days of one case that are nearest to its origin.
private struct NearestDays {
  /// The last before the origin by type, and the first at it or after.
  private var before: [Int]
  private var after: [Int]
  private var met: [Int] = []
  private static let none = Int.max

  init(types: Int) {
    before = Array(repeating: Self.none, count: types)
    after = Array(repeating: Self.none, count: types)
  }

  @inline(__always)
  mutating func add(_ day: Int, type: Int) {
    if before[type] == Self.none, after[type] == Self.none { met.append(type) }
    if day >= 0 {
      if day < after[type] { after[type] = day }
    } else if before[type] == Self.none || day > before[type] {
      before[type] = day
    }
  }

  /// Hands over the types of the case, and begins another.
  @inline(__always)
  mutating func flush(_ body: (_ type: Int, _ before: Int?, _ after: Int?) -> Void) {
    for type in met {
      body(
        type, before[type] == Self.none ? nil : before[type],
        after[type] == Self.none ? nil : after[type])
      before[type] = Self.none
      after[type] = Self.none
    }
    met.removeAll(keepingCapacity: true)
  }
}

extension DateSpan {
  /// The last day of what lasts, where it has one.
  @inline(__always)
  var lastShownDay: Int32? {
    flags.contains(.interval) && latest != DateSpan.unboundedFuture ? latest : nil
  }
}
