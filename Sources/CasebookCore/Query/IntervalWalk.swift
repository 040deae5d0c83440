// Hot path: orders, facets and terms of named intervals run through every case here.

/// Finds the intervals of a name in the cases of one segment.
struct IntervalWalk {
  private let segment: Segment
  private let name: NamedInterval
  private let asOf: DayNumber?
  /// For each event type of the segment, whether it begins or ends the interval.
  private let startsIt: [Bool]
  private let endsIt: [Bool]
  private var starts: [DatedEvent] = []
  private var ends: [DatedEvent] = []

  init(_ name: NamedInterval, in segment: Segment, asOf: DayNumber?) {
    self.segment = segment
    self.name = name
    self.asOf = asOf
    startsIt = segment.typeNames.map(name.startTypes.contains)
    endsIt = segment.typeNames.map(name.endTypes.contains)
  }

  /// Whether some case of the segment may have such an interval.
  var isPossible: Bool { startsIt.contains(true) }

  /// Calls the body with the first and the last day of each interval of a case.
  mutating func visit(_ row: Int, _ body: (_ from: DayNumber, _ to: DayNumber) -> Void) {
    visitEnds(row) { _, from, to in body(from, to) }
  }

  /// Calls the body with the events at both ends of each interval of a case, and its days.
  mutating func visitEnds(
    _ row: Int, _ body: (_ ends: IntervalEnds, _ from: DayNumber, _ to: DayNumber) -> Void
  ) {
    let events = segment.events(ofCase: row)
    guard events.contains(where: { startsIt[Int(segment.eventTypes[$0])] }) else { return }
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for event in events {
      let type = Int(segment.eventTypes[event])
      guard startsIt[type] || endsIt[type],
        let dated = DatedEvent(event, segment.eventSpans[event])
      else { continue }
      if startsIt[type] { starts.append(dated) }
      if endsIt[type] { ends.append(dated) }
    }
    Self.order(&starts)
    Self.order(&ends)
    name.visit(starts, ends) { found in
      if let (from, to) = name.days(of: found, asOf: asOf) { body(found, from, to) }
    }
  }

  /// Files mostly hold events in order, and few of a kind.
  private static func order(_ events: inout [DatedEvent]) {
    guard events.count > 1,
      zip(events, events.dropFirst()).contains(where: { DatedEvent.isBefore($1, $0) })
    else { return }
    events.sort(by: DatedEvent.isBefore)
  }
}

extension DatedEvent {
  /// An event of a segment; nothing where the first day of its start is not known.
  init?(_ event: Int, _ span: DateSpan) {
    guard !span.isMissing, let start = span.firstCountableDay else { return nil }
    self.init(
      event: event, start: start, end: span.latestDay, lasts: span.flags.contains(.interval),
      isOpen: span.flags.contains(.openEnd))
  }
}

/// What a term asks of a named interval.
struct IntervalPlan: Sendable, Hashable {
  var name: NamedInterval
  /// Alternatives of bounds that all must hold; none asks only whether there is such an interval.
  var bounds: [[GapBound]]
  var asOf: DayNumber

  /// Whether an interval between two days passes.
  func allows(from: DayNumber, to: DayNumber) -> Bool {
    bounds.isEmpty
      || bounds.contains { $0.allSatisfy { $0.allows(from: from, to: to) } }
  }
}

extension SegmentEvaluator {
  /// The cases with an interval that passes; those without such an interval say nothing, unless
  /// only that is asked.
  func verdict(_ plan: IntervalPlan) -> Verdict {
    var walk = IntervalWalk(plan.name, in: segment, asOf: plan.asOf)
    var (passed, compared) = (Bitmap(count: segment.caseCount), Bitmap(count: segment.caseCount))
    if walk.isPossible {
      for row in 0..<segment.caseCount {
        walk.visit(row) { from, to in
          compared.insert(row)
          if plan.allows(from: from, to: to) { passed.insert(row) }
        }
      }
    }
    return plan.bounds.isEmpty
      ? Verdict(passed: passed) : Verdict(passed: passed, compared: compared)
  }
}
