/// Chooses which time of a case is shown: nearer, further, earlier, later.
///
/// Windows are moved and scaled by the columns of the whole strip, folds without any: what looks
/// far apart there is far apart here, and no step leads through years in which nothing happens. A
/// window of nothing means all there is.
public struct StripZoom: Sendable {
  private let events: [StripEvent]
  /// The stretches between folds, in order.
  private let parts: [StripPart]
  /// The columns before each stretch, and in all.
  private let offsets: [Double]

  /// The columns of the strip that windows are measured by, whatever those of the screen are.
  private static let columns = 100
  /// The shortest window where some event has a time of day, and where none has.
  private static let shortest = (clock: 30, days: StripTime.minutesOfDay)
  /// What is too little to be a step.
  private static let nothing = 1e-6

  /// Makes the zoom of the events of a case, in the order of the chronology.
  public init(_ events: [StripEvent], folds: Bool = true) {
    self.events = events
    parts = StripPlan.parts(
      StripReach.anchors(events.flatMap(\.places), window: nil), from: 0,
      columns: StripZoom.columns, folds: folds, window: nil
    ).filter { !$0.isFold }
    var offsets = [0.0]
    for part in parts { offsets.append(offsets[offsets.count - 1] + Double(part.columns.count)) }
    self.offsets = offsets
  }

