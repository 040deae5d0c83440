/// What the times of listed cases are counted from.
public enum LineupOrigin: Sendable, Hashable {
  /// From nothing: the axis is the calendar.
  case calendar
  /// In days from one event of each case.
  case event(EventAnchor)

  /// The event times are counted from, where there is one.
  public var anchor: EventAnchor? {
    guard case .event(let anchor) = self else { return nil }
    return anchor
  }
}

/// The cases of a selection that have an event to line them up on.
public struct Alignment: Sendable {
  /// The event.
  public let anchor: EventAnchor
  /// The cases that have it.
  public let cases: Selection
  /// How many cases of the selection lack it.
  public let leftOutCount: Int
  /// How many of those would have it if all their events of the type had a first possible day.
  public let undatedCount: Int

  /// Lines up the cases of a selection.
  ///
  /// - Complexity: O(events of the cases).
  public init(
    on anchor: EventAnchor, of selection: Selection, in library: Library, threads: Int = 1
  ) {
    let found = selection.lineup(.event(anchor), in: library, threads: threads)
    self.init(on: anchor, of: selection, found)
  }

  /// Takes what some threads found in a selection.
  init(on anchor: EventAnchor, of selection: Selection, _ found: [LineupTally]) {
    var cases = Selection()
    for index in 0..<selection.segmentCount {
      if let part = found.lazy.compactMap({ $0.cases[index] }).first { cases.append(part) }
    }
    self.anchor = anchor
    self.cases = cases
    leftOutCount = selection.count - cases.count
    undatedCount = found.reduce(0) { $0 + $1.undatedCount }
  }

  /// The rows of a list that have the event, in the order of the list.
  public func rows(of list: [UInt32]) -> [UInt32] {
    list.filter { cases.contains(Int($0)) }
  }
}

extension Selection {
  /// Lines up the cases, and counts their events, on some threads.
  func lineup(_ origin: LineupOrigin, in library: Library, threads: Int) -> [LineupTally] {
    let names = PathTypeNames(library)
    let begin: @Sendable () -> LineupTally = {
      LineupTally(origin, types: names.all.count, cases: count)
    }
    return tallies(threads: threads, from: begin) { tally, index in
      tally.add(
        library.segments[index], number: index, cases(ofSegment: index),
        numbers: names.numbers[index])
    }
  }
}
