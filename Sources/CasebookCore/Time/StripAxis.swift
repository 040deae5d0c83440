/// The axis of a strip: which columns show which time.
///
/// Time runs through parts, each even in itself: segments, which may differ in scale, and between
/// them folds, which stand for a stretch with nothing in it.
public struct StripAxis: Sendable, Hashable {
  /// The parts in order of time, each beginning where the one before it ends. Empty where no day is
  /// known.
  public var parts: [StripPart]
  /// The columns that show time, with room at an end for what goes on beyond.
  public var columns: Range<Int>
  /// The columns at the right for events without a day; empty where there is none.
  public var margin: Range<Int>

  /// The segments in order of time.
  public var segments: [StripPart] { parts.filter { !$0.isFold } }
  /// The folds in order of time.
  public var folds: [StripPart] { parts.filter(\.isFold) }

  /// The time from the first to the last segment; nothing where no day is known.
  public var range: StripRange? {
    guard let first = parts.first, let last = parts.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The column that shows a minute; that of the nearest shown minute for one outside.
  public func column(of time: StripTime) -> Int {
    let part = parts.first { time < $0.range.upperBound } ?? parts.last
    return part?.column(of: time) ?? columns.lowerBound
  }

  /// The time a column shows; nothing for columns beyond the ends.
  public func range(ofColumn column: Int) -> StripRange? {
    parts.first { $0.columns.contains(column) }?.range(ofColumn: column)
  }
}

/// A part of the axis.
public struct StripPart: Sendable, Hashable {
  /// The time it stands for.
  public var range: StripRange
  /// The columns it takes; never empty.
  public var columns: Range<Int>
  /// Whether it is a stretch left out.
  public var isFold: Bool
  /// How a stretch left out is written; blank for any other.
  public var foldText = ""

  /// How much time it stands for.
  public var length: CalendarLength {
    CalendarLength(from: range.lowerBound.day, to: range.upperBound.day)
  }

  func column(of time: StripTime) -> Int {
    let minutes = min(max(0, range.lowerBound.distance(to: time)), range.minutes - 1)
    return columns.lowerBound + minutes * columns.count / range.minutes
  }

  func range(ofColumn column: Int) -> StripRange {
    let index = column - columns.lowerBound
    return minute(ofColumn: index)..<minute(ofColumn: index + 1)
  }

  private func minute(ofColumn index: Int) -> StripTime {
    range.lowerBound.advanced(by: (index * range.minutes + columns.count - 1) / columns.count)
  }
}
