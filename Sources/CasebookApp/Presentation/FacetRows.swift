import CasebookCore
import CasebookText

/// The rows of the facets: the values with their counts, the values left out, and what is not
/// said; or the fields there are, while one is chosen.
struct FacetRows {
  /// One row.
  enum Row: Equatable {
    /// A field that can be counted, with what there is of it.
    case field(String, note: ShownText)
    /// A value, by its number among the values.
    case value(Int)
    /// A value that the filter leaves out, with its term.
    case excluded(label: ShownText, term: String)
    /// The cases without a value.
    case unknown
  }

  /// What was counted; nothing where a field is chosen, or where nothing is counted yet.
  let answer: FacetAnswer?
  /// How many rows there are.
  let count: Int
  private let order: [Int]
  private let excluded: [Row]
  private let fields: [Row]
  private let onTerms: Set<String>

  init(_ state: State, _ workspace: Workspace) {
    onTerms = Set(state.filter.onTerms)
    guard !state.facets.request.isEmpty else {
      answer = nil
      order = []
      excluded = []
      fields = FacetFields.rows(workspace.schema)
      count = fields.count
      return
    }
    fields = []
    let counted = workspace.facets.flatMap { $0.text == state.facets.request ? $0 : nil }
    answer = counted
    order = workspace.facetOrder(state.facets.order)
    excluded = counted.map { Self.excluded($0, state.filter.onTerms) } ?? []
    count = counted == nil ? 0 : order.count + excluded.count + 1
  }

  /// The row at a position; the cases without a value are the last.
  subscript(position: Int) -> Row {
    if !fields.isEmpty { return fields[position] }
    if position < order.count { return .value(order[position]) }
    let rest = position - order.count
    return rest < excluded.count ? excluded[rest] : .unknown
  }

  private static func excluded(_ answer: FacetAnswer, _ terms: [String]) -> [Row] {
    guard let prefix = answer.request.rows.termPrefix else { return [] }
    return terms.compactMap { text in
      guard text.hasPrefix("-" + prefix) else { return nil }
      let term = String(text.dropFirst())
      guard case .term(let read) = (try? Query.parse(term))?.root,
        case .field(let test) = read.kind, let value = test.values.first
      else { return nil }
      return .excluded(label: Gate.shown(value.text), term: term)
    }
  }

  // MARK: - What a row says

  /// What the row is called.
  func label(_ row: Row) -> ShownText {
    switch row {
    case .field(let name, _): Gate.shown(name)
    case .value(let index): value(index).map { FacetWords.label($0.text, of: subject) } ?? ""
    case .excluded(let label, _): label
    case .unknown: "not said"
    }
  }

  /// How many cases it stands for; nothing for fields.
  func count(_ row: Row) -> Int? {
    switch row {
    case .field: nil
    case .value(let index): value(index)?.count
    case .excluded: 0
    case .unknown: answer?.rows.unknownCount
    }
  }

  /// The term that finds its cases, where one does.
  func term(_ row: Row) -> String? {
    switch row {
    case .field: nil
    case .value(let index): value(index)?.term
    case .excluded(_, let term): term
    case .unknown: subject?.missingTerm
    }
  }

  /// Whether the filter asks for it or leaves it out, in words.
  func mark(_ row: Row) -> ShownText? {
    guard let term = term(row) else { return nil }
    if onTerms.contains(term) { return "in filter" }
    return onTerms.contains(Query.negation(of: term)) ? "left out" : nil
  }

  private var subject: FacetSubject? { answer?.request.rows }

  private func value(_ index: Int) -> FacetValue? { answer?.rows.values[index] }
}

/// The fields and event types that can be counted.
enum FacetFields {
  /// Those that occur: what cases are asked for by, then what has most values; types by the years
  /// of their events.
  static func rows(_ schema: Schema) -> [FacetRows.Row] {
    let types = schema.types.values.filter { $0.eventCount > 0 }.map { type in
      (type.name, type.eventCount, "\(CountWords.events(type.eventCount)), by year" as ShownText)
    }
    let fields = schema.fields.values.filter { $0.valueCount > 0 && isCounted($0.name) }
      .map { field in
        (
          field.name, field.valueCount,
          "given \(ShownText.plural(field.valueCount, "time", "times"))" as ShownText
        )
      }
    return (fields.sorted(by: before) + types.sorted(by: before)).map { .field($0.0, note: $0.2) }
  }

  private static func before(
    _ left: (String, Int, ShownText), _ right: (String, Int, ShownText)
  ) -> Bool {
    let ranks = [left, right].map { asked.firstIndex(of: $0.0) ?? asked.count }
    if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
    return left.1 == right.1 ? left.0 < right.0 : left.1 > right.1
  }

  /// The fields that people count by, before those that only have many values.
  private static let asked = [
    "outcome", "status", "facility", "agency", "charge_status", "place", "jurisdiction",
    "citizenship", "age", "sex", "tags", "outcome_basis", "charge",
  ]

  /// Texts of their own in every case, and second names of a field, say nothing when counted.
  private static func isCounted(_ name: String) -> Bool {
    !["id", "title", "summary", "text"].contains(name) && !name.hasPrefix("subject.")
  }
}
