/// A filter and an order as they are written: a tree of terms, not yet looked up in a library.
///
/// The language is that of the filter line everywhere. Reading it needs no library, so a text can
/// be checked while it is typed; `QueryPlan` is the query with its names found.
public struct Query: Sendable, Hashable {
  /// The text it was read from.
  public let text: String
  /// What a case must pass.
  public let root: QueryNode
  /// The keys of the order, the first the most important.
  public let order: [SortTerm]
  /// The parts that all must hold, and the keys of the order, each as one stretch of the text.
  public let parts: [QueryPart]

  /// The query that every case passes.
  public static let everything = Query(text: "", root: .all, order: [], parts: [])

  /// The longest text that is read, in UTF-8 bytes.
  public static let lengthLimit = 20_000
  /// How many parentheses may stand in each other.
  public static let depthLimit = 64
  /// How many terms there may be.
  public static let termLimit = 2_000
  /// How many arrows a sequence may have.
  public static let linkLimit = 30

  /// Reads a text.
  ///
  /// - Throws: What is wrong, and where; see ``QueryError/isUnfinished`` for a text still typed.
  public static func parse(_ text: String) throws(QueryError) -> Query {
    let bytes = Array(text.utf8)
    guard bytes.count <= lengthLimit else {
      throw QueryError(.tooLong(limit: lengthLimit), at: lengthLimit..<bytes.count)
    }
    var parser = QueryParser(bytes)
    let root = try parser.parse()
    return Query(text: text, root: root, order: parser.order, parts: parser.parts)
  }
}

/// A part of a query one can edit, switch off or drop by itself.
public struct QueryPart: Sendable, Hashable {
  /// Where it stands in the text, in UTF-8 bytes, its parentheses and its `not` included.
  public var range: Range<Int>
  /// What must hold; nothing for a key of the order.
  public var node: QueryNode?
}

/// A part of the tree of a query.
public indirect enum QueryNode: Sendable, Hashable {
  /// Passed by every case.
  case all
  /// One test.
  case term(QueryTerm)
  /// Passed where the node is known to fail; where it begins is kept.
  case not(QueryNode, start: Int)
  /// Passed where every node is.
  case and([QueryNode])
  /// Passed where some node is.
  case or([QueryNode])

  /// Where it stands in the text, in UTF-8 bytes; parentheses around it are not counted in.
  public var range: Range<Int> {
    switch self {
    case .all: 0..<0
    case .term(let term): term.range
    case .not(let node, let start): start..<max(start, node.range.upperBound)
    case .and(let nodes), .or(let nodes):
      (nodes.first?.range.lowerBound ?? 0)..<(nodes.last?.range.upperBound ?? 0)
    }
  }
}
