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

  /// The steps of the case read last.
  private(set) var steps: [Step] = []
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
    steps.removeAll(keepingCapacity: true)
    hasUndated = false
    hasTies = false
    var last = Int32.min
    var isSorted = true
    for event in range where makesSteps[Int(types[event])] {
      let day = spans[event].earliest
      if day == DateSpan.unboundedPast {
        hasUndated = true
        continue
      }
      if day < last { isSorted = false }
      last = day
      steps.append(Step(day: day, type: numbers[Int(types[event])]))
    }
    if !isSorted { Self.sort(&steps) { $0.day } }
    return settle()
  }

  /// Reads a case from the event the rule begins at.
  private mutating func readFromStart(
    _ range: Range<Int>, _ types: UnsafeBufferPointer<UInt16>,
    _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Outcome {
    steps.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    hasUndated = false
    hasTies = false
    let start = startsAnywhere ? nil : finder.event(among: range, types, spans)
    if !startsAnywhere, start == nil { return .withoutStart }
    for event in range where makesSteps[Int(types[event])] || event == start {
      if spans[event].hasFirstDay { events.append(event) } else { hasUndated = true }
    }
    Self.sort(&events) { spans[$0].earliest }
    var part = events[...]
    if let start, let index = events.firstIndex(of: start) {
      part = isBackwards ? events[...index] : events[index...]
    }
    for event in part {
      steps.append(
        Step(day: spans[event].earliest, type: numbers[Int(types[event])]))
    }
    if isBackwards { steps.reverse() }
    return settle()
  }

  /// Notes ties, joins repeats, and says what came of the case.
  @inline(__always)
  private mutating func settle() -> Outcome {
    guard !steps.isEmpty else { return .withoutSteps }
    for index in 1..<max(1, steps.count)
    where steps[index].day == steps[index - 1].day && steps[index].type != steps[index - 1].type {
      hasTies = true
    }
    if mergesRepeats { mergeRepeats() }
    return .path
  }

  private mutating func mergeRepeats() {
    var kept = 1
    for index in 1..<max(1, steps.count) where steps[index].type != steps[kept - 1].type {
      steps[kept] = steps[index]
      kept += 1
    }
    steps.removeLast(steps.count - kept)
  }

  /// Files mostly hold few events a case, nearly in order.
  private static let insertionLimit = 32

  /// Puts values in the order of their days; those of one day keep theirs.
  private static func sort<Value>(_ values: inout [Value], _ day: (Value) -> Int32) {
    guard values.count <= insertionLimit else {
      let order = values.indices.sorted { (day(values[$0]), $0) < (day(values[$1]), $1) }
      values = order.map { values[$0] }
      return
    }
    for index in 1..<max(1, values.count) {
      let value = values[index]
      var place = index
      while place > 0, day(values[place - 1]) > day(value) {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }
}
