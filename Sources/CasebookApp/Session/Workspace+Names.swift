import CasebookCore
import CasebookText

extension Workspace {
  /// What can be asked of the cases.
  package var schema: Schema { cache.schema(of: library) }

  /// The filter that a typed line means: the line itself, or what a phrase means.
  func understood(_ text: String) throws(QueryError) -> String {
    let schema = schema
    return try Phrase.understood(
      text, in: library, schema: schema, values: frequentValues(schema),
      context: QueryContext(cache: cache))
  }

  /// What else a single word may mean, and how many cases that finds.
  func otherReading(of text: String) -> (filter: String, count: Int)? {
    let schema = schema
    return Phrase.otherReading(
      of: text, in: library, schema: schema, values: frequentValues(schema),
      context: QueryContext(cache: cache))
  }

  /// That a saved filter found other cases in earlier versions; nil if it did not.
  func changeOfReading(of text: String) -> ShownText? {
    let plan = try? QueryPlan(text, in: schema, today: today, asOf: asOf)
    return plan.flatMap { ReadingWords.change($0, in: library) }
  }

  /// The ways to go on with a filter at a cursor, in UTF-8 bytes; the best first.
  package func suggestions(
    for text: String, cursor: Int, saved filters: [NamedFilter]
  ) -> [Suggestion] {
    let schema = schema
    let completion = Completion(
      schema: schema, of: library, saved: filters.map(\.name), limit: Self.suggestionLimit)
    let found = completion.suggestions(for: text, cursor: cursor) { field in
      frequentValues(schema).values(of: field)
    }
    let size = text.utf8.count
    guard cursor == size, let other = otherReading(of: text) else { return found }
    return found + [
      Suggestion(range: 0..<size, text: other.filter, kind: .value, count: other.count)
    ]
  }

  /// The fields, event types and intervals that begin as what was typed; behind an arrow the event
  /// types alone.
  func fieldNames(beginning typed: String) -> [String] {
    let text = "sort:" + typed
    let bytes = Array(text.utf8)
    return Completion(schema: schema, limit: .max)
      .suggestions(for: text, cursor: bytes.count) { _ in [] }
      .map { found in
        let head = String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self)
        return String(head.dropFirst("sort:".count)) + found.text
      }
  }

  /// The ids that begin as what was typed, the first in the order of the list.
  func ids(beginning typed: String) -> [String] {
    var found: [String] = []
    for position in 0..<results.count {
      guard found.count < Self.suggestionLimit, let row = results.row(at: position) else { break }
      let id = library.id(ofRow: row)
      if id.hasPrefix(typed) { found.append(id) }
    }
    return found
  }

  /// More suggestions than any screen shows help nobody.
  private static let suggestionLimit = 50

  /// Counted anew when cases came.
  private func frequentValues(_ schema: Schema) -> FrequentValues {
    if let frequent, frequent.segmentCount == library.segments.count { return frequent.values }
    let values = FrequentValues(of: library, schema: schema)
    frequent = (values, library.segments.count)
    return values
  }

  /// What can be counted and has a text in its name.
  func facetFields(_ sought: String) -> [FacetRows.Row] {
    let count = library.segments.count
    let known = countable.flatMap { $0.segmentCount == count ? $0.fields : nil }
    let fields = known ?? FacetFields(schema, library)
    countable = (fields, count)
    return sought.isEmpty ? fields.rows : fields.rows.filter { $0.isNamed(sought) }
  }

  /// The values of the facets by number, in an order; the usual one where nothing is said.
  func facetOrder(_ order: Facet.Order?) -> [Int] {
    guard let facets else { return [] }
    guard let order, order != facets.rows.usualOrder else { return facets.usualOrder }
    if let otherOrder, otherOrder.order == order { return otherOrder.indices }
    let made = facets.cross?.indices(by: order) ?? facets.rows.indices(by: order)
    otherOrder = (order, made)
    return made
  }

  /// The term to drop where no case is found, and how many cases there are without it.
  var culprit: FilterAnswer.Culprit? { answer?.culprit }

  /// How many of the listed cases are people, and how many are rows without an id.
  var tally: CaseTally { answer?.selection.tally(in: library) ?? library.tally }

  /// How many cases the filter leaves out because they do not say; nil if every case is listed.
  var unknownCount: Int? { answer?.selection.unknownCount }

  /// How many of the listed cases have no value for the first key of the order.
  var missingCount: Int { answer?.missingCount ?? 0 }

  /// The keys of the order in force.
  var orderKeys: [(term: SortTerm, key: OrderKey)] {
    answer.map { Array(zip($0.plan.query.order, $0.plan.order)) } ?? []
  }
}
