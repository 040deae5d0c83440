import Dispatch
import Synchronization

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
    let count = selection.segmentCount
    let strands = max(1, min(threads, count))
    let parts = Mutex([AlignedCases?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      for index in stride(from: strand, to: count, by: strands) {
        let part = AlignedCases(
          anchor, of: selection.cases(ofSegment: index), in: library.segments[index])
        parts.withLock { $0[index] = part }
      }
    }
    let found = parts.withLock { $0.compactMap(\.self) }
    var cases = Selection()
    for part in found { cases.append(part.cases) }
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

/// The cases of one segment that have an anchor.
private struct AlignedCases: Sendable {
  private(set) var cases: Bitmap
  private(set) var undatedCount = 0

  init(_ anchor: EventAnchor, of selected: Bitmap, in segment: Segment) {
    cases = Bitmap(count: segment.caseCount)
    var finder = AnchorFinder(anchor, in: segment)
    guard let type = finder.type else { return }
    // Taken out for the loop, which would else ask for exclusive access at every case.
    var (found, undated) = (cases, 0)
    segment.withEvents { starts, types, spans in
      for row in selected {
        let events = Int(starts[row])..<Int(starts[row + 1])
        if finder.event(among: events, types, spans) != nil {
          found.insert(row)
        } else if events.reduce(0, { $0 + (types[$1] == type ? 1 : 0) }) >= anchor.leastCount {
          undated += 1
        }
      }
    }
    (cases, undatedCount) = (found, undated)
  }
}

extension EventAnchor {
  /// How many events of the type a case has at least that has it.
  fileprivate var leastCount: Int {
    guard case .number(let number) = occurrence else { return 1 }
    return number
  }
}
