extension QueryPlan {
  /// The plan as versions before 2 read the filter: `:` found a text anywhere in a value.
  var asReadBefore: QueryPlan {
    QueryPlan(
      query: query, root: root.asReadBefore, order: order, parts: parts.map { $0?.asReadBefore })
  }

  /// How the number of cases has changed since `:` asks for the beginning of a word; nil if it has
  /// not.
  ///
  /// - Returns: How many cases the filter found before and finds now, and the filter to type for what
  ///   it found before.
  public func change(in library: Library, context: QueryContext = QueryContext()) -> (
    before: Int, now: Int, spelling: String
  )? {
    let before = asReadBefore
    guard before.root != root else { return nil }
    let counts = [before, self].map { $0.selection(in: library, context: context).count }
    guard counts[0] != counts[1] else { return nil }
    return (counts[0], counts[1], query.textReadBefore)
  }
}

extension PlanNode {
  fileprivate var asReadBefore: PlanNode {
    switch self {
    case .all: .all
    case .term(let term): .term(PlanTerm(test: term.test.asReadBefore, range: term.range))
    case .not(let node): .not(node.asReadBefore)
    case .and(let nodes): .and(nodes.map(\.asReadBefore))
    case .or(let nodes): .or(nodes.map(\.asReadBefore))
    }
  }
}

extension PlanTest {
  fileprivate var asReadBefore: PlanTest {
    switch self {
    case .values(let targets, let tests):
      return .values(
        targets,
        tests.map { test in
          var test = test
          if case .beginsWord(let needle) = test.ofText { test.ofText = .contains(needle) }
          return test
        })
    case .event(let step): return .event(step.asReadBefore)
    case .sequence(var sequence):
      sequence.first = sequence.first.asReadBefore
      for index in sequence.links.indices {
        sequence.links[index].step = sequence.links[index].step.asReadBefore
      }
      return .sequence(sequence)
    default: return self
    }
  }
}

extension StepPlan {
  fileprivate var asReadBefore: StepPlan {
    StepPlan(type: type, condition: condition.asReadBefore)
  }
}

extension Query {
  /// The text with each value behind a colon as a pattern, which is found anywhere.
  fileprivate var textReadBefore: String {
    var bytes = Array(text.utf8)
    for value in root.valuesOfWords.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(value.range, with: Array("/\(PhraseReader.escaped(value.text))/".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension QueryNode {
  /// The values of text behind a colon, those of events too.
  fileprivate var valuesOfWords: [WrittenValue] {
    switch self {
    case .all: return []
    case .not(let node, _): return node.valuesOfWords
    case .and(let nodes), .or(let nodes): return nodes.flatMap(\.valuesOfWords)
    case .term(let term):
      switch term.kind {
      case .field(let test) where test.comparison == .matches && !test.isCertain:
        guard !FieldTarget.isDateName(test.name.text) else { return [] }
        return test.values.filter { value in
          value.pattern == nil && ValueTest.number(value.text) == nil
            && Array(value.text.utf8).rangeDots == nil
        }
      case .event(let step): return step.condition.valuesOfWords
      case .sequence(let sequence):
        return ([sequence.first] + sequence.links.map(\.step)).flatMap(\.condition.valuesOfWords)
      default: return []
      }
    }
  }
}
