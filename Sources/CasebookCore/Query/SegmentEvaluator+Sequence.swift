extension SegmentEvaluator {
  /// The cases in which events follow each other as asked.
  ///
  /// A gap runs from the earliest possible day of one event to that of the other; an event without
  /// one takes no part. The same day counts as at or after, whatever the order in the file.
  func cases(with sequence: SequencePlan) -> Bitmap {
    let masks = masks([sequence.first] + sequence.links.map(\.step))
    var required: UInt32 = 1
    for (index, link) in sequence.links.enumerated() where !link.isAbsence {
      required |= 2 << UInt32(index)
    }
    var found = Bitmap(count: segment.caseCount)
    var walk = SequenceWalk(sequence.links)
    masks.withUnsafeBufferPointer { masks in
      for row in 0..<segment.caseCount {
        let events = segment.events(ofCase: row)
        var all: UInt32 = 0
        for event in events { all |= masks[event] }
        if all & required == required, holds(events, masks, &walk) { found.insert(row) }
      }
    }
    return found
  }

  /// For each event the steps it fits, a bit each, the first step the lowest.
  private func masks(_ steps: [StepPlan]) -> [UInt32] {
    var ofTypes = [UInt32](repeating: 0, count: segment.typeNames.count)
    for (index, step) in steps.enumerated() where step.condition == .all {
      if let type = segment.typeIndex(step.type) { ofTypes[Int(type)] |= 1 << UInt32(index) }
    }
    var masks = segment.eventTypes.withBuffer { types in types.map { ofTypes[Int($0)] } }
    for (index, step) in steps.enumerated() where step.condition != .all {
      for event in events(step) { masks[event] |= 1 << UInt32(index) }
    }
    return masks
  }

  private func holds(
    _ events: Range<Int>, _ masks: UnsafeBufferPointer<UInt32>, _ walk: inout SequenceWalk
  ) -> Bool {
    if let link = walk.onlyLink, events.count <= Self.fewEvents {
      return holds(events, masks, link)
    }
    walk.begin()
    for bit in 1...UInt32(walk.linkCount) {
      for event in events where masks[event] >> bit & 1 == 1 {
        if let day = segment.eventSpans[event].earliestDay { walk.add(event, on: day) }
      }
      walk.endStep()
    }
    return events.contains { event in
      guard masks[event] & 1 == 1, let day = segment.eventSpans[event].earliestDay else {
        return false
      }
      return walk.holds(from: event, on: day)
    }
  }

  /// Events of a case up to which looking at all for each costs less than putting them in order.
  private static let fewEvents = 32

  /// As the walk, for one link and few events: each event of the first step is followed by the
  /// first of the second at or after its day.
  private func holds(
    _ events: Range<Int>, _ masks: UnsafeBufferPointer<UInt32>, _ link: SequencePlan.Link
  ) -> Bool {
    segment.eventSpans.withBuffer { spans in
      for event in events where masks[event] & 1 == 1 {
        let day = spans[event].earliest
        if day == DateSpan.unboundedPast { continue }
        // Of 64 bits, so that no day there is stands for none.
        var next = Int64.max
        for other in events where masks[other] & 2 != 0 && other != event {
          let found = spans[other].earliest
          if found >= day, found != DateSpan.unboundedPast { next = min(next, Int64(found)) }
        }
        if link.holds(from: day, to: next == .max ? nil : Int32(next)) { return true }
      }
      return false
    }
  }
}

extension SequencePlan.Link {
  /// Whether it holds where the first event that fits is on a day, or there is none.
  @inline(__always)
  fileprivate func holds(from day: Int32, to next: Int32?) -> Bool {
    guard let next else { return isAbsence }
    guard let bound else { return !isAbsence }
    let isWithin = bound.allows(from: DayNumber(rawValue: day), to: DayNumber(rawValue: next))
    return isWithin != isAbsence
  }
}

/// Follows the links of a sequence through the events of one case.
struct SequenceWalk {
  struct Dated {
    var day: DayNumber
    var event: Int
  }

  private let links: [SequencePlan.Link]
  /// The events of all steps, those of a step oldest first, equal days in the order of the file.
  private var dated: [Dated] = []
  /// Where the events of each step begin, and where those of the last end.
  private var starts: [Int] = [0]

  init(_ links: [SequencePlan.Link]) {
    self.links = links
  }

  var linkCount: Int { links.count }

  /// The link, where there is no other.
  var onlyLink: SequencePlan.Link? { links.count == 1 ? links[0] : nil }

  /// Begins another case.
  mutating func begin() {
    dated.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// Adds an event to the step at hand, in the order of the file.
  mutating func add(_ event: Int, on day: DayNumber) {
    dated.append(Dated(day: day, event: event))
  }

  /// Ends a step; files mostly hold events in order, and few of a kind.
  mutating func endStep() {
    let step = starts[starts.count - 1]..<dated.count
    if step.count > 1, !step.dropLast().allSatisfy({ dated[$0].day <= dated[$0 + 1].day }) {
      dated[step].sort { ($0.day, $0.event) < ($1.day, $1.event) }
    }
    starts.append(dated.count)
  }

  /// Whether every link holds from an event on; each leads to the first event that fits, and that
  /// one alone.
  func holds(from event: Int, on day: DayNumber) -> Bool {
    var event = event
    var day = day
    for (index, link) in links.enumerated() {
      let next = first(ofStep: index, from: day, besides: event)
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

  private func first(ofStep index: Int, from day: DayNumber, besides event: Int) -> Dated? {
    var low = starts[index]
    let end = starts[index + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].day < day { low = middle + 1 } else { high = middle }
    }
    while low < end, dated[low].event == event { low += 1 }
    return low < end ? dated[low] : nil
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
