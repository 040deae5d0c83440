/// The timeline of one case in a number of columns: an axis, its ticks, and a lane for each category
/// in use.
///
/// A pure function of the events and the room. Every event is in a mark, or in `earlier` or `later`
/// where a window leaves it out.
public struct StripLayout: Sendable, Hashable {
  /// The columns in all.
  public let columns: Int
  /// Which columns show which time.
  public let axis: StripAxis
  /// What stands on the axis, from left to right.
  public let ticks: [StripTick]
  /// The lanes in the order of the categories.
  public let lanes: [StripLane]
  /// The events before the window.
  public let earlier: [Int]
  /// The events after the window.
  public let later: [Int]

  /// The least columns a strip is laid out in; fewer count as these.
  public static let leastColumns = 8
  /// The most rows of one lane.
  public static let mostRows = 4

  /// Lays out the events of a case, in the order of the chronology.
  ///
  /// - Parameters:
  ///   - events: What is known of each event.
  ///   - columns: The room from left to right, without names of lanes.
  ///   - rows: The room for lanes; fewer than there are categories puts all into one lane.
  ///   - folds: Whether stretches in which nothing begins, ends or happens are left out.
  ///   - window: The time to show; all of it where none is given.
  public init(
    _ events: [StripEvent], columns: Int, rows: Int = .max, folds: Bool = true,
    window: StripRange? = nil
  ) {
    self.columns = max(columns, StripLayout.leastColumns)
    let window = window.flatMap { $0.isEmpty ? nil : $0 }
    axis = StripAxis(events, columns: self.columns, folds: folds, window: window)
    let placed = StripPlacing(events, on: axis)
    lanes = placed.lanes(rows: rows)
    earlier = placed.earlier
    later = placed.later
    ticks = StripTicks.ticks(axis) { part in placed.hasClock(in: part) }
  }

  /// Where an event is drawn: the lane, the row in it, and the mark, from left to right.
  public func marks(of event: Int) -> [(lane: Int, row: Int, mark: StripMark)] {
    var found: [(lane: Int, row: Int, mark: StripMark)] = []
    for (lane, content) in lanes.enumerated() {
      for (row, marks) in content.rows.enumerated() {
        found += marks.filter { $0.events.contains(event) }.map { (lane, row, $0) }
      }
    }
    return found.sorted { $0.mark.columns.lowerBound < $1.mark.columns.lowerBound }
  }
}

/// The events of a case on an axis.
private struct StripPlacing {
  private var marks: [EventCategory: [StripMark]] = [:]
  private var clocks: [StripTime] = []
  private(set) var earlier: [Int] = []
  private(set) var later: [Int] = []

  init(_ events: [StripEvent], on axis: StripAxis) {
    for (index, event) in events.enumerated() {
      let placed = event.places.compactMap { StripMark($0, of: index, on: axis) }
      marks[event.category, default: []] += placed
      if event.places.isEmpty {
        let columns = axis.margin.lowerBound...axis.margin.upperBound - 1
        marks[event.category, default: []].append(
          StripMark(shape: .undated, columns: columns, events: [index]))
      } else if placed.isEmpty {
        if axis.range.map(event.begins(before:)) ?? false {
          earlier.append(index)
        } else {
          later.append(index)
        }
      }
      clocks += event.places.flatMap(\.anchors).filter { $0.minutes == 1 }.map(\.lowerBound)
    }
  }

  func hasClock(in part: StripPart) -> Bool {
    clocks.contains { part.range.contains($0) }
  }

  /// The lanes in a number of rows: the highest lanes give up rows first.
  func lanes(rows: Int) -> [StripLane] {
    let used = EventCategory.allCases.filter { marks[$0]?.isEmpty == false }
    if used.count > max(rows, 1) {
      let all = used.flatMap { marks[$0] ?? [] }
      return [StripLane(categories: used, rows: StripRows.rows(all, limit: max(rows, 1)))]
    }
    var lanes = used.map { lane($0, limit: StripLayout.mostRows) }
    while lanes.reduce(0, { $0 + $1.rows.count }) > rows,
      let highest = lanes.indices.max(by: { lanes[$0].rows.count < lanes[$1].rows.count }),
      lanes[highest].rows.count > 1
    {
      lanes[highest] = lane(used[highest], limit: lanes[highest].rows.count - 1)
    }
    return lanes
  }

  private func lane(_ category: EventCategory, limit: Int) -> StripLane {
    StripLane(
      categories: [category], rows: StripRows.rows(marks[category] ?? [], limit: limit))
  }
}

extension StripAxis {
  /// Makes the axis of a case.
  fileprivate init(_ events: [StripEvent], columns: Int, folds: Bool, window: StripRange?) {
    let places = events.flatMap(\.places)
    let hasUndated = events.contains { $0.places.isEmpty }
    let width = !hasUndated ? 0 : columns < 40 ? 2 : 8
    margin = (columns - width)..<columns
    self.columns = 0..<(columns - width)
    let room = max(2, min(6, columns / 12))
    let ends = window == nil ? places.map(\.goesOn) : []
    let head = ends.contains(where: \.start) ? room : 0
    let tail = ends.contains(where: \.end) ? room : 0
    parts = StripPlan.parts(
      StripReach.anchors(places, window: window), from: head,
      columns: self.columns.count - head - tail, folds: folds, window: window,
      dates: places.flatMap(\.dates))
  }
}

extension StripPlace {
  /// Whether something reaches beyond its known dates, before and after.
  fileprivate var goesOn: (start: Bool, end: Bool) {
    guard case .lasting(let start, let end) = extent else { return (false, false) }
    return (start.date == nil, end.date == nil)
  }
}
