/// A regular expression as a tree.
indirect enum PatternNode: Sendable, Hashable {
  case empty
  case set(ScalarSet)
  /// A character of the folded text.
  case literal(Unicode.Scalar)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case either([PatternNode])
  case repeated(PatternNode, least: Int, most: Int?)

  /// The longest stretch of folded text that every match contains; depth is bounded by the parser.
  var requiredText: [UInt8] {
    switch self {
    case .empty, .set, .assertion, .either: return []
    case .literal(let scalar): return Array(String(scalar).utf8)
    case .repeated(let node, let least, _): return least > 0 ? node.requiredText : []
    case .sequence(let nodes):
      var best: [UInt8] = []
      var run: [UInt8] = []
      for node in nodes {
        if case .literal(let scalar) = node {
          run += Array(String(scalar).utf8)
        } else {
          if case .assertion = node {} else { run = [] }
          let inner = node.requiredText
          if inner.count > best.count { best = inner }
        }
        if run.count > best.count { best = run }
      }
      return best
    }
  }
}

/// A place between characters.
enum PatternAssertion: Sendable, Hashable {
  case start, end, wordBoundary, noWordBoundary
}
