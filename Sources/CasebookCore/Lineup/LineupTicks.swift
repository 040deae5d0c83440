/// The ticks of an axis of days from an event.
enum LineupTicks {
  /// Steps between ticks in days: to be read off, not to be computed with.
  private static let steps = [
    1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1_825, 3_650, 7_300, 18_250, 36_500, 365_000,
    3_650_000, 36_500_000, 365_000_000,
  ]
  /// A year of the axis.
  private static let year = 365

  /// The texts from left to right, two blanks apart at least: every step of the even part but the
  /// origin, which has the name of its event, and how far the ends reach.
  static func ticks(_ axis: StripAxis, window: ClosedRange<Int>) -> [StripTick] {
    var ticks: [StripTick] = []
    for part in axis.parts {
      let isMiddle = part.range.lowerBound == LineupAxis.time(window.lowerBound)
      ticks += isMiddle ? middle(part, window) : end(part, isBefore: ticks.isEmpty)
    }
    return ticks
  }

  /// The ticks without those that another one leaves no blank; how far the ends reach stays.
  static func apart(_ ticks: [StripTick]) -> [StripTick] {
    var apart: [StripTick] = []
    for tick in ticks {
      while tick.isFold, let last = apart.last, !last.isFold, last.columns.upperBound >= tick.column
      {
        apart.removeLast()
      }
      if let last = apart.last, last.columns.upperBound >= tick.column { continue }
      apart.append(tick)
    }
    return apart
  }

  /// How far an end reaches: `// +2 y`.
  private static func end(_ part: StripPart, isBefore: Bool) -> [StripTick] {
    let time = isBefore ? part.range.lowerBound : part.range.last
    let day = time.rawValue / StripTime.minutesOfDay
    let forms = isBefore ? ["\(text(day)) //", "//"] : ["// \(text(day))", "//"]
    guard let text = forms.first(where: { $0.count <= part.columns.count }) else { return [] }
    let column =
      isBefore ? part.columns.upperBound - text.count : part.columns.lowerBound
    return [StripTick(column: column, text: text, isFold: true)]
  }

  private static func middle(_ part: StripPart, _ window: ClosedRange<Int>) -> [StripTick] {
    for step in steps {
      let days = self.days(window, step)
      guard days.count <= part.columns.count else { continue }
      let ticks = days.map { day in
        StripTick(
          column: part.column(of: LineupAxis.time(day)), text: text(day), isFold: false)
      }.filter { $0.columns.upperBound <= part.columns.upperBound }
      let fits = zip(ticks, ticks.dropFirst()).allSatisfy {
        $0.columns.upperBound + 2 <= $1.column
      }
      if fits { return ticks }
    }
    return []
  }

  /// The multiples of a step in a window, without 0.
  private static func days(_ window: ClosedRange<Int>, _ step: Int) -> [Int] {
    let first = Int((Double(window.lowerBound) / Double(step)).rounded(.up)) * step
    guard first <= window.upperBound, (window.upperBound - first) / step < 10_000 else {
      return []
    }
    return stride(from: first, through: window.upperBound, by: step).filter { $0 != 0 }
  }

  /// `+60 d`, `-30 d`, `+2 y`.
  static func text(_ day: Int) -> String {
    let sign = day < 0 ? "-" : "+"
    let days = abs(day)
    return days >= 2 * year ? "\(sign)\(days / year) y" : "\(sign)\(days) d"
  }
}
