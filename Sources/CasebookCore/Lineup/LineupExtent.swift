/// How far the events of listed cases lie from their origin, in days; the event at the origin aside.
public struct LineupExtent: Sendable, Equatable {
  /// The first.
  public var first: Int
  /// One event in ten lies before this.
  public var low: Int
  /// One event in ten lies after this.
  public var high: Int
  /// The last.
  public var last: Int
}
