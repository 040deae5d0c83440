import Dispatch
import Synchronization

/// Evaluates a plan on a library that may grow or change: each of its segments once.
public struct QueryRun: Sendable {
  private struct Found: Sendable {
    /// Keeps the segment alive, so that no other can take its place in memory.
    var segment: Segment
    var cases: BitmapRanks
    /// How many of its cases neither pass nor fail.
    var unknownCount: Int
  }

  /// The plan.
  public let plan: QueryPlan
  private var found: [ObjectIdentifier: Found] = [:]

  /// Begins with no segment evaluated.
  public init(_ plan: QueryPlan) {
    self.plan = plan
  }

  /// The cases of a library that pass; segments evaluated before are not evaluated again.
  ///
  /// - Parameters:
  ///   - library: The library as it is now.
  ///   - context: What the evaluation needs; what it says must not change between two calls.
  ///   - threads: How many threads share the segments.
  ///   - progress: Told on some thread how many cases were looked at, of how many.
  /// - Returns: Nothing where the context said to stop; what was found until then is kept.
  /// - Complexity: O(cases of the new segments), and O(segments).
  public mutating func selection(
    in library: Library, context: QueryContext = QueryContext(), threads: Int = 1,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> Selection? {
    let ids = library.segments.map(ObjectIdentifier.init)
    let missing = library.segments.filter { found[ObjectIdentifier($0)] == nil }
    let evaluated = evaluate(missing, context, threads, progress)
    for one in evaluated { found[ObjectIdentifier(one.segment)] = one }
    var selection = Selection()
    for id in ids {
      guard let found = found[id] else { return nil }
      selection.append(found.cases, unknown: found.unknownCount)
    }
    if found.count > ids.count {
      let present = Set(ids)
      found = found.filter { present.contains($0.key) }
    }
    return selection
  }

  /// Whether every segment of a library was evaluated.
  public func hasLooked(at library: Library) -> Bool {
    library.segments.allSatisfy { found[ObjectIdentifier($0)] != nil }
      && found.count == library.segments.count
  }

  /// Evaluates some segments, unless it is stopped between two of them or in one.
  private func evaluate(
    _ segments: [Segment], _ context: QueryContext, _ threads: Int,
    _ progress: @Sendable (_ done: Int, _ total: Int) -> Void
  ) -> [Found] {
    let total = segments.reduce(0) { $0 + $1.caseCount }
    let next = Atomic(0)
    let done = Mutex((cases: 0, found: [Found]()))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, segments.count))) { _ in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < segments.count {
        let verdict = SegmentEvaluator(segments[index], context: context).verdict(plan)
        if context.stops() { return }
        let found = Found(
          segment: segments[index], cases: BitmapRanks(verdict.passed),
          unknownCount: verdict.unknownCount)
        let count = done.withLock { done in
          done.found.append(found)
          done.cases += segments[index].caseCount
          return done.cases
        }
        progress(count, total)
      }
    }
    return done.withLock { $0.found }
  }
}

extension QueryPlan {
  /// The cases of one segment that pass; several threads may evaluate segments at once.
  public func cases(in segment: Segment, context: QueryContext = QueryContext()) -> Bitmap {
    SegmentEvaluator(segment, context: context).verdict(self).passed
  }

  /// The cases of a library that pass, found by several threads where there are many.
  public func selection(
    in library: Library, context: QueryContext = QueryContext(), threads: Int = 1
  ) -> Selection {
    var run = QueryRun(self)
    // Only a context that says to stop gives nothing, and then nothing was wanted.
    return run.selection(in: library, context: context, threads: threads) ?? Selection()
  }
}
