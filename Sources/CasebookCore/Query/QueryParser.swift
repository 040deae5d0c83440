/// Reads a query: `or` binds least, then `and` or a blank, then `not` and `-`.
struct QueryParser {
  private let bytes: [UInt8]
  private var lexer: QueryLexer
  private var token: QueryToken?
  private var depth: Int
  private var previous = ""
  private var previousEnd = 0
  /// Whether terms are asked of one event, inside `type(...)`.
  private let isOfEvent: Bool
  private let end: Int
  private var terms = 0
  /// The keys of `sort:` in the order they were met.
  private(set) var order: [SortTerm] = []
  /// The parts of the whole text that all must hold.
  private(set) var parts: [QueryPart] = []

  /// Reads a whole text, or what stands in the parentheses of an event.
  init(
    _ bytes: [UInt8], in range: Range<Int>? = nil, ofEvent isOfEvent: Bool = false, depth: Int = 0
  ) {
    self.bytes = bytes
    let range = range ?? 0..<bytes.count
    lexer = QueryLexer(bytes, in: range)
    end = range.upperBound
    self.isOfEvent = isOfEvent
    self.depth = depth
  }

  /// The tree of the text.
  mutating func parse() throws(QueryError) -> QueryNode {
    try advance()
    guard token != nil else { return .all }
    let root = try either()
    if case .or = root { joinParts(root) }
    if let token { throw QueryError(.unexpected(text(token)), at: token.range) }
    return root
  }

  /// Alternatives without parentheses are one part, with keys of the order only around it.
  private mutating func joinParts(_ root: QueryNode) {
    let filters = parts.filter { $0.node != nil }
    guard filters.count > 1, let first = filters.first, let last = filters.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let outside = parts.filter { !range.overlaps($0.range) }
    parts = [QueryPart(range: range, node: root)] + outside
  }

  // MARK: - Levels of binding

  private mutating func either() throws(QueryError) -> QueryNode {
    var nodes = [try both()]
    while let token, token.kind == .or {
      try advance()
      nodes.append(try both())
    }
    return nodes.count == 1 ? nodes[0] : .or(nodes)
  }

  private mutating func both() throws(QueryError) -> QueryNode {
    var nodes: [QueryNode] = []
    var sortKeys = 0
    while let token, token.kind != .or, token.kind != .close {
      if token.kind == .and {
        try advance()
        if self.token == nil { throw missing() }
        continue
      }
      let keysBefore = order.count
      let node = try unary()
      if let node { nodes.append(node) }
      sortKeys += order.count - keysBefore
      if depth == 0 {
        parts.append(QueryPart(range: token.range.lowerBound..<previousEnd, node: node))
      }
    }
    if nodes.isEmpty {
      guard sortKeys > 0, depth == 0, token == nil, previous != "or" else { throw missing() }
      return .all
    }
    return nodes.count == 1 ? nodes[0] : .and(nodes)
  }

  /// A term behind any number of negations, of which two cancel each other.
  private mutating func unary() throws(QueryError) -> QueryNode? {
    guard let first = token else { throw missing() }
    var isNegated = false
    while let token, token.kind == .not {
      isNegated.toggle()
      try advance()
    }
    guard let token else { throw missing() }
    let isBare = token.range == first.range
    guard let node = try primary(token, mayOrder: isBare) else { return nil }
    return isNegated ? .not(node, start: first.range.lowerBound) : node
  }

  private mutating func primary(
    _ token: QueryToken, mayOrder: Bool
  ) throws(QueryError) -> QueryNode? {
    let kind: QueryTerm.Kind
    switch token.kind {
    case .open: return try parenthesised(token)
    case .phrase(let text): kind = .text(text)
    case .pattern(let text):
      guard !isOfEvent else { throw QueryError(.notOfAnEvent(self.text(token)), at: token.range) }
      kind = .pattern(text)
    case .atom:
      let reader = AtomReader(bytes, token.range, depth: depth)
      if let keys = try reader.sortTerms() {
        guard mayOrder, depth == 0, !isOfEvent else {
          throw QueryError(.misplacedOrder, at: token.range)
        }
        order += keys
        try advance()
        return nil
      }
      kind = try reader.term(ofEvent: isOfEvent)
    case .or, .and, .not, .close:
      throw QueryError(.unexpected(text(token)), at: token.range)
    }
    terms += 1
    guard terms <= Query.termLimit else {
      throw QueryError(.tooManyTerms(limit: Query.termLimit), at: token.range)
    }
    try advance()
    return .term(QueryTerm(range: token.range, kind: kind))
  }

  private mutating func parenthesised(_ open: QueryToken) throws(QueryError) -> QueryNode {
    depth += 1
    guard depth <= Query.depthLimit else {
      throw QueryError(.tooDeep(limit: Query.depthLimit), at: open.range)
    }
    try advance()
    guard token != nil else {
      throw QueryError(.unclosedParenthesis, at: open.range.lowerBound..<end)
    }
    let inner = try either()
    guard token?.kind == .close else {
      throw QueryError(.unclosedParenthesis, at: open.range.lowerBound..<end)
    }
    depth -= 1
    try advance()
    return inner
  }

  // MARK: - Tokens

  private mutating func advance() throws(QueryError) {
    previous = token.map(text) ?? ""
    previousEnd = token?.range.upperBound ?? previousEnd
    token = try lexer.next()
  }

  private func text(_ token: QueryToken) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  /// A term is missing before the token at hand, or at the end.
  private func missing() -> QueryError {
    let place = token?.range.lowerBound ?? end
    if let token, previous.isEmpty { return QueryError(.unexpected(text(token)), at: token.range) }
    return QueryError(.missingTerm(after: previous), at: place..<place)
  }
}
