/// A sign on the strip: one event at one of its places, or several that share columns.
public struct StripMark: Sendable, Hashable {
  /// What a mark stands for.
  public enum Shape: Sendable, Hashable {
    /// A time known to the day or better.
    case point
    /// Something at one time, on any of the days of its columns.
    case stretch
    /// Something that lasts.
    case bar(StripBar)
    /// Several events that there is no room to tell apart.
    case crowd
    /// An event without a known day, in the margin.
    case undated
  }

  /// What it stands for.
  public var shape: Shape
  /// The columns it takes.
  public var columns: ClosedRange<Int>
  /// The events, by their place in the chronology, ascending.
  public var events: [Int]
  /// Whether it is where an account puts an event that differs from the event's own date.
  public var isDisputed = false
  /// Whether it lies over the longer mark before it in its row.
  public var isOver = false
  /// Whether some of its possible days lie before the axis.
  public var isCutAtStart = false
  /// Whether some of its possible days lie after the axis.
  public var isCutAtEnd = false
}

/// Something that lasts, as columns.
public struct StripBar: Sendable, Hashable {
  /// How the bar begins.
  public var start: StripEdge
  /// How the bar ends.
  public var end: StripEdge
  /// The columns on which it surely lasts, ends included; nothing where it may be shorter than any.
  public var sure: ClosedRange<Int>?
}

/// An end of a bar.
public enum StripEdge: Sendable, Hashable {
  /// Known to the day.
  case exact
  /// On any of the days of the columns outside `sure`.
  case partial
  /// It has no end.
  case open
  /// It has an end that is not known.
  case unknown
  /// It lies beyond the axis.
  case cut
}
