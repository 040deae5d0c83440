extension SegmentEvaluator {
  /// The cases in which events follow each other as asked.
  ///
  /// A gap runs from the earliest possible day of one event to that of the other; an event without
  /// one takes no part. The same day counts as at or after, whatever the order in the file.
  func cases(with sequence: SequencePlan) -> Bitmap {
    let starts = events(sequence.first)
    let steps = sequence.links.map { events($0.step) }
    var candidates = cases(ofEvents: starts)
    for (link, events) in zip(sequence.links, steps) where !link.isAbsence {
      candidates.formIntersection(cases(ofEvents: events))
    }
    var found = Bitmap(count: segment.caseCount)
    var walk = SequenceWalk(sequence.links)
    for row in candidates {
      let events = segment.events(ofCase: row)
      walk.begin(steps.map { days(of: events, in: $0) })
      let holds = events.contains { event in
        guard starts.contains(event), let day = segment.eventSpans[event].earliestDay else {
          return false
        }
        return walk.holds(from: event, on: day)
      }
      if holds { found.insert(row) }
    }
    return found
  }

  /// The dated events of a set, oldest first; equal days in the order of the file.
  private func days(of events: Range<Int>, in set: Bitmap) -> [SequenceWalk.Dated] {
    var dated: [SequenceWalk.Dated] = []
    for event in events where set.contains(event) {
      if let day = segment.eventSpans[event].earliestDay {
        dated.append(SequenceWalk.Dated(day: day, event: event))
      }
    }
    // Files mostly hold events in order, and few of a kind.
    if !zip(dated, dated.dropFirst()).allSatisfy({ $0.day <= $1.day }) {
      dated.sort { ($0.day, $0.event) < ($1.day, $1.event) }
    }
    return dated
  }
}

/// Follows the links of a sequence through the events of one case.
struct SequenceWalk {
  struct Dated {
    var day: DayNumber
    var event: Int
  }

  private let links: [SequencePlan.Link]
  private var steps: [[Dated]] = []

  init(_ links: [SequencePlan.Link]) {
    self.links = links
  }

  /// Takes the events of each step in one case, oldest first.
  mutating func begin(_ steps: [[Dated]]) {
    self.steps = steps
  }

  /// Whether every link holds from an event on; each leads to the first event that fits, and that
  /// one alone.
  func holds(from event: Int, on day: DayNumber) -> Bool {
    var event = event
    var day = day
    for (link, events) in zip(links, steps) {
      let next = Self.first(of: events, from: day, besides: event)
      if link.isAbsence {
        guard let next, let bound = link.bound else { return next == nil }
        return !bound.allows(from: day, to: next.day)
      }
      guard let next, link.bound?.allows(from: day, to: next.day) ?? true else { return false }
      event = next.event
      day = next.day
    }
    return true
  }

  private static func first(of events: [Dated], from day: DayNumber, besides event: Int) -> Dated? {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].day < day { low = middle + 1 } else { high = middle }
    }
    while low < events.count, events[low].event == event { low += 1 }
    return low < events.count ? events[low] : nil
  }
}

extension GapBound {
  /// Whether the gap between two days is within the bound.
  func allows(from start: DayNumber, to end: DayNumber) -> Bool {
    let edge = start.advanced(by: span)
    switch comparison {
    case .lessOrEqual, .matches, .equals: return end <= edge
    case .less: return end < edge
    case .greater: return end > edge
    case .greaterOrEqual: return end >= edge
    }
  }
}
