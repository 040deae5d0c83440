/// The ticks of an axis.
enum StripTicks {
  /// All texts on an axis from left to right, at least one blank apart, two between numbers.
  ///
  /// Each segment has the finest step of the calendar of which half the ticks find room, and, but
  /// for months, whose order everyone knows, nine in ten of those that are not under a long name,
  /// such as one with a year. Times of day are named only in segments for which `hasClock` holds.
  static func ticks(_ axis: StripAxis, hasClock: (StripPart) -> Bool) -> [StripTick] {
    var ticks: [StripTick] = []
    for part in axis.parts {
      if part.isFold {
        ticks.append(foldTick(part))
      } else {
        let isLast = part == axis.parts.last
        let end = isLast ? axis.columns.upperBound : part.columns.upperBound
        ticks += segmentTicks(part, end: end, hasClock: hasClock(part))
      }
    }
    return ticks
  }

  private static func foldTick(_ part: StripPart) -> StripTick {
    let text = part.foldText
    let column = part.columns.lowerBound + max(0, part.columns.count - text.count) / 2
    return StripTick(column: column, text: text, isFold: true)
  }

  private static func segmentTicks(_ part: StripPart, end: Int, hasClock: Bool) -> [StripTick] {
    let fitting = StripUnit.all.filter { step in
      (hasClock || !step.isWithinDay) && part.range.minutes / step.minutes <= part.columns.count
    }
    for step in fitting {
      let placer = place(step, part, end)
      if placer.isEnough { return placer.ticks }
    }
    return StripTickPlacer.opening(part, end)
  }

  private static func place(
    _ step: StripUnit, _ part: StripPart, _ end: Int
  ) -> StripTickPlacer {
    var placer = StripTickPlacer(part: part, end: end, step: step)
    var time = step.floor(part.range.lowerBound)
    placer.place(max(time, part.range.lowerBound))
    while true {
      let next = step.next(after: time)
      guard next > time, next < part.range.upperBound else { break }
      time = next
      placer.place(time)
    }
    return placer
  }
}

/// Puts ticks beside each other.
private struct StripTickPlacer {
  let part: StripPart
  let end: Int
  let step: StripUnit
  private(set) var ticks: [StripTick] = []
  private var total = 0
  private var missed = 0
  private var last: StripTime?

  init(part: StripPart, end: Int, step: StripUnit) {
    self.part = part
    self.end = end
    self.step = step
  }

  /// Whether so many ticks found room that the step is worth it.
  var isEnough: Bool {
    guard total > 1 else { return true }
    return ticks.count > 1 && ticks.count * 2 >= total
      && (step.isMonths || missed * 9 <= ticks.count)
  }

  /// The longest name without a year.
  private let longestShort = 5

  /// Puts a tick where its name fits, in the longest form that does.
  mutating func place(_ time: StripTime) {
    total += 1
    let column = part.column(of: time)
    let free = ticks.last.map { $0.columns.upperBound + blanks } ?? part.columns.lowerBound
    guard column >= free else {
      if let before = ticks.last, before.text.count <= longestShort { missed += 1 }
      return
    }
    let names = StripTickLabel.names(time, step, after: last)
    guard let name = names.first(where: { column + $0.count <= end }) else { return }
    ticks.append(StripTick(column: column, text: name, isFold: false))
    last = time
  }

  /// Where no step has room, the name of the first time alone, as long as it fits.
  static func opening(_ part: StripPart, _ end: Int) -> [StripTick] {
    var placer = StripTickPlacer(part: part, end: end, step: .days(1))
    placer.place(part.range.lowerBound)
    return placer.ticks
  }

  private var blanks: Int {
    step.isMonths ? 1 : 2
  }
}
