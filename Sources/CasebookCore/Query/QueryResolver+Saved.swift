extension QueryResolver {
  /// What the filter saved under a name asks; every part of it stands where the name stands.
  func saved(_ name: WrittenName) throws(QueryError) -> PlanNode {
    try node(savedQuery(name).root, using: name)
  }

  /// The order that the saved filters of a query bring along, the first of them that has one.
  func orderOfSaved(_ root: QueryNode) throws(QueryError) -> [OrderKey] {
    for name in root.savedNames {
      let query = try savedQuery(name)
      let inner = QueryResolver(
        schema: schema, today: today, asOf: asOf, filters: filters, using: using + [name.text])
      let keys =
        query.order.isEmpty ? try inner.orderOfSaved(query.root) : try inner.order(query.order)
      if !keys.isEmpty { return keys }
    }
    return []
  }

  private func savedQuery(_ name: WrittenName) throws(QueryError) -> Query {
    guard let text = filters[name.text] else {
      let nearest = Spelling.nearest(to: name.text, among: filters.keys.sorted())
      throw QueryError(
        .unknownFilter(name.text, nearest: nearest, known: filters.keys.sorted()), at: name.range)
    }
    guard !using.contains(name.text) else {
      throw QueryError(.circularFilter(name.text), at: name.range)
    }
    do {
      return try Query.parse(text)
    } catch {
      throw QueryError(.savedFilter(name.text, error.fact), at: name.range, isUnfinished: false)
    }
  }

  private func node(_ root: QueryNode, using name: WrittenName) throws(QueryError) -> PlanNode {
    let inner = QueryResolver(
      schema: schema, today: today, asOf: asOf, filters: filters, using: using + [name.text])
    do {
      return try inner.node(root).located(at: name.range)
    } catch {
      switch error.fact {
      case .circularFilter, .savedFilter: throw QueryError(error.fact, at: name.range)
      default:
        throw QueryError(.savedFilter(name.text, error.fact), at: name.range, isUnfinished: false)
      }
    }
  }
}

extension QueryNode {
  /// The names of the saved filters that must hold as a whole.
  fileprivate var savedNames: [WrittenName] {
    switch self {
    case .term(let term): if case .saved(let name) = term.kind { [name] } else { [] }
    case .and(let nodes): nodes.flatMap(\.savedNames)
    case .all, .or, .not: []
    }
  }
}

extension PlanNode {
  /// The node with all its terms at one place of the text.
  fileprivate func located(at range: Range<Int>) -> PlanNode {
    switch self {
    case .all: .all
    case .term(let term): .term(PlanTerm(test: term.test, range: range))
    case .not(let node): .not(node.located(at: range))
    case .and(let nodes): .and(nodes.map { $0.located(at: range) })
    case .or(let nodes): .or(nodes.map { $0.located(at: range) })
    }
  }

  /// Whether it asks which cases the user marked.
  var asksForMarks: Bool {
    switch self {
    case .all: false
    case .term(let term): term.test == .marked
    case .not(let node): node.asksForMarks
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.asksForMarks)
    }
  }
}