  /// From the first to the last time of the case; nothing where no day is known.
  public var whole: StripRange? {
    guard let first = parts.first, let last = parts.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// Half of a window, with an event where it was; nothing where it cannot be nearer.
  public func nearer(_ window: StripRange?, about event: Int) -> StripRange? {
    guard let shown = window ?? whole, shown.minutes > least else { return nil }
    let near = scaled(place(of: shown), by: 0.5, about: event)
    let missing = least - near.minutes
    guard missing > 0 else { return near == shown ? nil : near }
    return near.lowerBound.advanced(
      by: -missing / 2)..<near.upperBound.advanced(
        by: missing - missing / 2)
  }

  /// Twice a window, with an event where it was; nothing where that is all there is.
  public func further(_ window: StripRange?, about event: Int) -> StripRange? {
    guard let window else { return nil }
    let shown = place(of: window)
    return shown.length * 2 < total ? scaled(shown, by: 2, about: event) : nil
  }

  /// A window half its length later, or earlier; nothing where it is at that end already.
  public func moved(_ window: StripRange?, later: Bool) -> StripRange? {
    guard let window else { return nil }
    let shown = place(of: window)
    let step = later ? shown.length / 2 : -shown.length / 2
    let start = min(max(0, shown.start + step), max(0, total - shown.length))
    guard abs(start - shown.start) > StripZoom.nothing else { return nil }
    let moved = range(Place(start: start, length: shown.length))
    return moved == window ? nil : moved
  }

  /// A window that shows an event: the same where it does, else one of its length around it.
  public func showing(_ event: Int, in window: StripRange?) -> StripRange? {
    guard let window, let anchor = anchor(of: event), !isShown(event, in: window) else {
      return window
    }
    let shown = place(of: window)
    let start = columns(before: anchor) - shown.length / 2
    let moved = range(
      Place(start: min(max(0, start), max(0, total - shown.length)), length: shown.length))
    if isShown(event, in: moved) { return moved }
    // A date that shapes no part of the axis, such as one of a whole century, is shown by itself.
    let half = window.minutes / 2
    return anchor.advanced(by: -half)..<anchor.advanced(by: max(1, half))
  }

  /// A window from the first possible day of the earlier of two events to the last of the later.
  public func fitting(_ first: Int, _ second: Int) -> StripRange? {
    let ranges = [first, second].filter(events.indices.contains)
      .flatMap { events[$0].places.prefix(1) }.flatMap(\.anchors)
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max()
    else { return nil }
    return StripRange(days: start.day, end.advanced(by: -1).day)
  }

  /// The events of a window: those shown, those before it, those after it, those without a day.
  public func census(of window: StripRange?) -> StripCensus {
    var census = StripCensus()
    for event in events {
      if event.places.isEmpty {
        census.undated += 1
      } else if window.map({ shown in event.places.contains { $0.isShown(in: shown) } }) ?? true {
        census.shown += 1
      } else if let window, event.begins(before: window) {
        census.earlier += 1
      } else {
        census.later += 1
      }
    }
    return census
  }

  /// The events of a window, those without a day too.
  public func events(in window: StripRange?) -> [Int] {
    events.indices.filter { index in
      guard let window, !events[index].places.isEmpty else { return true }
      return isShown(index, in: window)
    }
  }

  private func isShown(_ event: Int, in window: StripRange) -> Bool {
    events[event].places.contains { $0.isShown(in: window) }
  }

  // MARK: - Columns

  /// A stretch of columns between folds.
  private struct Place {
    var start: Double
    var length: Double
  }

  private var total: Double { offsets[offsets.count - 1] }

  private var least: Int {
    let hasClock = events.contains { event in
      event.places.contains { $0.anchors.contains { $0.minutes == 1 } }
    }
    return hasClock ? StripZoom.shortest.clock : StripZoom.shortest.days
  }

  private func place(of window: StripRange) -> Place {
    let start = columns(before: window.lowerBound)
    return Place(start: start, length: max(0, columns(before: window.upperBound) - start))
  }

  /// The columns before a time; one in a fold counts as the end of what is before it.
  private func columns(before time: StripTime) -> Double {
    for (index, part) in parts.enumerated() where time < part.range.upperBound {
      let minutes = max(0, part.range.lowerBound.distance(to: time))
      return offsets[index]
        + Double(minutes) * Double(part.columns.count) / Double(part.range.minutes)
    }
    return total
  }

  private func scaled(_ shown: Place, by factor: Double, about event: Int) -> StripRange {
    let center = anchor(of: event).map { columns(before: $0) } ?? shown.start + shown.length / 2
    let held = min(max(center, shown.start), shown.start + shown.length)
    let length = shown.length * factor
    let start = held - (held - shown.start) * factor
    return range(Place(start: min(max(0, start), max(0, total - length)), length: length))
  }

  /// The time of some columns, to whole days where it is longer than two.
  private func range(_ place: Place) -> StripRange {
    let start = time(at: place.start, isEnd: false)
    let end = max(time(at: place.start + place.length, isEnd: true), start.advanced(by: 1))
    guard start.distance(to: end) > 2 * StripTime.minutesOfDay else { return start..<end }
    let day = StripUnit.days(1)
    return day.floor(start)..<day.ceiling(end)
  }

  /// The end of a window stands before a fold, its start behind it.
  private func time(at column: Double, isEnd: Bool) -> StripTime {
    for (index, part) in parts.enumerated() {
      let end = offsets[index + 1]
      let rest = end - column
      guard rest > StripZoom.nothing || isEnd && rest > -StripZoom.nothing else { continue }
      let share = (column - offsets[index]) / Double(part.columns.count)
      return part.range.lowerBound.advanced(by: Int((share * Double(part.range.minutes)).rounded()))
    }
    return parts.last?.range.upperBound ?? StripTime(rawValue: 0)
  }

  /// The middle of the date an event is known by first.
  private func anchor(of event: Int) -> StripTime? {
    guard events.indices.contains(event) else { return nil }
    return events[event].places.first?.anchors.first?.middle
  }
}

/// How many events lie where from a window.
public struct StripCensus: Sendable, Hashable {
  /// In it, at least in part.
  public var shown = 0
  /// Before it.
  public var earlier = 0
  /// After it.
  public var later = 0
  /// Without a day, in the margin.
  public var undated = 0

  /// All of them.
  public var all: Int { shown + earlier + later + undated }
}

extension StripEvent {
  /// Whether what is known of it first begins before a stretch of time.
  func begins(before shown: StripRange) -> Bool {
    places.first?.anchors.first.map { $0.lowerBound < shown.lowerBound } ?? false
  }
}
