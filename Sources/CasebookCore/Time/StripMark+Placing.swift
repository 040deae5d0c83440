extension StripMark {
  /// Makes the mark of an event at one of its places; nothing where that is not on the axis.
  init?(_ place: StripPlace, of event: Int, on axis: StripAxis) {
    guard let shown = axis.range, place.isShown(in: shown) else { return nil }
    switch place.extent {
    case .point(let date): self.init(date, event, axis, shown)
    case .lasting(let start, let end): self.init(start, end, event, axis, shown)
    }
    isDisputed = place.isDisputed
  }

  private init(_ date: StripDate, _ event: Int, _ axis: StripAxis, _ shown: StripRange) {
    self.init(
      shape: date.isExact ? .point : .stretch, columns: axis.columns(of: date, shown),
      events: [event])
    isCutAtStart = date.range.lowerBound < shown.lowerBound
    isCutAtEnd = date.range.upperBound > shown.upperBound
  }

  private init(
    _ start: StripEnd, _ end: StripEnd, _ event: Int, _ axis: StripAxis, _ shown: StripRange
  ) {
    let ends = StripBarEnds(start, end, axis, shown)
    self.init(shape: .bar(ends.bar), columns: ends.columns, events: [event])
    isCutAtStart = ends.bar.start == .cut
    isCutAtEnd = ends.bar.end == .cut
  }

}

extension StripPlace {
  /// Whether some of its possible days lie in a stretch of time.
  ///
  /// What has an unknown end is shown where its known end is, for nothing says how far it reaches.
  func isShown(in shown: StripRange) -> Bool {
    switch extent {
    case .point(let date): return date.range.overlaps(shown)
    case .lasting(let start, let end):
      let first = start.date?.range ?? (start == .unknown ? end.date?.range : nil)
      let last = end.date?.range ?? (end == .unknown ? start.date?.range : nil)
      return (first.map { $0.lowerBound < shown.upperBound } ?? true)
        && (last.map { $0.upperBound > shown.lowerBound } ?? true)
    }
  }
}

extension StripAxis {
  /// The columns of the days a date may mean that are shown; of an exact date, that of its middle.
  fileprivate func columns(of date: StripDate, _ shown: StripRange) -> ClosedRange<Int> {
    let range = date.range.clamped(to: shown)
    guard !range.isEmpty else {
      let column = column(of: date.range.lowerBound)
      return column...column
    }
    if date.isExact {
      let column = column(of: range.middle)
      return column...column
    }
    return column(of: range.lowerBound)...column(of: range.last)
  }
}

/// The two ends of a bar on an axis.
private struct StripBarEnds {
  let bar: StripBar
  let columns: ClosedRange<Int>

  /// The columns that hint at an unknown end.
  private static let hint = 2

  init(_ start: StripEnd, _ end: StripEnd, _ axis: StripAxis, _ shown: StripRange) {
    let edges = (
      StripBarEnds.edge(start, isCut: { $0.lowerBound < shown.lowerBound }),
      StripBarEnds.edge(end, isCut: { $0.upperBound > shown.upperBound })
    )
    let (first, last) = (axis.columns.lowerBound, axis.columns.upperBound - 1)
    let starts = start.date.map { axis.columns(of: $0, shown) }
    let ends = end.date.map { axis.columns(of: $0, shown) }
    let left =
      switch start {
      case .date: edges.0 == .cut ? axis.column(of: shown.lowerBound) : starts?.lowerBound ?? first
      case .open: first
      case .unknown: max(first, (ends?.lowerBound ?? first) - StripBarEnds.hint)
      }
    let right =
      switch end {
      case .date: edges.1 == .cut ? axis.column(of: shown.last) : ends?.upperBound ?? last
      case .open: last
      case .unknown: min(last, (starts?.upperBound ?? last) + StripBarEnds.hint)
      }
    columns = min(left, right)...max(left, right)
    bar = StripBar(
      start: edges.0, end: edges.1,
      sure: StripBarEnds.sure(start, end, columns, starts, ends))
  }

  private static func edge(_ end: StripEnd, isCut: (StripRange) -> Bool) -> StripEdge {
    switch end {
    case .open: .open
    case .unknown: .unknown
    case .date(let date): isCut(date.range) ? .cut : date.isExact ? .exact : .partial
    }
  }

  /// From the last column of the start to the first of the end, unless they may be the other way
  /// round.
  private static func sure(
    _ start: StripEnd, _ end: StripEnd, _ columns: ClosedRange<Int>, _ starts: ClosedRange<Int>?,
    _ ends: ClosedRange<Int>?
  ) -> ClosedRange<Int>? {
    if let first = start.date, let last = end.date, !first.isExact || !last.isExact,
      first.range.upperBound > last.range.lowerBound
    {
      return nil
    }
    // Of an unknown end only the known one is sure.
    let from = starts?.upperBound ?? (start == .open ? columns.lowerBound : ends?.lowerBound)
    let upTo = ends?.lowerBound ?? (end == .open ? columns.upperBound : starts?.upperBound)
    guard let from, let upTo, from <= upTo else { return nil }
    return from...upTo
  }
}
