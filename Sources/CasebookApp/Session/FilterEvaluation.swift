import CasebookCore

/// Finds the cases of a filter; what was found lately is kept, so that going back costs nothing.
struct FilterEvaluation {
  let today: DayNumber
  private let cache = QueryCache()

  init(today: DayNumber) {
    self.today = today
  }

  /// The rows a filter lists, in order; every row where the filter is empty.
  func results(of text: String, in library: Library) throws(QueryError) -> Results {
    if text.trimmed.isEmpty { return Results(allOf: library.caseCount) }
    let plan = try QueryPlan(text, in: Schema(of: library), today: today)
    let context = QueryContext(cache: cache)
    return Results(rows: plan.selection(in: library, context: context).rows)
  }
}
