/// An event as far as intervals need it.
struct DatedEvent: Sendable, Hashable {
  /// Which event it is; of events on one day the lower is first.
  var event: Int
  /// The first day its start may mean.
  var start: DayNumber
  /// The last day its end may mean; nothing where the end is open or not known.
  var end: DayNumber?
  /// Whether it has two ends.
  var lasts = false
  /// Whether it goes on.
  var isOpen = false

  static func isBefore(_ left: DatedEvent, _ right: DatedEvent) -> Bool {
    (left.start, left.event) < (right.start, right.event)
  }
}

/// Two ends of a named interval among the events of one case; without the second it goes on.
struct IntervalEnds: Sendable, Hashable {
  var first: DatedEvent
  /// The event it ends with; that of a stay is its last stint.
  var last: DatedEvent?
}

extension NamedInterval {
  /// The intervals among events, which must be in order.
  ///
  /// An interval leads to the first event that follows; of several that lead to the same event the
  /// one that began first stands. What is open and leads to nothing goes on.
  ///
  /// - Complexity: O(starts + ends).
  func ends(_ starts: [DatedEvent], _ ends: [DatedEvent]) -> [IntervalEnds] {
    switch measure {
    case .between: NamedInterval.pairs(starts, ends)
    case .stay: NamedInterval.stays(starts)
    }
  }

  private static func pairs(_ starts: [DatedEvent], _ ends: [DatedEvent]) -> [IntervalEnds] {
    var found: [IntervalEnds] = []
    var next = ends.startIndex
    var taken: Int?
    for first in starts {
      while next < ends.endIndex, ends[next].start < first.start { next += 1 }
      var index = next
      while index < ends.endIndex, ends[index].event == first.event { index += 1 }
      if index == ends.endIndex {
        if first.isOpen { found.append(IntervalEnds(first: first)) }
      } else if taken.map({ $0 < index }) ?? true {
        taken = index
        found.append(IntervalEnds(first: first, last: ends[index]))
      }
    }
    return found
  }

  /// Stints that begin at most a day after the one before ended are one stay; one whose end is not
  /// known is none.
  private static func stays(_ stints: [DatedEvent]) -> [IntervalEnds] {
    var stays: [(first: DatedEvent, last: DatedEvent)] = []
    for stint in stints {
      if let last = stays.last?.last, last.lasts, let end = last.end,
        end.distance(to: stint.start) <= 1
      {
        stays[stays.count - 1].last = stint
      } else {
        stays.append((stint, stint))
      }
    }
    return stays.compactMap { first, last in
      guard last.lasts, last.isOpen || last.end != nil else { return nil }
      return IntervalEnds(first: first, last: last.isOpen ? nil : last)
    }
  }

  /// The days an interval takes: from the first possible day of one event to that of the other, of a
  /// stay to its last possible day; what goes on to the day `asOf`, and nothing without one.
  func days(of ends: IntervalEnds, asOf: DayNumber?) -> (from: DayNumber, to: DayNumber)? {
    let from = ends.first.start
    guard let last = ends.last else {
      guard let asOf, from <= asOf else { return nil }
      return (from, asOf)
    }
    if case .stay = measure { return (from, max(from, last.end ?? last.start)) }
    return (from, last.start)
  }
}
