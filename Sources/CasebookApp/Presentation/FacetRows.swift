import CasebookCore
import CasebookText

/// The rows of the facets: the values with their counts, what is not said, and for two fields the
/// totals; or the fields there are, while one is chosen.
struct FacetRows {
  /// One row.
  enum Row: Equatable {
    /// A field that can be counted, with what there is of it.
    case field(String, note: ShownText)
    /// A value, by its number among the values.
    case value(Int)
    /// The cases without a value.
    case unknown
    /// All cases that were counted. It stands below the others and cannot be gone to.
    case total
  }

  /// What a row is of, whatever its place.
  enum Key: Equatable, Sendable {
    /// A value as it is written, or the name of a field.
    case named(String)
    /// The cases without a value.
    case unknown
  }

  /// What was counted; nil while a field is chosen, and before anything is counted.
  let answer: FacetAnswer?
  /// How many rows there are.
  let count: Int
  private let order: [Int]
  private let fields: [Row]
  private let terms: FacetTerms?

  init(_ state: State, _ workspace: Workspace) {
    guard !state.facets.request.isEmpty else {
      answer = nil
      order = []
      terms = nil
      fields = workspace.facetFields(state.facets.sought)
      count = fields.count
      return
    }
    fields = []
    let counted = workspace.facets.flatMap { $0.text == state.facets.request ? $0 : nil }
    answer = counted
    order = workspace.facetOrder(state.facets.order)
    terms = counted.map { FacetTerms(state.filter.onTerms, of: $0.request.rows) }
    count = counted == nil ? 0 : order.count + 1
  }

  /// The row at a position; the cases without a value are the last.
  subscript(position: Int) -> Row {
    if !fields.isEmpty { return fields[position] }
    return position < order.count ? .value(order[position]) : .unknown
  }

  /// What a row is of.
  func key(_ row: Row) -> Key {
    switch row {
    case .field(let name, _): .named(name)
    case .value(let index): .named(value(index)?.text ?? "")
    case .unknown, .total: .unknown
    }
  }

  /// Where the row of a value or field stands now; nil if there is none.
  func position(of key: Key) -> Int? {
    (0..<count).first { self.key(self[$0]) == key }
  }

  /// The cells of the widest name of a field; 0 unless a field is being chosen.
  var widestField: Int { fields.map { label($0).columns }.max() ?? 0 }

  // MARK: - What a row says

  /// What the row is called.
  func label(_ row: Row) -> ShownText {
    switch row {
    case .field(let name, _): Gate.shown(name)
    case .value(let index): value(index).map { FacetWords.label($0.text, of: subject) } ?? ""
    case .unknown: "not said"
    case .total: "all"
    }
  }

  /// How many cases the row counts; nil for fields.
  func count(_ row: Row) -> Int? {
    switch row {
    case .field: nil
    case .value(let index): value(index)?.count
    case .unknown: answer?.rows.unknownCount
    case .total: answer?.rows.caseCount
    }
  }

  /// The term that finds its cases; nil if no term does.
  func term(_ row: Row) -> String? {
    switch row {
    case .field, .total: nil
    case .value(let index): value(index)?.term
    case .unknown: subject?.missingTerm
    }
  }

  /// Whether the filter asks for it or leaves it out, in words.
  func mark(_ row: Row) -> ShownText? {
    guard let terms, let term = term(row) else { return nil }
    if terms.chooses(term) { return "in filter" }
    return terms.leavesOut(term) ? "left out" : nil
  }

  private var subject: FacetSubject? { answer?.request.rows }

  private func value(_ index: Int) -> FacetValue? { answer?.rows.values[index] }
}

extension FacetRows.Row {
  /// Whether it is a field with a text in its name, small or capital, blanks for underscores.
  func isNamed(_ text: String) -> Bool {
    guard case .field(let name, _) = self else { return false }
    let words = { (text: String) in text.lowercased().replacing("_", with: " ") }
    return words(name).contains(words(text))
  }
}
