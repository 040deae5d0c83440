// Hot path: reads the events of every listed case for summaries and bands.

/// Reads the events of the cases of one segment with their days from an origin.
struct LineupReader {
  private var finder: AnchorFinder?
  /// How many events of the type a case has at least that has the origin.
  private let leastCount: Int

  init(_ origin: LineupOrigin, in segment: Segment) {
    finder = origin.anchor.map { AnchorFinder($0, in: segment) }
    leastCount = if case .number(let number) = origin.anchor?.occurrence { number } else { 1 }
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

  /// Whether a case that has no origin would have one if all its events of the type had a first
  /// possible day.
  @inline(__always)
  func isUndated(_ events: Range<Int>, _ types: UnsafeBufferPointer<UInt16>) -> Bool {
    guard let type = finder?.type else { return false }
    return events.reduce(0) { $0 + (types[$1] == type ? 1 : 0) } >= leastCount
  }
}
