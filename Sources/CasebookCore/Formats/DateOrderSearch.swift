/// Finds out from a table whether its dates name the day or the month first.
struct DateOrderSearch {
  let text: UnsafeRawBufferPointer
  let header: TableHeader
  let binding: ProfileBinding
  let reader: TableReader

  /// How many rows show whether a column has dates whose order matters.
  static let sampledRows = 1_000

  /// What was found.
  struct Found {
    /// The order of each column that shows one.
    var orders: [Int: DateOrder] = [:]
    /// The columns that show none or both.
    var findings: [TableFinding] = []
    /// Whether all rows had to be looked at.
    var needsAllRows = false
  }

  /// Looks at the columns of dates.
  func find() -> Found {
    var found = Found()
    var open: [Int] = []
    for column in binding.dateColumns {
      if let order = declaredOrder(column) {
        found.orders[column] = order
      } else if binding.profile.dates.order == nil {
        open.append(column)
      }
    }
    let evidence = look(for: open)
    for (column, evidence) in zip(open, evidence) where evidence.isNeeded {
      found.orders[column] = evidence.order
      if evidence.order == nil { found.findings.append(refusal(of: column, evidence)) }
      found.needsAllRows = true
    }
    return found
  }

  private func declaredOrder(_ column: Int) -> DateOrder? {
    binding.profile.dates.columns.first {
      TableHeader.folded($0.key) == TableHeader.folded(header.names[column])
    }?.value
  }

  /// All rows are looked at as soon as the first of them show that the order matters.
  private func look(for columns: [Int]) -> [DateOrderEvidence] {
    var evidence = columns.map { _ in DateOrderEvidence() }
    guard !columns.isEmpty else { return evidence }
    let evaluator = RowEvaluator(text: text, binding: binding, fileStem: "")
    var reader = reader
    var state = RowValues()
    var rows = 0
    while reader.read(into: &state.row) {
      evaluator.reset()
      evaluator.evaluate(columns, of: &state)
      for (index, column) in columns.enumerated() where state.cells.indices.contains(column) {
        let cell = state.cells[column]
        if cell.hasText { evidence[index].note(evaluator.bytes(cell)) }
      }
      rows += 1
      if rows == Self.sampledRows, !evidence.contains(where: \.isNeeded) { break }
    }
    return evidence
  }

  private func refusal(of column: Int, _ evidence: DateOrderEvidence) -> TableFinding {
    let name = header.names[column]
    return TableFinding(
      evidence.isComplete ? .mixedDateOrder(column: name) : .undecidedDateOrder(column: name),
      at: header.position(ofColumn: column, in: text), row: header.row.number)
  }
}
