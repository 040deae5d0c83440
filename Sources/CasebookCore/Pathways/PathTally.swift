// Hot path: one call a segment, a few nanoseconds a step.

/// Counts the paths of the cases of some segments.
struct PathTally: Sendable {
  private let rule: PathRule
  private let depth: Int
  /// The tree of the paths, cut at the depth; cases are counted where their paths end or are cut.
  private(set) var tree: PathTree
  /// The days from each step to the one before, by node.
  private(set) var gaps = DayGroups()
  private(set) var counts = PathCounts()

  /// Begins with no case; `types` is how many types the library has.
  init(_ rule: PathRule, types: Int, depth: Int) {
    self.rule = rule
    self.depth = max(1, depth)
    tree = PathTree(types: types)
  }

  /// Counts the selected cases of a segment; `numbers` are those of its types.
  mutating func add(_ segment: Segment, _ cases: Bitmap, numbers: [UInt32]) {
    var reader = PathReader(rule, in: segment, numbers: numbers)
    segment.withEvents { starts, types, spans in
      for row in cases {
        let events = Int(starts[row])..<Int(starts[row + 1])
        counts.caseCount += 1
        switch reader.read(events, types, spans) {
        case .withoutSteps: counts.withoutSteps += 1
        case .withoutStart: counts.withoutStart += 1
        case .path: reader.withSteps { count($0) }
        }
        counts.undatedCount += reader.hasUndated ? 1 : 0
        counts.tiedCount += reader.hasTies ? 1 : 0
      }
    }
  }

  @inline(__always)
  private mutating func count(_ steps: Slice<UnsafeBufferPointer<PathReader.Step>>) {
    var node = tree.child(of: PathTree.root, type: steps[0].type)
    for index in 1..<max(1, min(steps.count, depth)) {
      node = tree.child(of: node, type: steps[index].type)
      let days = steps[index].day &- steps[index - 1].day
      gaps.add(days.magnitude, to: node)
    }
    tree.count(node, ends: steps.count <= depth ? 1 : 0)
  }
}

/// What was counted beside the tree.
struct PathCounts: Sendable {
  var caseCount = 0
  var withoutSteps = 0
  var withoutStart = 0
  var undatedCount = 0
  var tiedCount = 0

  static func + (left: PathCounts, right: PathCounts) -> PathCounts {
    PathCounts(
      caseCount: left.caseCount + right.caseCount,
      withoutSteps: left.withoutSteps + right.withoutSteps,
      withoutStart: left.withoutStart + right.withoutStart,
      undatedCount: left.undatedCount + right.undatedCount,
      tiedCount: left.tiedCount + right.tiedCount)
  }
}

extension Segment {
  /// Gives the events to a hot loop: where those of each case begin, their types, their days.
  @inline(__always)
  func withEvents<Result>(
    _ body: (
      _ starts: UnsafeBufferPointer<UInt32>, _ types: UnsafeBufferPointer<UInt16>,
      _ spans: UnsafeBufferPointer<DateSpan>
    ) -> Result
  ) -> Result {
    eventStarts.withBuffer { starts in
      eventTypes.withBuffer { types in
        eventSpans.withBuffer { spans in body(starts, types, spans) }
      }
    }
  }
}
