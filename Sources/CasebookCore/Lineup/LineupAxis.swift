/// The axis above listed timelines: days from an event, or the calendar.
///
/// Most events lie in its middle, which is even. What lies farther out is pressed together at the
/// ends, so that every event has a column.
public struct LineupAxis: Sendable, Hashable {
  /// Which columns show which days; a day counted from an event stands for itself after day 0.
  public let axis: StripAxis
  /// The days of the even part.
  public let window: ClosedRange<Int>
  /// What stands on the axis, from left to right.
  public let ticks: [StripTick]
  /// The columns at which the scale changes.
  public let breaks: [Int]
  /// The column of the event that days are counted from.
  public let anchorColumn: Int?

  /// Lays out an axis.
  ///
  /// - Parameters:
  ///   - extent: How far the events reach.
  ///   - columns: The room from left to right.
  ///   - origin: What days are counted from.
  ///   - window: The days of the even part; those of most events where none is given.
  public init(
    _ extent: LineupExtent, columns: Int, origin: LineupOrigin, window: ClosedRange<Int>? = nil
  ) {
    let columns = max(columns, StripLayout.leastColumns)
    let window = window ?? Self.window(of: extent, isCalendar: origin == .calendar)
    self.window = window
    let parts = Self.parts(extent, window, columns: columns)
    axis = StripAxis(parts: parts, columns: 0..<columns, margin: columns..<columns)
    breaks = parts.dropFirst().map(\.columns.lowerBound)
    if origin == .calendar {
      anchorColumn = nil
      ticks = LineupTicks.apart(StripTicks.ticks(axis) { _ in false })
    } else {
      anchorColumn = axis.column(of: StripTime(rawValue: 0))
      ticks = LineupTicks.apart(LineupTicks.ticks(axis, window: window))
    }
  }

  /// The column of a day.
  public func column(ofDay day: Int) -> Int { axis.column(of: Self.time(day)) }

  /// The first minute of a day.
  static func time(_ day: Int) -> StripTime {
    StripTime(rawValue: day * StripTime.minutesOfDay)
  }

  // MARK: - Window

  /// The days of the even part where none is asked for.
  ///
  /// Those of the middle eight in ten events, with the origin; an end beyond which little more lies
  /// takes it in.
  public static func window(of extent: LineupExtent, isCalendar: Bool) -> ClosedRange<Int> {
    var low = isCalendar ? extent.low : min(0, extent.low)
    var high = isCalendar ? extent.high : max(0, extent.high)
    let length = max(high - low, leastDays)
    if low - extent.first <= length / little { low = min(low, extent.first) }
    if extent.last - high <= length / little { high = max(high, extent.last) }
    let missing = max(0, leastDays - (high - low))
    return (low - missing / 2)...(high + missing - missing / 2)
  }

  /// The even part shows at least so many days.
  static let leastDays = 6
  /// An end takes in what lies beyond it up to this part of its length.
  private static let little = 4

  private static func parts(
    _ extent: LineupExtent, _ window: ClosedRange<Int>, columns: Int
  ) -> [StripPart] {
    let tail = max(2, min(8, columns / 6))
    let hasHead = extent.first < window.lowerBound
    let hasTail = extent.last > window.upperBound
    let (head, end) = (hasHead ? tail : 0, columns - (hasTail ? tail : 0))
    var parts: [StripPart] = []
    if hasHead {
      parts.append(
        StripPart(
          range: time(extent.first)..<time(window.lowerBound), columns: 0..<head, isFold: false))
    }
    parts.append(
      StripPart(
        range: time(window.lowerBound)..<time(window.upperBound + 1), columns: head..<end,
        isFold: false))
    if hasTail {
      parts.append(
        StripPart(
          range: time(window.upperBound + 1)..<time(extent.last + 1), columns: end..<columns,
          isFold: false))
    }
    return parts
  }
}
