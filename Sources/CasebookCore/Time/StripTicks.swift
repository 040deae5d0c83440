/// The ticks of an axis.
enum StripTicks {
  /// All texts on an axis from left to right, at least one blank apart, two between numbers.
  ///
  /// Each segment has the finest step of the calendar of which three quarters of the ticks find
  /// room, and half of the months, whose names are known by heart.
  /// Times of day are named only in segments for which `hasClock` holds.
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
    let text = StripFoldForm.text(part.range, in: part.columns.count)
    let column = part.columns.lowerBound + max(0, part.columns.count - text.count) / 2
    return StripTick(column: column, text: text, isFold: true)
  }

  private static func segmentTicks(_ part: StripPart, end: Int, hasClock: Bool) -> [StripTick] {
    let fitting = StripUnit.all.filter { step in
      (hasClock || !step.isWithinDay) && part.range.minutes / step.minutes <= part.columns.count
    }
    for step in fitting {
      let (ticks, wanted) = place(step, part, end)
      if ticks.count * 4 >= wanted * (step.isMonths ? 2 : 3) { return ticks }
    }
    return []
  }

  /// The ticks of a step that find room, and how many there are in all.
  private static func place(
    _ step: StripUnit, _ part: StripPart, _ end: Int
  ) -> (ticks: [StripTick], wanted: Int) {
    var placer = StripTickPlacer(part: part, end: end, step: step)
    var time = step.floor(part.range.lowerBound)
    placer.place(max(time, part.range.lowerBound))
    while true {
      let next = step.next(after: time)
      guard next > time, next < part.range.upperBound else { break }
      time = next
      placer.place(time)
    }
    return (placer.ticks, placer.wanted)
  }
}

/// Puts ticks beside each other.
private struct StripTickPlacer {
  let part: StripPart
  let end: Int
  let step: StripUnit
  var ticks: [StripTick] = []
  var wanted = 0
  private var last: StripTime?

  init(part: StripPart, end: Int, step: StripUnit) {
    self.part = part
    self.end = end
    self.step = step
  }

  /// Puts a tick where its name fits, in the longest form that does.
  mutating func place(_ time: StripTime) {
    wanted += 1
    let column = part.column(of: time)
    guard column >= (ticks.last.map { $0.columns.upperBound + blanks } ?? part.columns.lowerBound)
    else { return }
    let names = StripTickLabel.names(time, step, after: last)
    guard let name = names.first(where: { column + $0.count <= end }) else { return }
    ticks.append(StripTick(column: column, text: name, isFold: false))
    last = time
  }

  private var blanks: Int {
    step.isMonths ? 1 : 2
  }
}
