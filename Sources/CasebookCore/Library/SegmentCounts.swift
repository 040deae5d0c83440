import Synchronization

/// How often what stands in a segment stands there, as far as that is known only by looking at all
/// of it.
struct SegmentCounts: Sendable {
  /// The entries of each column that are numbers.
  var numbers: [Int]
  /// The events of each type.
  var events: [Int]
  /// The events that have a date.
  var dated: Int
  /// The last day that an event surely has; `nil` if there is none.
  var lastDay: DayNumber?
  /// The cases that are rows without an id; `nil` if there are none.
  var withoutID: Bitmap?

  init(_ segment: Segment) {
    numbers = segment.columns.map(\.numberCount)
    var counts = Array(repeating: 0, count: segment.typeNames.count)
    segment.eventTypes.withBuffer { types in
      counts.withUnsafeMutableBufferPointer { counts in
        for type in types { counts[Int(type)] += 1 }
      }
    }
    events = counts
    dated = segment.eventSpans.withBuffer { spans in
      spans.reduce(0) { $0 + ($1.isMissing ? 0 : 1) }
    }
    lastDay = segment.lastDay()
    let rows = (0..<segment.caseCount).filter { segment.traits[$0].contains(.withoutID) }
    if !rows.isEmpty { withoutID = Bitmap(count: segment.caseCount, rows) }
  }
}

extension Segment {
  /// Makes what is counted once, on first use or when told to.
  final class CountsOnce: Sendable {
    private let counts = Mutex<SegmentCounts?>(nil)

    func counts(of segment: Segment) -> SegmentCounts {
      counts.withLock { counts in
        if let counts { return counts }
        let made = SegmentCounts(segment)
        counts = made
        return made
      }
    }
  }

  /// How often what stands in it stands there; counted once, on the thread that asks first.
  var valueCounts: SegmentCounts { parts.counts.counts(of: self) }
}

extension ValueColumn {
  /// How many entries are numbers.
  fileprivate var numberCount: Int {
    let isNumber = kinds.withBuffer { $0.map { $0 == ScalarKind.number.rawValue } }
    guard isNumber.contains(true) else { return 0 }
    let areAll = !isNumber.contains(false) && longRanges.count == 0
    if areAll { return codes.count }
    return codes.withBuffer { codes in
      isNumber.withUnsafeBufferPointer { isNumber in
        codes.reduce(0) { $0 + ($1 < Self.longText && isNumber[Int($1)] ? 1 : 0) }
      }
    }
  }
}
