/// How far the axis reaches, and which dates shape it.
enum StripReach {
  /// A date that is longer than so many times all shorter ones together does not widen the axis:
  /// `20XX` beside a week in 2013 is drawn over that week and marked as going on.
  static let widest = 4
  /// Where little else is known, a date of so many days does.
  static let leastDays = 31

  /// The dates that shape the axis.
  ///
  /// Without a window, from the shortest to the longest: those that lie apart from the shorter
  /// ones, and those that are not much longer than all of these together. In a window, those that
  /// reach into it and do not cover it, cut to it.
  static func anchors(_ places: [StripPlace], window: StripRange?) -> [StripRange] {
    let ranges = places.flatMap(\.anchors)
    guard let window else { return shaping(ranges) }
    return ranges.compactMap { range in
      guard range.overlaps(window) else { return nil }
      let cut = range.clamped(to: window)
      return cut == window ? nil : cut
    }
  }

  private static func shaping(_ ranges: [StripRange]) -> [StripRange] {
    var shaping: [StripRange] = []
    var reach: StripRange?
    for range in ranges.sorted(by: { $0.minutes < $1.minutes }) {
      let known = reach ?? range
      let limit = max(known.minutes, leastDays * StripTime.minutesOfDay) * widest
      guard range.minutes <= limit || !range.overlaps(known) else { continue }
      shaping.append(range)
      reach = known.union(range)
    }
    return shaping
  }
}
