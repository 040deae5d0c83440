import CasebookCore
import Synchronization

/// The cases that a filter lists in a library, and what finding them again in a larger one needs.
package struct FilterAnswer: Sendable {
  /// The rows in order.
  let results: Results
  /// The cases found, in the order of the files.
  let selection: Selection
  /// How many cases the library had.
  let caseCount: Int
  /// How many of the cases have no value for the first key of the order.
  let missingCount: Int
  /// The term without which most cases are found, where none is found with it.
  let culprit: Culprit?
  fileprivate let run: QueryRun

  /// A term that leaves nothing.
  struct Culprit: Sendable, Equatable {
    /// The term as written.
    var term: String
    /// How many cases there are without it.
    var countWithout: Int
    /// The value nearest to the one written, where that one does not occur.
    var nearest: String?
  }
}

/// Finds the cases of filters; what was found lately is kept, so that going back costs nothing.
///
/// Sessions ask it on the worker's thread; names are looked up on their own.
final class FilterEvaluation: Sendable {
  private let today: DayNumber
  private let cache: QueryCache
  private let order = RowOrder()
  /// The saved filters by name.
  private let saved = Mutex<[String: String]>([:])
  /// The values that phrases may name, counted for some segments.
  private let values = Mutex<(values: FrequentValues, segmentCount: Int)?>(nil)
  private let answers = Mutex(RecentlyUsed<QueryPlan, FilterAnswer>(capacity: keptAnswers))

  /// Threads for one filter; more gain little, since reading memory is what takes the time.
  private static let threads = 2
  /// Answers kept: a bit a case each, or four bytes where they are ordered.
  private static let keptAnswers = 12

  /// Smaller libraries are put in order while a key is lifted.
  static let casesWorthOrders = 50_000

  init(today: DayNumber, cache: QueryCache) {
    self.today = today
    self.cache = cache
  }

  /// Signs the text, so that rare words need no look at most of it, and makes the orders that are
  /// asked for most: by title, id, status, the first date, the most frequent types of events, and
  /// the library's own intervals; says whether it came to its end.
  func prepareOrders(of library: Library, asOf: DayNumber, ticket: WorkTicket) -> Bool {
    for segment in library.segments {
      if ticket.isStale { return false }
      // Without memory for a signature the text is searched whole.
      try? segment.text.sign()
    }
    let schema = cache.schema(of: library)
    let types = schema.types.values.filter { $0.eventCount > 0 }
      .sorted { ($0.eventCount, $1.name) > ($1.eventCount, $0.name) }.prefix(Self.orderedTypes)
    let intervals = library.intervals.compactMap { interval -> String? in
      guard case .between(let from, let to) = interval.measure, from.count == 1, to.count == 1
      else { return nil }
      return "\(from[0])->\(to[0])"
    }
    let names =
      ["title", "id", "status", "date"] + types.map(\.name)
      + intervals.prefix(Self.orderedIntervals)
    for name in names {
      if ticket.isStale { return false }
      guard let plan = try? plan("sort:" + name, in: library, asOf: asOf) else { continue }
      order.prepare(plan.order, in: library, cache: cache)
    }
    return !ticket.isStale
  }

  private static let orderedTypes = 3
  private static let orderedIntervals = 2

  /// The filter that a text means: itself, or what an everyday phrase says.
  func understood(_ text: String, in library: Library) throws(QueryError) -> String {
    let schema = cache.schema(of: library)
    return try Phrase.understood(
      text, in: library, schema: schema, values: values(of: library, schema),
      context: QueryContext(cache: cache))
  }

  private func values(of library: Library, _ schema: Schema) -> FrequentValues {
    values.withLock { kept in
      if let kept, kept.segmentCount == library.segments.count { return kept.values }
      let made = FrequentValues(of: library.columnsOnly, schema: schema)
      kept = (made, library.segments.count)
      return made
    }
  }

  /// Reads a filter, and finds its names in a library; intervals that go on are counted to a day.
  func plan(
    _ text: String, in library: Library, asOf: DayNumber
  ) throws(QueryError) -> QueryPlan {
    try QueryPlan(
      text, in: cache.schema(of: library), today: today, asOf: asOf, saved: saved.withLock { $0 })
  }

  /// Forgets what was found in segments that a library does not have any more.
  func keepOnly(_ library: Library) { cache.keepOnly(library) }

  /// Takes the saved filters that texts may name.
  func use(saved filters: [NamedFilter]) {
    let texts = Dictionary(uniqueKeysWithValues: filters.map { ($0.name, $0.text) })
    saved.withLock { $0 = texts }
  }

  /// The answer to a plan; segments that an answer kept has looked at are not looked at again.
  ///
  /// - Parameters:
  ///   - plan: The filter.
  ///   - library: The cases.
  ///   - marked: The ids of the marked cases; an answer that depends on them is not kept.
  ///   - ticket: Says when the answer is no longer wanted.
  /// - Returns: Nothing where the ticket became stale.
  func answer(
    _ plan: QueryPlan, in library: Library, marked: [String], ticket: WorkTicket
  ) -> FilterAnswer? {
    let kept = plan.asksForMarks ? nil : answers.withLock { $0[plan] }
    if let kept, kept.isWhole(for: library) { return kept }
    var run = kept?.run ?? QueryRun(plan)
    var context = QueryContext(cache: cache, marked: marked)
    context.stops = { ticket.isStale }
    let found = run.selection(in: library, context: context, threads: Self.threads) {
      ticket.note($0, of: $1)
    }
    guard let found else { return nil }
    if library.caseCount >= Self.casesWorthOrders, !plan.order.isEmpty,
      !order.isReady(plan.order, in: library)
    {
      ticket.noteOrdering()
    }
    let rows =
      plan.order.isEmpty
      ? nil : order.rows(of: found, by: plan.order, in: library, cache: cache)
    let answer = FilterAnswer(
      results: rows.map { Results(rows: $0.all) } ?? Results(found), selection: found,
      caseCount: library.caseCount, missingCount: rows?.missingCount ?? 0,
      culprit: found.count == 0 ? culprit(of: plan, in: library, context) : nil, run: run)
    if ticket.isStale { return nil }
    if !plan.asksForMarks { answers.withLock { $0[plan] = answer } }
    return answer
  }

  private func culprit(
    of plan: QueryPlan, in library: Library, _ context: QueryContext
  ) -> FilterAnswer.Culprit? {
    guard let effect = Explanation(plan, in: library, context: context).culprit else { return nil }
    let part = plan.query.parts[effect.part]
    return FilterAnswer.Culprit(
      term: plan.query.text(of: part), countWithout: effect.othersCount,
      nearest: effect.aloneCount == 0
        ? FrequentValues(of: library, schema: cache.schema(of: library)).nearest(to: part) : nil)
  }
}

extension FilterAnswer {
  /// How the filter was understood.
  var plan: QueryPlan { run.plan }

  /// Whether it says all about a library.
  func isWhole(for library: Library) -> Bool { run.hasLooked(at: library) }

  /// Whether it is worth while to look at what came since: an ordered list is put in order anew
  /// when it has grown by a quarter, so that growing costs no more than a few orders in all.
  func isOutgrown(by library: Library, isLoading: Bool) -> Bool {
    if isWhole(for: library) { return false }
    if run.plan.order.isEmpty || !isLoading { return true }
    return library.caseCount >= caseCount + caseCount / 4
  }
}
