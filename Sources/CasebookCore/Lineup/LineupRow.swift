/// The small timeline of one listed case, read from the columns of its library alone.
public struct LineupRow: Sendable, Equatable {
  /// The marks, each to be drawn over those before it: what lasts or has several possible days, the
  /// longest first, then events in one column. Those that share it are one mark. The events of marks
  /// are places in `types`.
  public let marks: [StripMark]
  /// The types of the events, in the order of the file.
  public let types: [String]
  /// The event that days are counted from, by its place in `types`.
  public let anchor: Int?

  /// Lays out a case on an axis.
  public init(
    ofRow row: Int, in library: Library, origin: LineupOrigin, on axis: LineupAxis
  ) {
    let (segment, index) = library.locate(row)
    let events = segment.events(ofCase: index)
    types = events.map { segment.typeNames[Int(segment.eventTypes[$0])] }
    var reader = LineupReader(origin, in: segment)
    let start = segment.withEvents { _, types, spans in reader.origin(of: events, types, spans) }
    anchor = start.flatMap { $0.event < 0 ? nil : $0.event - events.lowerBound }
    guard let start else {
      marks = []
      return
    }
    let placed = zip(events, types).enumerated().compactMap { number, event -> StripMark? in
      let lasts = library.vocabulary.type(event.1).isInterval
      return StripPlace(segment.eventSpans[event.0], from: start.day, lasts: lasts).flatMap {
        StripMark($0, of: number, on: axis.axis)
      }
    }
    marks = Self.layered(placed)
  }

  /// The marks from below to above.
  private static func layered(_ marks: [StripMark]) -> [StripMark] {
    let long = marks.filter { $0.columns.count > 1 }.sorted { left, right in
      left.columns.count == right.columns.count
        ? left.events[0] < right.events[0] : left.columns.count > right.columns.count
    }
    var short: [Int: StripMark] = [:]
    for mark in marks where mark.columns.count == 1 {
      let column = mark.columns.lowerBound
      guard let known = short[column] else {
        short[column] = mark
        continue
      }
      short[column] = StripMark(
        shape: .crowd, columns: mark.columns, events: known.events + mark.events)
    }
    return long + short.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension StripPlace {
  /// Makes the place of the days of a column, counted from a day; nothing where no end is known.
  fileprivate init?(_ span: DateSpan, from origin: Int, lasts: Bool) {
    let isDoubtful = !span.flags.isDisjoint(with: [.uncertain, .approximate])
    guard span.flags.contains(.interval) else {
      guard let first = span.earliestDay, let last = span.latestDay else { return nil }
      let range = Self.range(first, last, from: origin)
      let date = StripDate(range, isDoubtful: isDoubtful)
      self.init(lasts ? .lasting(.date(date), .unknown) : .point(date))
      return
    }
    let end = { (day: DayNumber?, isOpen: Bool) -> StripEnd in
      guard let day else { return isOpen ? .open : .unknown }
      let range = Self.range(day, day, from: origin)
      // A column does not tell which end it is that may mean several days.
      return .date(
        StripDate(range, isDoubtful: isDoubtful || span.flags.contains(.partial)))
    }
    let first = end(span.earliestDay, span.flags.contains(.openStart))
    let last = end(span.latestDay, span.flags.contains(.openEnd))
    guard first.date != nil || last.date != nil else { return nil }
    self.init(.lasting(first, last))
  }

  /// The minutes of some days, counted from another.
  private static func range(
    _ first: DayNumber, _ last: DayNumber, from origin: Int
  ) -> StripRange {
    let start = LineupAxis.time(Int(first.rawValue) - origin)
    return start..<LineupAxis.time(Int(last.rawValue) - origin + 1)
  }
}
