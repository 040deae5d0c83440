import CasebookCore

/// How many of the listed cases have each value of a field, or each pair of values of two.
struct FacetAnswer: Sendable {
  /// What was counted, as it was asked for.
  let text: String
  /// What was counted, its names whole.
  let request: FacetRequest
  /// The values, or those down the side of the table.
  let rows: Facet
  /// The pairs, where two fields were asked for.
  let cross: Cross?
  /// How many cases of the library were looked at.
  let rowCount: Int
  /// The values by number in the order that says most.
  let usualOrder: [Int]

  /// Counts the cases of a selection, segment by segment.
  ///
  /// - Returns: Nothing where the ticket became stale.
  init?(
    _ text: String, _ request: FacetRequest, of selection: Selection, in library: Library,
    ticket: WorkTicket
  ) {
    self.text = text
    self.request = request
    rowCount = selection.rowCount
    var facet = FacetCounter(request.rows)
    var pairs = request.columns.map { CrossCounter(request.rows, by: $0) }
    for index in 0..<min(selection.segmentCount, library.segments.count) {
      if ticket.isStale { return nil }
      let segment = library.segments[index]
      let cases = selection.cases(ofSegment: index)
      let first = selection.firstRow(ofSegment: index)
      if pairs == nil { facet.add(segment, cases, firstRow: first) }
      pairs?.add(segment, cases, firstRow: first)
      ticket.note(index, of: selection.segmentCount)
    }
    cross = pairs?.cross
    rows = cross?.rows ?? facet.facet
    usualOrder = rows.indices(by: rows.usualOrder)
  }
}

extension Session {
  /// The counting of what was asked for; nothing where it has no meaning in the cases there are.
  func facetWork(_ text: String) -> Worker<Question.Topic, Delivery>.Work? {
    let asOf = workspace.asOf
    guard let request = try? FacetRequest(text, in: workspace.schema, asOf: asOf) else {
      return nil
    }
    return { [known = workspace.answer, library = workspace.library.columnsOnly] ticket in
      let selection = known?.selection ?? Selection(allOf: library)
      let answer = FacetAnswer(text, request, of: selection, in: library, ticket: ticket)
      guard let answer else { return nil }
      return { _, workspace in
        workspace.facets = answer
        return .facets(.counted)
      }
    }
  }

  /// Counts again what is in sight where cases came since, unless that is being done.
  func followFacets() {
    let rows = workspace.answer?.selection.rowCount ?? workspace.library.caseCount
    guard !state.facetsToFollow.isEmpty, !worker.isOpen(.facets), !worker.isOpen(.filter),
      workspace.facets?.rowCount != rows
    else { return }
    ask(.facets(state.facets.request))
  }
}
