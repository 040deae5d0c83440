import Synchronization

/// Keeps what the tests said of each segment, so that coming back to a filter, or changing one
/// term of it, costs nothing for the others.
///
/// Any number of threads may use it at once. What was used longest ago goes first.
public final class QueryCache: Sendable {
  fileprivate struct Key: Hashable {
    var segment: ObjectIdentifier
    var test: PlanTest
    var isOfEvents: Bool
  }

  fileprivate struct ColumnKey: Hashable {
    var segment: ObjectIdentifier
    var path: FieldPath
  }

  fileprivate struct State {
    var clock = 0
    var bytes = 0
    var verdicts: [Key: (verdict: Verdict, used: Int)] = [:]
    var needles: [ObjectIdentifier: [[UInt8]]] = [:]
    var folded: [ColumnKey: FoldedStrings] = [:]
    /// Keeps the segments alive, so that no other can take the place of one in memory.
    var segments: [ObjectIdentifier: Segment] = [:]
    var schema: (schema: Schema, segments: [Segment])?
  }

  private let state = Mutex(State())
  private let byteLimit: Int

  /// Makes an empty cache.
  ///
  /// - Parameter byteLimit: How much the kept verdicts may take together.
  public init(byteLimit: Int = 64 << 20) {
    self.byteLimit = byteLimit
  }

  /// Forgets everything about segments that are not in the library.
  public func keepOnly(_ library: Library) {
    let kept = Set(library.segments.map(ObjectIdentifier.init))
    state.withLock { state in
      state.segments = state.segments.filter { kept.contains($0.key) }
      state.needles = state.needles.filter { kept.contains($0.key) }
      state.folded = state.folded.filter { kept.contains($0.key.segment) }
      state.verdicts = state.verdicts.filter { kept.contains($0.key.segment) }
      state.bytes = state.verdicts.values.reduce(0) { $0 + $1.verdict.byteCount }
      state.schema = nil
    }
  }

  /// The names of a library; of one that grew, only what is new is counted.
  public func schema(of library: Library) -> Schema {
    let known = state.withLock { $0.schema }
    var schema = Schema(vocabulary: library.vocabulary, intervals: library.intervals)
    var counted = 0
    if let known, known.segments.count <= library.segments.count,
      zip(known.segments, library.segments).allSatisfy({ $0 === $1 })
    {
      schema = known.schema
      counted = known.segments.count
    }
    schema.columns = library.columns
    schema.add(library.segments[counted...])
    state.withLock { $0.schema = (schema, library.segments) }
    return schema
  }

  // MARK: - Verdicts

  func verdict(_ test: PlanTest, of segment: Segment, isOfEvents: Bool) -> Verdict? {
    let key = Key(segment: ObjectIdentifier(segment), test: test, isOfEvents: isOfEvents)
    return state.withLock { state in
      guard let entry = state.verdicts[key] else { return nil }
      state.clock += 1
      state.verdicts[key]?.used = state.clock
      return entry.verdict
    }
  }

  func keep(_ verdict: Verdict, _ test: PlanTest, of segment: Segment, isOfEvents: Bool) {
    let id = ObjectIdentifier(segment)
    let key = Key(segment: id, test: test, isOfEvents: isOfEvents)
    state.withLock { state in
      state.clock += 1
      state.segments[id] = segment
      if state.verdicts.updateValue((verdict, state.clock), forKey: key) == nil {
        state.bytes += verdict.byteCount
        if case .text(let needle) = test, !isOfEvents {
          state.needles[id, default: []].append(needle)
        }
      }
      if state.bytes > byteLimit { state.dropOldest(downTo: byteLimit / 2) }
    }
  }

  /// The cases found for the longest kept needle that stands in another: no other case can
  /// contain that one.
  func candidates(for needle: [UInt8], in segment: Segment) -> Bitmap? {
    let id = ObjectIdentifier(segment)
    return state.withLock { state in
      let shorter = (state.needles[id] ?? []).filter { candidate in
        candidate.count < needle.count
          && needle.withUnsafeBytes { $0.contains(candidate) }
      }
      guard let best = shorter.max(by: { $0.count < $1.count }) else { return nil }
      return state.verdicts[Key(segment: id, test: .text(best), isOfEvents: false)]?.verdict.passed
    }
  }

  // MARK: - Folded values

  func folded(_ path: FieldPath, of segment: Segment, make: () -> FoldedStrings) -> FoldedStrings {
    let key = ColumnKey(segment: ObjectIdentifier(segment), path: path)
    if let known = state.withLock({ $0.folded[key] }) { return known }
    let made = make()
    state.withLock { state in
      state.segments[key.segment] = segment
      state.folded[key] = made
    }
    return made
  }
}

extension QueryCache.State {
  fileprivate mutating func dropOldest(downTo limit: Int) {
    for (key, entry) in verdicts.sorted(by: { $0.value.used < $1.value.used }) {
      if bytes <= limit { break }
      bytes -= entry.verdict.byteCount
      verdicts[key] = nil
      if case .text(let needle) = key.test { needles[key.segment]?.removeAll { $0 == needle } }
    }
  }
}
