@testable import CasebookCore

/// The named intervals of one decoded case, found the plain way: every start with every end.
struct SlowIntervals {
  /// The first and the last day of an interval.
  typealias Days = (from: DayNumber, to: DayNumber)

  let content: Case
  let asOf: DayNumber

  /// An event whose first day is known.
  private struct Dated {
    let event: Event
    let start: DayNumber
    let end: DayNumber?
    let isOpen: Bool
    let lasts: Bool

    init?(_ event: Event) {
      guard let date = event.date, let start = date.startDays.earliest else { return nil }
      self.event = event
      self.start = start
      end = date.endDays.latest
      isOpen = date.hasOpenEnd
      lasts = date.isInterval
    }

    /// Where it stands among the events of the case, as numbers to compare.
    var place: [Int] {
      [Int(start.rawValue), end.map { Int($0.rawValue) } ?? .max, isOpen ? 1 : 0, event.index]
    }
  }

  private func events(_ types: [String]) -> [Dated] {
    content.events.filter { types.contains($0.type) }.compactMap(Dated.init)
      .sorted { $0.place.lexicographicallyPrecedes($1.place) }
  }

  /// The days of each interval of a name.
  func days(_ name: NamedInterval) -> [Days] {
    switch name.measure {
    case .between(let from, let to): between(events(from), events(to))
    case .stay(let type): stays(events([type]))
    }
  }

  /// Each start with the first end that follows, of one type the first after itself; of several with
  /// one end the first.
  private func between(_ starts: [Dated], _ ends: [Dated]) -> [Days] {
    var taken: Set<Int> = []
    return starts.compactMap { start in
      let own = ends.firstIndex { $0.event.index == start.event.index }
      let later = own.map { ends[($0 + 1)...] } ?? ends[...]
      guard let end = later.first(where: { $0.start >= start.start }) else {
        return start.isOpen && start.start <= asOf ? (start.start, asOf) : nil
      }
      return taken.insert(end.event.index).inserted ? (start.start, end.start) : nil
    }
  }

  /// Stints are one stay as long as each begins at most a day after the one before ended.
  private func stays(_ stints: [Dated]) -> [Days] {
    var runs: [[Dated]] = []
    for stint in stints {
      if let before = runs.last?.last, before.lasts, let end = before.end,
        end.distance(to: stint.start) <= 1
      {
        runs[runs.count - 1].append(stint)
      } else {
        runs.append([stint])
      }
    }
    return runs.compactMap { run in
      guard let first = run.first, let last = run.last, last.lasts else { return nil }
      if last.isOpen { return first.start <= asOf ? (first.start, asOf) : nil }
      return last.end.map { (first.start, max(first.start, $0)) }
    }
  }
}

extension SlowReader {
  /// The named interval a name of a field term or presence means, by its name or key.
  static func interval(_ name: String) -> NamedInterval? {
    RandomLibrary.intervals.first { [$0.name, $0.key].contains(name) }
  }

  /// Whether an interval is there, or is as long as one of the alternatives asks.
  func interval(_ name: NamedInterval, _ alternatives: [[GapBound]]) -> Bool? {
    let found = SlowIntervals(content: content, asOf: today).days(name)
    guard !alternatives.isEmpty else { return !found.isEmpty }
    guard !found.isEmpty else { return nil }
    return found.contains { days in
      alternatives.contains { bounds in
        bounds.allSatisfy { $0.allows(from: days.from, to: days.to) }
      }
    }
  }
}
