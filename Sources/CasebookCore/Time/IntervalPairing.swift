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

  /// By start, then by end, open ends last: the order of a chronology, whatever that of the file.
  static func isBefore(_ left: DatedEvent, _ right: DatedEvent) -> Bool {
    if left.start != right.start { return left.start < right.start }
    let ends = (left.end ?? .max, right.end ?? .max)
    if ends.0 != ends.1 { return ends.0 < ends.1 }
    return (left.isOpen ? 1 : 0, left.event) < (right.isOpen ? 1 : 0, right.event)
  }
}

/// Two ends of a named interval among the events of one case; without the second it goes on.
struct IntervalEnds: Sendable, Hashable {
  var first: DatedEvent
  /// The event it ends with; that of a stay is its last stint.
  var last: DatedEvent?
}

extension NamedInterval {
  /// Calls the body with each interval among events, which must be in order.
  ///
  /// An interval leads to the first event that follows; of several that lead to the same event the
  /// one that began first stands. What is open and leads to nothing goes on.
  ///
  /// - Complexity: O(starts + ends), without allocating.
  func visit(_ starts: [DatedEvent], _ ends: [DatedEvent], _ body: (IntervalEnds) -> Void) {
    switch measure {
    case .between: NamedInterval.visitPairs(starts, ends, body)
    case .stay: NamedInterval.visitStays(starts, body)
    }
  }

  private static func visitPairs(
    _ starts: [DatedEvent], _ ends: [DatedEvent], _ body: (IntervalEnds) -> Void
  ) {
    var next = ends.startIndex
    var taken: Int?
    for first in starts {
      while next < ends.endIndex, ends[next].start < first.start { next += 1 }
      let index = place(after: first, in: ends, from: next)
      if index == ends.endIndex {
        if first.isOpen { body(IntervalEnds(first: first)) }
      } else if taken.map({ $0 < index }) ?? true {
        taken = index
        body(IntervalEnds(first: first, last: ends[index]))
      }
    }
  }

  /// Where the first end stands that may follow an event: that of its own day, but where the event
  /// is an end itself one after it.
  private static func place(
    after first: DatedEvent, in ends: [DatedEvent], from next: Int
  ) -> Int {
    var place = next
    while place < ends.endIndex, ends[place].start == first.start {
      if ends[place].event == first.event { return place + 1 }
      place += 1
    }
    return next
  }

  /// Stints that begin at most a day after the one before ended are one stay; one whose end is not
  /// known is none.
  private static func visitStays(_ stints: [DatedEvent], _ body: (IntervalEnds) -> Void) {
    guard var first = stints.first else { return }
    var last = first
    func close() {
      guard last.lasts, last.isOpen || last.end != nil else { return }
      body(IntervalEnds(first: first, last: last.isOpen ? nil : last))
    }
    for stint in stints.dropFirst() {
      if !last.lasts || last.end.map({ $0.distance(to: stint.start) > 1 }) ?? true {
        close()
        first = stint
      }
      last = stint
    }
    close()
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
