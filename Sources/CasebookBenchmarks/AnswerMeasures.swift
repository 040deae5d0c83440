import CasebookCore

/// What filters by column, facets and orders take.
struct AnswerMeasures {
  private let library: Library
  private let measures: Measures
  private let schema: Schema
  private static let threads = 2

  /// Filters of every kind, as `compare.py` asks them of peers.
  private static let filters = [
    "status:removed", "facility:county", "age:18..25", "detainer:2013", "date:2010..2012",
    "detainer.outcome:declined", "count(detainer):>=1", "has:ice_arrest", "no:removal",
    "detainer->ice_arrest<=90d", "jail_release!->ice_arrest", "/detain(er|ed) (not|was)/",
    "status:removed detainer.outcome:declined facility:county",
  ]
  private static let facets = ["status", "detainer.outcome", "facility", "detainer", "place"]
  private static let orders = [
    "title", "id", "status", "-detainer", "detainer->jail_release", "age",
  ]

  init(_ library: Library, _ measures: Measures) {
    self.library = library
    self.measures = measures
    schema = Schema(of: library)
  }

  func run(brief: Bool) throws {
    for filter in Self.filters where !brief || filter == Self.filters[0] {
      guard let plan = plan(filter) else { continue }
      measures.tell("filter, \(filter)") {
        // Nothing is kept from one time to the next.
        let context = QueryContext(cache: QueryCache())
        _ = plan.selection(in: library, context: context, threads: Self.threads).count
      }
    }
    let all = Selection(allOf: library)
    for name in Self.facets where !brief || name == Self.facets[1] {
      guard let subject = try? FacetSubject(name, in: schema) else { continue }
      measures.tell("facet, \(name)") {
        _ = Facet(subject, of: all, in: library, threads: Self.threads).sorted(by: .count)
      }
    }
    for order in Self.orders where !brief || order == Self.orders[0] { measure(order, all) }
  }

  private func measure(_ name: String, _ all: Selection) {
    guard let plan = plan("sort:\(name)") else { return }
    let cache = QueryCache()
    let order = RowOrder()
    measures.tell(
      "order, first, \(name)",
      Measures.milliseconds { _ = order.rows(of: all, by: plan.order, in: library, cache: cache) },
      "ms")
    measures.tell("order, ready, \(name)") {
      _ = order.rows(of: all, by: plan.order, in: library, cache: cache)
    }
  }

  private func plan(_ text: String) -> QueryPlan? {
    try? QueryPlan(text, in: schema, today: DayNumber(rawValue: 20_000))
  }
}
