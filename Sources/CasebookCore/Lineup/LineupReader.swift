// Hot path: reads the events of every listed case for summaries and bands.

/// Reads the events of the cases of one segment with their days from an origin.
struct LineupReader {
  private var finder: AnchorFinder?

  init(_ origin: LineupOrigin, in segment: Segment) {
    finder = origin.anchor.map { AnchorFinder($0, in: segment) }
  }

  /// The day a case is counted from, and its event; the day 0 of the calendar where there is no
  /// event to count from, nothing where the case lacks that event.
  @inline(__always)
  mutating func origin(
    of events: Range<Int>, _ types: UnsafeBufferPointer<UInt16>,
    _ spans: UnsafeBufferPointer<DateSpan>
  ) -> (day: Int, event: Int)? {
    guard finder != nil else { return (0, -1) }
    guard let event = finder?.event(among: events, types, spans) else { return nil }
    return (Int(spans[event].earliest), event)
  }
}
