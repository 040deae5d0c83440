// Hot path: reads the events of every case that pathways count.

/// Reads the paths of the cases of one segment by a rule.
struct PathReader {
  /// A step: its day, and the number of its type.
  struct Step {
    var day: Int32
    var type: UInt32
  }

  /// What came of a case.
  enum Outcome {
    /// There is a path of at least one step.
    case path
    /// No event makes a step.
    case withoutSteps
    /// The event the path begins at is missing.
    case withoutStart
  }

  /// The steps of the case read last, and room for more behind them.
  private var steps: [Step] = []
  /// How many steps the case read last has.
  private(set) var stepCount = 0
  /// Whether, in the case read last, an event that would make a step has no first possible day.
  private(set) var hasUndated = false
  /// Whether, in the case read last, events of one day and two types make steps side by side.
  private(set) var hasTies = false

  /// The number of each type of the segment.
  private let numbers: [UInt32]
  private let makesSteps: [Bool]
  private let mergesRepeats: Bool
  private let isBackwards: Bool
  private let hasStart: Bool
  private var finder: AnchorFinder
  private var events: [Int] = []

  /// Begins a segment; `numbers` are what its types are called in the steps.
  init(_ rule: PathRule, in segment: Segment, numbers: [UInt32]) {
    self.numbers = numbers
    makesSteps = segment.typeNames.map(rule.makesSteps)
    mergesRepeats = rule.mergesRepeats
    isBackwards = rule.isBackwards
    hasStart = rule.start != nil || rule.isBackwards
    finder = AnchorFinder(rule.start ?? EventAnchor(""), in: segment)
    startsAnywhere = rule.start == nil
  }

  /// Whether a path read backwards begins at the last step, whatever its type.
  private let startsAnywhere: Bool

  /// Reads a case.
  @inline(__always)
  mutating func read(
    _ range: Range<Int>, _ types: UnsafeBufferPointer<UInt16>,
    _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Outcome {
    if hasStart { return readFromStart(range, types, spans) }
    if steps.count < range.count { makeRoom(range.count) }
    var (last, lastType) = (Int32.min, UInt32.max)
    var (isSorted, isUndated, isTied) = (true, false, false)
    var count = 0
    steps.withUnsafeMutableBufferPointer { steps in
      for event in range where makesSteps[Int(types[event])] {
        let (day, type) = (spans[event].earliest, numbers[Int(types[event])])
        if day == DateSpan.unboundedPast {
          isUndated = true
          continue
        }
        if day < last { isSorted = false }
        if day == last, type != lastType { isTied = true }
        (last, lastType) = (day, type)
        steps[count] = Step(day: day, type: type)
        count += 1
      }
    }
    (stepCount, hasUndated, hasTies) = (count, isUndated, isTied)
    if !isSorted {
      steps.withUnsafeMutableBufferPointer { DaySort.sort($0[..<count]) { $0.day } }
      noteTies()
    }
    return settle()
  }

  private mutating func makeRoom(_ count: Int) {
    steps += Array(repeating: Step(day: 0, type: 0), count: count - steps.count)
  }

  /// Gives the steps of the case read last to a hot loop.
  @inline(__always)
  func withSteps<Result>(
    _ body: (Slice<UnsafeBufferPointer<Step>>) -> Result
  ) -> Result {
    steps.withUnsafeBufferPointer { body($0[..<stepCount]) }
  }

  /// Reads a case from the event the rule begins at.
  private mutating func readFromStart(
    _ range: Range<Int>, _ types: UnsafeBufferPointer<UInt16>,
    _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Outcome {
    if steps.count < range.count { makeRoom(range.count) }
    stepCount = 0
    events.removeAll(keepingCapacity: true)
    (hasUndated, hasTies) = (false, false)
    let start = startsAnywhere ? nil : finder.event(among: range, types, spans)
    if !startsAnywhere, start == nil { return .withoutStart }
    for event in range where makesSteps[Int(types[event])] || event == start {
      if spans[event].hasFirstDay { events.append(event) } else { hasUndated = true }
    }
    events.withUnsafeMutableBufferPointer { DaySort.sort($0[...]) { spans[$0].earliest } }
    var part = events[...]
    if let start, let index = events.firstIndex(of: start) {
      part = isBackwards ? events[...index] : events[index...]
    }
    for event in part {
      steps[stepCount] = Step(day: spans[event].earliest, type: numbers[Int(types[event])])
      stepCount += 1
    }
    if isBackwards { steps[..<stepCount].reverse() }
    noteTies()
    return settle()
  }

  private mutating func noteTies() {
    hasTies = (1..<max(1, stepCount)).contains { index in
      steps[index].day == steps[index - 1].day && steps[index].type != steps[index - 1].type
    }
  }

  /// Joins repeats, and says what came of the case.
  @inline(__always)
  private mutating func settle() -> Outcome {
    guard stepCount > 0 else { return .withoutSteps }
    if mergesRepeats { mergeRepeats() }
    return .path
  }

  private mutating func mergeRepeats() {
    var kept = 1
    for index in 1..<max(1, stepCount) where steps[index].type != steps[kept - 1].type {
      steps[kept] = steps[index]
      kept += 1
    }
    stepCount = kept
  }
}
