/// Turns the tree of a pattern into the steps of a machine; the depth is bounded by the parser.
struct PatternCompiler {
  private(set) var steps: [Pattern.Step] = []
  let alphabet: PatternAlphabet

  init(alphabet: PatternAlphabet) {
    self.alphabet = alphabet
  }

  /// Compiles a whole pattern; its first step is the first.
  mutating func compile(_ node: PatternNode) throws(PatternError) {
    try add(node)
    try append(.found)
  }

  private mutating func append(_ step: Pattern.Step) throws(PatternError) {
    guard steps.count < Pattern.stepLimit else { throw .tooLarge(limit: Pattern.stepLimit) }
    steps.append(step)
  }

  /// Adds steps that go on with the one behind them.
  private mutating func add(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .empty: break
    case .literal(let scalar):
      try take(ScalarSet(ranges: [scalar.value...scalar.value]))
    case .set(let set): try take(set)
    case .assertion(let assertion): try append(.assertion(assertion, next: steps.count + 1))
    case .sequence(let nodes): for inner in nodes { try add(inner) }
    case .either(let nodes): try addEither(nodes)
    case .repeated(let inner, let least, let most): try addRepeated(inner, least, most)
    }
  }

  private mutating func take(_ set: ScalarSet) throws(PatternError) {
    try append(.take(symbols: alphabet.symbols(in: set), next: steps.count + 1))
  }

  private mutating func addEither(_ nodes: [PatternNode]) throws(PatternError) {
    var exits: [Int] = []
    for (index, node) in nodes.enumerated() {
      let fork = steps.count
      let isLast = index == nodes.count - 1
      if !isLast { try append(.fork(fork + 1, 0)) }
      try add(node)
      if !isLast {
        exits.append(steps.count)
        try append(.fork(0, 0))
        steps[fork] = .fork(fork + 1, steps.count)
      }
    }
    for exit in exits { steps[exit] = .fork(steps.count, steps.count) }
  }

  private mutating func addRepeated(
    _ node: PatternNode, _ least: Int, _ most: Int?
  ) throws(PatternError) {
    for _ in 0..<least {
      let before = steps.count
      try add(node)
      // Repeating nothing is nothing, however often.
      if steps.count == before { break }
    }
    guard let most else {
      let fork = steps.count
      try append(.fork(fork + 1, 0))
      try add(node)
      try append(.fork(fork, fork))
      steps[fork] = .fork(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in least..<max(least, most) {
      forks.append(steps.count)
      try append(.fork(steps.count + 1, 0))
      try add(node)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }
}
