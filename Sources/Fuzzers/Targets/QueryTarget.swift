import CasebookCore

/// The filter language: every text is a filter or an error inside the text; a filter answers, and
/// its parts are stretches of the text.
enum QueryTarget {
  static let query = FuzzTarget(
    name: "query", summary: "Reads a filter, and asks a small library with it.", seeds: [".query"]
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let length = text.utf8.count
    let today = DayNumber(rawValue: 20_000)
    do throws(QueryError) {
      let query = try Query.parse(text)
      for part in query.parts {
        require(part.range.upperBound <= length, "parts are inside the text")
      }
      let plan = try QueryPlan(query, in: schema, today: today)
      let selection = plan.selection(in: library)
      require(selection.count <= library.caseCount, "no more cases than there are")
      require(selection.rows.count == selection.count, "as many rows as are counted")
    } catch {
      require(
        error.range.lowerBound >= 0 && error.range.upperBound <= max(length, 1),
        "errors are inside the text")
    }
    let completion = Completion(schema: schema)
    _ = completion.suggestions(for: text, cursor: length / 2) { _ in [] }
  }

  private static let schema = Schema(of: library)
  private static let library = Loader().load(
    [.embedded(name: "cases.jsonl", bytes: SourceBytes(Array(cases.utf8)))], title: "cases")

  private static let cases = #"""
    {"id":"a","title":"Détainer declined","status":"closed","subject":{"age":26},"events":[{"type":"criminal_charge","date":"2023-09-14"},{"type":"detainer","date":"2023-10-13/2024-02-01","outcome":"declined","facility":"Hartford"},{"type":"ice_arrest","date":"2024-04"}]}
    {"id":"b","title":"Other","events":[{"type":"detainer","date":"201X"},{"type":"jail_release"}]}
    {"id":"c","place":"Ohio","tags":["x","y"]}
    """#
}
