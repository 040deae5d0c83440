/// Where the events of one case lie from the event it is lined up on.
public struct CaseOffsets: Sendable, Equatable {
  /// An event with the days it may lie from the other.
  public struct Entry: Sendable, Equatable {
    /// The type.
    public var type: String
    /// The days from the first possible day of one event to that of the other; negative before.
    public var days: Int
    /// The days as far as they are known, where a date may mean several days.
    public var count: DayCount
    /// Whether it is the event that days are counted from.
    public var isAnchor: Bool
  }

  /// The events with a first possible day, in the order of that day, then of the file.
  public let entries: [Entry]

  /// Counts the days of a case; nothing where it lacks the event.
  public init?(ofRow row: Int, in library: Library, from anchor: EventAnchor) {
    let (segment, index) = library.locate(row)
    let events = segment.events(ofCase: index)
    var finder = AnchorFinder(anchor, in: segment)
    let found = segment.withEvents { _, types, spans in
      finder.event(among: events, types, spans)
    }
    guard let found else { return nil }
    let start = segment.eventSpans[found]
    entries = events.filter { segment.eventSpans[$0].hasFirstDay }
      .sorted { left, right in
        (segment.eventSpans[left].earliest, left) < (segment.eventSpans[right].earliest, right)
      }
      .map { event in
        let span = segment.eventSpans[event]
        let days = Int(span.earliest) - Int(start.earliest)
        return Entry(
          type: segment.typeNames[Int(segment.eventTypes[event])], days: days,
          count: event == found
            ? .exact(0) : DayInterval(from: start.startDays, to: span.startDays).days,
          isAnchor: event == found)
      }
  }
}

extension DateSpan {
  /// The days that something begins on: of an interval its first possible day, for a column does
  /// not tell how exact that end is.
  fileprivate var startDays: DayRange {
    flags.contains(.interval) ? DayRange(earliest: earliestDay, latest: earliestDay) : days
  }
}
