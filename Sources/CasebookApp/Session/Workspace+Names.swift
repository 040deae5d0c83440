import CasebookCore

extension Workspace {
  /// What can be asked of the cases.
  package var schema: Schema { cache.schema(of: library) }

  /// The ways to go on with a filter at a cursor, in UTF-8 bytes; the best first.
  package func suggestions(
    for text: String, cursor: Int, saved filters: [NamedFilter]
  ) -> [Suggestion] {
    let schema = schema
    let completion = Completion(
      schema: schema, saved: filters.map(\.name), limit: Self.suggestionLimit)
    return completion.suggestions(for: text, cursor: cursor) { field in
      frequentValues(schema).values(of: field)
    }
  }

  /// The fields and event types that begin as what was typed, behind the last comma or arrow.
  func fieldNames(beginning typed: String) -> [String] {
    let cut = typed.lastIndex { ",>".contains($0) }.map { typed.index(after: $0) }
    var start = cut ?? typed.startIndex
    if typed[start...].hasPrefix("-") { start = typed.index(after: start) }
    let head = String(typed[..<start])
    let partial = String(typed[start...])
    let prefix = "sort:"
    return Completion(schema: schema, limit: .max)
      .suggestions(for: prefix + partial, cursor: (prefix + partial).utf8.count) { _ in [] }
      .map { head + $0.text }
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
