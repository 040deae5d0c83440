import CasebookCore
import CasebookText

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
  /// The columns of two fields; nil for one.
  let columns: FacetColumns?
  /// The widest of the first values, in terminal cells.
  let labelColumns: Int
  /// How many cases the other terms of the filter leave out because they do not say.
  let unknownCount: Int
  /// How many of the counted cases are people, and how many are rows without an id.
  let tally: CaseTally
  /// Whether terms that choose among the values were left aside.
  let isOfOtherTerms: Bool

  /// Counts the cases of a selection, segment by segment.
  ///
  /// `isOfOtherTerms` says whether terms that choose among the values were left aside. It is nil if
  /// the ticket became stale.
  init?(
    _ text: String, _ request: FacetRequest, of selection: Selection, in library: Library,
    isOfOtherTerms: Bool, ticket: WorkTicket
  ) {
    self.text = text
    self.isOfOtherTerms = isOfOtherTerms
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
    let rows = cross?.rows ?? facet.facet
    self.rows = rows
    columns = cross.map { FacetColumns($0) }
    usualOrder = rows.indices(by: rows.usualOrder)
    labelColumns =
      usualOrder.prefix(Self.measured)
      .map { FacetWords.label(rows.values[$0].text, of: rows.subject).columns }.max() ?? 0
    unknownCount = selection.unknownCount
    tally = selection.tally(in: library)
  }

  /// "36 cases; 6 listed": the cases that were counted, and how many of them the values chosen
  /// among them leave. How many cases the filter leaves out is said with the filter: beside "not
  /// said" it would read as a second count of the same.
  func words(listed: Int) -> ShownText {
    var count = CaseCount(rows.caseCount, of: rows.caseCount)
    count.tally = tally.rowsWithoutID > 0 ? tally : nil
    return isOfOtherTerms ? "\(count.words); \(grouped: listed) listed" : count.words
  }

  /// The number of values that are measured: more than anyone scrolls through.
  private static let measured = 1_000
}

extension Session {
  /// The counting of what was asked for; nil if it means nothing in the cases there are.
  ///
  /// The values are counted without the terms that choose among them, so that all stay in sight.
  func facetWork(_ text: String) -> Worker<Question.Topic, Delivery>.Work? {
    let asOf = workspace.asOf
    guard let request = try? FacetRequest(text, in: workspace.schema, asOf: asOf) else {
      return nil
    }
    let terms = FacetTerms(state.filter.onTerms, of: request.rows)
    // The order says nothing of which cases are counted.
    var lineup = state.lineup
    lineup.rank = nil
    let others = terms.others.filter { !FilterTerm($0).isOrder }
    let listing = terms.isEmpty ? nil : lineup.listing(of: Query.text(joining: others))
    let plan = listing.flatMap { try? filters.plan($0, in: workspace.library, asOf: asOf) }
    let marked = plan?.asksForMarks == true ? state.notebook.marked.texts : []
    return { [filters, known = workspace.answer, library = workspace.library.columnsOnly] ticket in
      var selection = known?.selection ?? Selection(allOf: library)
      if let plan {
        guard
          let found = filters.answer(plan, in: library, marked: marked, ticket: ticket)
        else { return nil }
        selection = found.selection
      }
      let answer = FacetAnswer(
        text, request, of: selection, in: library, isOfOtherTerms: plan != nil, ticket: ticket)
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
