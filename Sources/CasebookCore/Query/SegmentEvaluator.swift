/// Evaluates a plan on one segment, column by column.
///
/// Distinct values are compared once, then only their codes are looked at. Every test says
/// passed, failed or nothing; a case is found where the whole plan says passed.
struct SegmentEvaluator {
  let segment: Segment
  let context: QueryContext

  init(_ segment: Segment, context: QueryContext) {
    self.segment = segment
    self.context = context
  }

  /// What a whole plan says of the cases of the segment.
  func verdict(_ plan: QueryPlan) -> Verdict { verdict(plan.root, of: .cases) }

  /// What a plan is asked of.
  enum Domain {
    case cases, events
  }

  func count(_ domain: Domain) -> Int {
    domain == .cases ? segment.caseCount : segment.eventCount
  }

  /// What a node says; its depth is bounded by ``Query/depthLimit``.
  func verdict(_ node: PlanNode, of domain: Domain) -> Verdict {
    switch node {
    case .all: return .all(count(domain))
    case .term(let term): return verdict(term.test, of: domain)
    case .not(let inner): return verdict(inner, of: domain).negated
    case .and(let nodes):
      var result = Verdict.all(count(domain))
      for inner in nodes { result.formAnd(verdict(inner, of: domain)) }
      return result
    case .or(let nodes):
      var result = Verdict.all(count(domain)).negated
      for inner in nodes { result.formOr(verdict(inner, of: domain)) }
      return result
    }
  }

  /// What a test says, from the cache where it is there.
  func verdict(_ test: PlanTest, of domain: Domain) -> Verdict {
    if test == .marked { return Verdict(passed: markedCases) }
    let isOfEvents = domain == .events
    if let known = context.cache?.verdict(test, of: segment, isOfEvents: isOfEvents) {
      return known
    }
    let made = evaluate(test, of: domain)
    // What was stopped midway is no verdict to keep.
    if context.stops() { return made }
    context.cache?.keep(made, test, of: segment, isOfEvents: isOfEvents)
    return made
  }

  private func evaluate(_ test: PlanTest, of domain: Domain) -> Verdict {
    switch test {
    case .text(let needle): Verdict(passed: text(needle, in: domain))
    case .pattern(let pattern): Verdict(passed: matching(pattern, in: domain))
    case .values(let targets, let tests): values(targets, tests, of: domain)
    case .presence(let target): Verdict(passed: presence(target, in: domain))
    case .count(let type, let comparison, let amount):
      Verdict(passed: cases(withCountOf: type, comparison, amount))
    case .marked: Verdict(passed: markedCases)
    case .event(let step): Verdict(passed: cases(ofEvents: events(step)))
    case .sequence(let sequence): Verdict(passed: cases(with: sequence))
    case .interval(let plan): verdict(plan)
    case .path(let path): Verdict(passed: cases(on: path))
    }
  }

  // MARK: - Text

  private func text(_ needle: [UInt8], in domain: Domain) -> Bitmap {
    switch domain {
    case .cases:
      let candidates = context.cache?.candidates(for: needle, in: segment)
      return segment.text.cases(containing: needle, within: candidates)
    case .events: return events(.contains(needle))
    }
  }

  private func matching(_ pattern: Pattern, in domain: Domain) -> Bitmap {
    switch domain {
    case .cases: cases(matching: pattern)
    case .events: events(.fits(pattern))
    }
  }

  /// Cases whose text is matched between two questions whether to stop: some 50 microseconds.
  private static let rowsBetweenStops = 64

  /// The cases of which a string fits; only those that contain what every match contains are read.
  private func cases(matching pattern: Pattern) -> Bitmap {
    let candidates = verdict(.text(pattern.requiredText), of: .cases).passed
    var matcher = PatternMatcher(pattern)
    var found = Bitmap(count: segment.caseCount)
    for (number, row) in candidates.enumerated() {
      if number % Self.rowsBetweenStops == 0, context.stops() { break }
      let holds = segment.text.withText(ofCase: row) { matcher.matchesSome(of: $0) }
      if holds == true { found.insert(row) }
    }
    return found
  }

  private var markedCases: Bitmap {
    guard let marked = context.marked, marked.count > 0 else {
      return Bitmap(count: segment.caseCount)
    }
    return segment.idBytes.withBuffer { bytes in
      segment.idStarts.withBuffer { starts in
        let raw = UnsafeRawBufferPointer(bytes)
        let rows = (0..<segment.caseCount).lazy.filter { row in
          let range = Int(starts[row])..<Int(starts[row + 1])
          return marked.existing(UnsafeRawBufferPointer(rebasing: raw[range])) != nil
        }
        return Bitmap(count: segment.caseCount, rows)
      }
    }
  }
}

/// What an evaluation needs besides the columns.
public struct QueryContext: Sendable {
  /// Where verdicts are kept.
  public var cache: QueryCache?
  let marked: ByteTable?
  /// Reads a long value as written, to decide `field:=…` beyond its folded text.
  let exactText: ExactText?
  /// Asked now and then, on any thread: once it says yes, evaluating ends and its result means
  /// nothing.
  public var stops: @Sendable () -> Bool = { false }

  /// Says whether a case has a long text, exactly as written, as a value of a field.
  public typealias ExactText =
    @Sendable (
      _ segment: Segment, _ index: Int, _ field: FieldPath, _ text: String
    ) -> Bool

  /// Makes a context.
  ///
  /// - Parameters:
  ///   - cache: Where verdicts are kept, or nothing.
  ///   - marked: The ids of the cases the user marked.
  ///   - exactText: Decides `field:=…` for values that are kept folded; without it, equal folded
  ///     text counts as equal.
  public init(
    cache: QueryCache? = nil, marked: some Sequence<String> = [String](),
    exactText: ExactText? = nil
  ) {
    self.cache = cache
    self.exactText = exactText
    var table = ByteTable()
    for var id in marked {
      id.withUTF8 { _ = table.number(of: UnsafeRawBufferPointer($0)) }
    }
    self.marked = table.count == 0 ? nil : table
  }
}
