/// One event of a case that others are counted from: the first, the last or the n-th of a type.
///
/// Events of a type stand in the order of their first possible days, those of one day in the order
/// of the file. One without a first possible day is not counted.
public struct EventAnchor: Sendable, Hashable {
  /// Which of the events of a type.
  public enum Occurrence: Sendable, Hashable {
    /// The first.
    case first
    /// The last.
    case last
    /// The one with a number, from 1.
    case number(Int)
  }

  /// The name of the type.
  public var type: String
  /// Which of its events.
  public var occurrence: Occurrence

  /// Names an event.
  public init(_ type: String, _ occurrence: Occurrence = .first) {
    self.type = type
    self.occurrence = occurrence
  }
}

extension EventAnchor.Occurrence {
  /// How it is written: `first`, `last` or a number.
  public var text: String {
    switch self {
    case .first: "first"
    case .last: "last"
    case .number(let number): String(number)
    }
  }

  /// Reads `first`, `last` or a number from 1.
  public init?(_ text: String) {
    switch text {
    case "first": self = .first
    case "last": self = .last
    default:
      guard let number = Int(text), number >= 1 else { return nil }
      self = .number(number)
    }
  }
}

/// Finds the anchor among the events of a segment's cases.
struct AnchorFinder {
  private let occurrence: EventAnchor.Occurrence
  /// The type in the segment; nothing where no event there has it.
  let type: UInt16?
  private var dated: [(day: Int32, event: Int)] = []

  init(_ anchor: EventAnchor, in segment: Segment) {
    occurrence = anchor.occurrence
    type = segment.typeIndex(anchor.type)
  }

  /// The anchor of a case, where it has one.
  ///
  /// - Complexity: O(events of the case).
  @inline(__always)
  mutating func event(
    among events: Range<Int>, _ types: UnsafeBufferPointer<UInt16>,
    _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Int? {
    guard let type else { return nil }
    var found = -1
    switch occurrence {
    // Without a branch for each event: a guess of the machine would often fail.
    case .first:
      var best = Int32.max
      for event in events {
        // One less, so that no first day is after every other.
        let day = types[event] == type ? spans[event].earliest &- 1 : .max
        (best, found) = day < best ? (day, event) : (best, found)
      }
    case .last:
      var best = DateSpan.unboundedPast + 1
      for event in events {
        let day = types[event] == type ? spans[event].earliest : DateSpan.unboundedPast
        (best, found) = day >= best ? (day, event) : (best, found)
      }
    case .number(let number):
      return self.event(number, among: events, type, types, spans)
    }
    return found < 0 ? nil : found
  }

  private mutating func event(
    _ number: Int, among events: Range<Int>, _ type: UInt16,
    _ types: UnsafeBufferPointer<UInt16>, _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Int? {
    dated.removeAll(keepingCapacity: true)
    for event in events where types[event] == type && spans[event].hasFirstDay {
      dated.append((spans[event].earliest, event))
    }
    guard dated.count >= number else { return nil }
    dated.sort { ($0.day, $0.event) < ($1.day, $1.event) }
    return dated[number - 1].event
  }
}

extension DateSpan {
  /// Whether there is a first possible day.
  @inline(__always)
  var hasFirstDay: Bool { earliest != DateSpan.unboundedPast }
}
