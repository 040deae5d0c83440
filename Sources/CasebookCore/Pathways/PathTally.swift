// Hot path: one call a segment, a few nanoseconds a step.

/// Counts the paths of the cases of some segments.
struct PathTally: Sendable {
  private let rule: PathRule
  private let depth: Int
  /// The tree of the paths, cut at the depth.
  private(set) var tree = PathTree()
  /// The days from each step to the one before, by node.
  private(set) var gaps = DayGroups()
  private(set) var counts = PathCounts()

  init(_ rule: PathRule, depth: Int) {
    self.rule = rule
    self.depth = max(1, depth)
  }

  /// Counts the selected cases of a segment; `numbers` are those of its types.
  mutating func add(_ segment: Segment, _ cases: Bitmap, numbers: [UInt32]) {
    var reader = PathReader(rule, in: segment, numbers: numbers)
    // Taken out for the loop, which would else ask for exclusive access at every step.
    var (tree, gaps, counts) = (self.tree, self.gaps, self.counts)
    (self.tree, self.gaps, self.counts) = (PathTree(), DayGroups(), PathCounts())
    gaps.reserve(segment.eventCount)
    segment.withEvents { starts, types, spans in
      for row in cases {
        let events = Int(starts[row])..<Int(starts[row + 1])
        counts.caseCount += 1
        switch reader.read(events, types, spans) {
        case .withoutSteps: counts.withoutSteps += 1
        case .withoutStart: counts.withoutStart += 1
        case .path: count(reader.steps, &tree, &gaps)
        }
        if reader.hasUndated { counts.undatedCount += 1 }
        if reader.hasTies { counts.tiedCount += 1 }
      }
    }
    (self.tree, self.gaps, self.counts) = (tree, gaps, counts)
  }

  @inline(__always)
  private func count(
    _ steps: [PathReader.Step], _ tree: inout PathTree, _ gaps: inout DayGroups
  ) {
    var node = PathTree.root
    let last = min(steps.count, depth) - 1
    for index in 0...last {
      node = tree.child(of: node, type: steps[index].type)
      tree.count(node, ends: index == last && steps.count <= depth ? 1 : 0)
      if index > 0 {
        let days = steps[index].day &- steps[index - 1].day
        gaps.add(days.magnitude, to: node)
      }
    }
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
