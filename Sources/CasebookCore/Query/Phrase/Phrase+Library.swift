extension Phrase {
  /// The filter that a line means in a library: the line itself, or what a phrase or the operators
  /// of another tool mean.
  ///
  /// - Throws: What cannot be understood, with the number of cases that have the line as text.
  public static func understood(
    _ text: String, in library: Library, schema: Schema, values: FrequentValues,
    context: QueryContext = QueryContext()
  ) throws(QueryError) -> String {
    do {
      return try filter(for: text, in: schema) { values.values(of: $0).map(\.text) } ?? text
    } catch {
      guard case .notUnderstood(var fact) = error.fact else { throw error }
      let plan = try? QueryPlan(fact.asText, in: schema, today: DayNumber(rawValue: 0))
      fact.textCount = plan?.selection(in: library, context: context).count
      throw QueryError(.notUnderstood(fact), at: error.range, isUnfinished: error.isUnfinished)
    }
  }

  /// What else a single word may mean, with the number of cases that this reading finds; nil if it
  /// means nothing else.
  public static func otherReading(
    of text: String, in library: Library, schema: Schema, values: FrequentValues,
    context: QueryContext = QueryContext()
  ) -> (filter: String, count: Int)? {
    let found = otherReading(of: text, in: schema) { values.values(of: $0).map(\.text) }
    guard let filter = found,
      let plan = try? QueryPlan(filter, in: schema, today: DayNumber(rawValue: 0))
    else { return nil }
    return (filter, plan.selection(in: library, context: context).count)
  }
}
