/// Where the events of one case lie from the event it is lined up on.
public struct CaseOffsets: Sendable, Equatable {
  /// An event with the days it may lie from the other.
  public struct Entry: Sendable, Equatable {
    /// The type.
    public var type: String
    /// The days from the first possible day of one event to that of the other; negative before.
    public var days: Int
    /// The days as far as they are known: a range for partial dates, unknown for uncertain ones.
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
    var spans = SureSpans(ofRow: row, in: library, segment, firstEvent: events.lowerBound)
    let from = spans.startDays(of: found)
    entries = events.filter { segment.eventSpans[$0].hasFirstDay }
      .sorted { left, right in
        (segment.eventSpans[left].earliest, left) < (segment.eventSpans[right].earliest, right)
      }
      .map { event in
        let days = Int(segment.eventSpans[event].earliest) - Int(start.earliest)
        return Entry(
          type: segment.typeNames[Int(segment.eventTypes[event])], days: days,
          count: event == found
            ? .exact(0) : DayInterval(from: from, to: spans.startDays(of: event)).days,
          isAnchor: event == found)
      }
  }
}

/// The days that events of one case are sure to begin on.
///
/// A column does not tell which end of an interval is partial or marked; the case itself does, and is
/// read again for such events only.
private struct SureSpans {
  private let library: Library
  private let row: Int
  private let segment: Segment
  private let firstEvent: Int
  private var dates: [CalendarDate?]?

  init(ofRow row: Int, in library: Library, _ segment: Segment, firstEvent: Int) {
    self.library = library
    self.row = row
    self.segment = segment
    self.firstEvent = firstEvent
  }

  mutating func startDays(of event: Int) -> DayRange {
    let span = segment.eventSpans[event]
    if span.flags.isDisjoint(with: .interval) {
      return span.flags.isDisjoint(with: [.uncertain, .approximate]) ? span.days : .unbounded
    }
    if span.flags.isDisjoint(with: [.uncertain, .approximate, .partial, .unspecified, .season]) {
      return DayRange(earliest: span.earliestDay, latest: span.earliestDay)
    }
    let known = dates ?? (try? library.decode(row: row).get())?.events.map(\.date) ?? []
    dates = known
    let index = event - firstEvent
    return known.indices.contains(index) ? known[index]?.sureStartDays ?? .unbounded : .unbounded
  }
}
