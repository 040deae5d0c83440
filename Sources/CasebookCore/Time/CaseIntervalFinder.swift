/// Finds the intervals of one chronology.
struct CaseIntervalFinder {
  private let chronology: [Event]
  private let asOf: DayNumber?

  init(_ chronology: [Event], asOf: DayNumber?) {
    self.chronology = chronology
    self.asOf = asOf
  }

  /// The intervals of some names in the order of their beginnings.
  func intervals(_ names: [NamedInterval]) -> [CaseInterval] {
    let all = names.flatMap(intervals)
    return all.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
      .map(\.element)
  }

  private func intervals(_ name: NamedInterval) -> [CaseInterval] {
    let ends = name.endTypes
    var found: [CaseInterval] = []
    name.visit(events(name.startTypes), events(ends)) {
      found += interval(name, $0).map { [$0] } ?? []
    }
    return found
  }

  /// The events of some types whose start has a first day, in order.
  private func events(_ types: [String]) -> [DatedEvent] {
    chronology.indices.filter { types.contains(chronology[$0].type) }.compactMap(event)
      .sorted(by: DatedEvent.isBefore)
  }

  private func event(_ index: Int) -> DatedEvent? {
    guard let date = chronology[index].date, let start = date.startDays.earliest else { return nil }
    return DatedEvent(
      event: index, start: start, end: date.endDays.latest, lasts: date.isInterval,
      isOpen: date.hasOpenEnd)
  }

  private func interval(_ name: NamedInterval, _ ends: IntervalEnds) -> CaseInterval? {
    guard name.days(of: ends, asOf: asOf) != nil,
      let first = chronology[ends.first.event].date
    else { return nil }
    let (from, to) = (ends.first.event, ends.last?.event)
    guard let to, let last = chronology[to].date else {
      let today = DayRange(earliest: asOf, latest: asOf)
      let interval = DayInterval(from: first.sureStartDays, to: today, isForward: true)
      return CaseInterval(name: name, from: from, to: nil, interval: interval, isSoFar: true)
    }
    let interval =
      if case .stay = name.measure {
        DayInterval(from: first.sureStartDays, to: last.sureEndDays, isForward: true)
      } else {
        DayInterval(from: first, to: last)
      }
    return CaseInterval(name: name, from: from, to: to, interval: interval)
  }

  // MARK: - The event before

  /// The time between an event and the nearest one before it, if both have a start to count from.
  /// Events without a date, or with one marked uncertain or approximate, are passed over.
  func gap(before index: Int) -> EventGap? {
    guard let date = chronology[index].date, let start = date.sureStartDays.earliest else {
      return nil
    }
    for before in chronology[..<index].indices.reversed() {
      guard let earlier = chronology[before].date, let day = earlier.sureStartDays.earliest else {
        continue
      }
      return EventGap(
        before: before, interval: DayInterval(from: earlier, to: date),
        days: day.distance(to: start))
    }
    return nil
  }
}
