/// How a filter was understood, part by part, with the number of cases that pass each.
public struct Explanation: Sendable, Equatable {
  /// A part of the filter, or of such a part.
  public struct Line: Sendable, Equatable {
    /// What joins the lines below it.
    public enum Kind: Sendable, Equatable {
      /// One test.
      case term
      /// All below must hold.
      case and
      /// One below must hold.
      case or
      /// What is below must be known to fail.
      case not
    }

    /// How deep the line stands, from 0.
    public var depth: Int
    /// What it is.
    public var kind: Kind
    /// Where it stands in the text, in UTF-8 bytes.
    public var range: Range<Int>
    /// How it was understood: whole names, days instead of written dates.
    public var understood: String
    /// How many cases pass.
    public var passedCount: Int
    /// How many cases say nothing about it: neither it nor its `not` finds them.
    public var unknownCount: Int
  }

  /// What one part does to the whole.
  public struct Effect: Sendable, Equatable {
    /// The index of the part in ``Query/parts``.
    public var part: Int
    /// How many cases pass the part alone.
    public var aloneCount: Int
    /// How many cases pass all the other parts.
    public var othersCount: Int
  }

  /// How many cases there are.
  public var caseCount: Int
  /// How many pass the whole filter.
  public var passedCount: Int
  /// The filter as a tree, top down.
  public var lines: [Line] = []
  /// The parts of the filter.
  public var effects: [Effect] = []

  /// The part to drop where nothing is found: the one without which most cases are.
  ///
  /// Nothing where something is found, or where dropping no single part helps.
  public var culprit: Effect? {
    guard passedCount == 0 else { return nil }
    return effects.filter { $0.othersCount > 0 }.max { $0.othersCount < $1.othersCount }
  }
}

extension Explanation {
  /// Explains a plan on a library; what was evaluated before costs nothing again.
  public init(
    _ plan: QueryPlan, in library: Library, context: QueryContext = QueryContext()
  ) {
    caseCount = library.caseCount
    let evaluators = library.segments.map { SegmentEvaluator($0, context: context) }
    let found = evaluators.map { $0.verdict(plan.root, of: .cases).passed }
    passedCount = found.reduce(0) { $0 + $1.population }
    addLines(plan, evaluators)
    addEffects(plan, evaluators)
  }

  private mutating func addLines(_ plan: QueryPlan, _ evaluators: [SegmentEvaluator]) {
    var open: [(node: PlanNode, depth: Int)] = [(plan.root, 0)]
    while let (node, depth) = open.popLast() {
      guard node != .all else { continue }
      let verdicts = evaluators.map { $0.verdict(node, of: .cases) }
      let passed = verdicts.reduce(0) { $0 + $1.passed.population }
      let failed = verdicts.reduce(0) { $0 + $1.failed.population }
      lines.append(
        Line(
          depth: depth, kind: node.kind, range: node.range, understood: node.outline,
          passedCount: passed, unknownCount: caseCount - passed - failed))
      open += node.children.reversed().map { ($0, depth + 1) }
    }
  }

  private mutating func addEffects(_ plan: QueryPlan, _ evaluators: [SegmentEvaluator]) {
    let indices = plan.parts.indices.filter { plan.parts[$0] != nil }
    for index in indices {
      var alone = 0
      var others = 0
      for evaluator in evaluators {
        var rest = Bitmap(count: evaluator.segment.caseCount, filled: true)
        for other in indices {
          guard let node = plan.parts[other] else { continue }
          let passed = evaluator.verdict(node, of: .cases).passed
          if other == index { alone += passed.population } else { rest.formIntersection(passed) }
        }
        others += rest.population
      }
      effects.append(Effect(part: index, aloneCount: alone, othersCount: others))
    }
  }
}

extension PlanNode {
  fileprivate var kind: Explanation.Line.Kind {
    switch self {
    case .all, .term: .term
    case .not: .not
    case .and: .and
    case .or: .or
    }
  }

  fileprivate var children: [PlanNode] {
    switch self {
    case .all, .term: []
    case .not(let node): [node]
    case .and(let nodes), .or(let nodes): nodes
    }
  }

  /// Where the terms of the node stand.
  fileprivate var range: Range<Int> {
    var bounds: Range<Int>?
    var open = [self]
    while let node = open.popLast() {
      if case .term(let term) = node {
        let known = bounds ?? term.range
        let low = min(known.lowerBound, term.range.lowerBound)
        bounds = low..<max(known.upperBound, term.range.upperBound)
      }
      open += node.children
    }
    return bounds ?? 0..<0
  }
}
