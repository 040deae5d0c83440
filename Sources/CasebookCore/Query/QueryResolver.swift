/// Turns what is written into what is asked, by the names of a schema.
struct QueryResolver {
  let schema: Schema
  let today: DayNumber
  /// The day that intervals which go on are counted to.
  let asOf: DayNumber
  /// The saved filters by name.
  var filters: [String: String] = [:]
  /// The saved filters this one is a part of.
  var using: [String] = []

  /// The plan of a node; `ofEvent` inside the parentheses of an event.
  ///
  /// The depth is bounded by ``Query/depthLimit``, for the parser refuses more.
  func node(_ node: QueryNode, ofEvent: Bool = false) throws(QueryError) -> PlanNode {
    switch node {
    case .all: return .all
    case .term(let term): return try self.term(term, ofEvent: ofEvent)
    case .not(let inner, _): return .not(try self.node(inner, ofEvent: ofEvent))
    case .and(let nodes): return .and(try all(nodes, ofEvent))
    case .or(let nodes): return .or(try all(nodes, ofEvent))
    }
  }

  private func all(_ nodes: [QueryNode], _ ofEvent: Bool) throws(QueryError) -> [PlanNode] {
    var plans: [PlanNode] = []
    for inner in nodes { plans.append(try node(inner, ofEvent: ofEvent)) }
    return plans
  }

  private func term(_ term: QueryTerm, ofEvent: Bool) throws(QueryError) -> PlanNode {
    let plan = { (test: PlanTest) in PlanNode.term(PlanTerm(test: test, range: term.range)) }
    switch term.kind {
    case .text(let text): return plan(.text(Fold.folded(text)))
    case .pattern(let text):
      return plan(.pattern(try pattern(text, at: term.range)))
    case .field(let test):
      return ofEvent ? plan(try eventValues(test)) : try field(test, term.range)
    case .presence(let names, let isPresent):
      var nodes: [PlanNode] = []
      for name in names { nodes.append(try presence(name, term.range, ofEvent: ofEvent)) }
      let any = nodes.count == 1 ? nodes[0] : .or(nodes)
      return isPresent ? any : .not(any)
    case .trait(let names):
      var nodes: [PlanNode] = []
      for name in names { nodes.append(plan(try trait(name))) }
      return nodes.count == 1 ? nodes[0] : .or(nodes)
    case .saved(let name): return try saved(name)
    case .count(let type, let comparison, let amount):
      return plan(.count(try schema.resolveType(type), comparison, amount))
    case .interval(let test):
      let name = try schema.resolveInterval(test.name)
      let bounds = test.bounds.isEmpty ? [] : [test.bounds]
      return plan(.interval(IntervalPlan(name: name, bounds: bounds, asOf: asOf)))
    case .event(let step): return plan(.event(try self.step(step)))
    case .sequence(let sequence): return plan(.sequence(try self.sequence(sequence)))
    case .path(let path): return plan(.path(try self.path(path)))
    }
  }

  /// Compiles a regular expression.
  func pattern(_ text: String, at range: Range<Int>) throws(QueryError) -> Pattern {
    do {
      return try Pattern(text)
    } catch {
      throw QueryError(.pattern(error), at: range)
    }
  }

  // MARK: - Events

  private func step(_ step: EventStep) throws(QueryError) -> StepPlan {
    StepPlan(
      type: try schema.resolveType(step.type),
      condition: try node(step.condition, ofEvent: true))
  }

  private func sequence(_ sequence: EventSequence) throws(QueryError) -> SequencePlan {
    var links: [SequencePlan.Link] = []
    for link in sequence.links {
      links.append(
        SequencePlan.Link(
          isAbsence: link.isAbsence, step: try step(link.step), bound: link.bound))
    }
    return SequencePlan(first: try step(sequence.first), links: links)
  }

  private func path(_ path: WrittenPath) throws(QueryError) -> PathPlan {
    let steps = try names(path.steps)
    var rule = PathRule(mergesRepeats: path.mergesRepeats, isBackwards: path.isBackwards)
    if let types = path.types { rule.types = Set(try names(types)) }
    rule.hidden = Set(try names(path.hidden))
    rule.start = path.start.map { EventAnchor(steps[0], $0) }
    return PathPlan(steps: steps, isWhole: path.isWhole, rule: rule)
  }

  private func names(_ types: [WrittenName]) throws(QueryError) -> [String] {
    var names: [String] = []
    for type in types { names.append(try schema.resolveType(type)) }
    return names
  }

  // MARK: - Order

  func order(_ terms: [SortTerm]) throws(QueryError) -> [OrderKey] {
    var keys: [OrderKey] = []
    for term in terms {
      keys.append(OrderKey(try subject(term.subject), isDescending: term.isDescending))
    }
    return keys
  }

  private func subject(_ subject: SortTerm.Subject) throws(QueryError) -> OrderSubject {
    switch subject {
    case .interval(let from, let to):
      return .interval(try schema.resolveType(from), try schema.resolveType(to))
    case .count(nil): return .eventCount(nil)
    case .count(let type?): return .eventCount(try schema.resolveType(type))
    case .name(let name):
      switch try schema.resolve(name) {
      case .interval(let name): return .named(name, asOf: asOf)
      case .type(let type): return .days(FieldTarget(name: "date", eventType: type))
      case .field(let target): return target.isDate ? .days(target) : .values(target)
      }
    }
  }
}
