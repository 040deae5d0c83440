import CasebookCore

/// Finds the cases of a filter; what was found lately is kept, so that going back costs nothing.
struct FilterEvaluation {
  let today: DayNumber
  private let cache = QueryCache()
  private let order = RowOrder()

  /// Threads for one filter; more gain little, since reading memory is what takes the time.
  private static let threads = 2

  init(today: DayNumber) {
    self.today = today
  }

  /// The rows a filter lists, in order; every row where the filter is empty.
  func results(of text: String, in library: Library) throws(QueryError) -> Results {
    if text.trimmed.isEmpty { return Results(allOf: library.caseCount) }
    let plan = try QueryPlan(text, in: cache.schema(of: library), today: today)
    let context = QueryContext(cache: cache)
    let selection = plan.selection(in: library, context: context, threads: Self.threads)
    if plan.order.isEmpty { return Results(rows: selection.rows) }
    return Results(rows: order.rows(of: selection, by: plan.order, in: library, cache: cache))
  }
}
