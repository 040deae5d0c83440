import CasebookCore

/// The cases of an export, read from their sources one after the other, as often as asked for.
struct ExportedCases {
  private let rows: [Int]
  private let library: Library
  private let cells: SmallCells?

  init(_ rows: [Int], of library: Library, isShared: Bool) {
    self.rows = rows
    self.library = library
    guard isShared else {
      cells = nil
      return
    }
    var cells = SmallCells()
    var numbers: [String: Int] = [:]
    let reader = CaseReader()
    for isTogether in [false, true] {
      for (index, row) in rows.enumerated() {
        // A source that cannot be read is said when the case is to be written.
        guard case .success(let content) = reader.content(ofRow: row, in: library) else { continue }
        let number = numbers[content.id] ?? index
        numbers[content.id] = number
        let shared = SharedCase(content, number: index + 1)
        if isTogether {
          cells.countTogether(shared, as: number)
        } else {
          cells.count(shared, as: number)
        }
      }
    }
    self.cells = cells
  }

  /// Calls the body with each case and its row.
  ///
  /// - Returns: What was left out of all of them; `nil` if the cases are not shared.
  /// - Throws: A source that cannot be read any more, or what the body throws.
  @discardableResult
  func forEach(_ body: (Case, Int) throws -> Void) throws -> SharingCounts? {
    let reader = CaseReader()
    var counts = SharingCounts()
    for (index, row) in rows.enumerated() {
      let content = try reader.content(ofRow: row, in: library).get()
      if let cells {
        let shared = cells.suppressed(SharedCase(content, number: index + 1))
        counts += shared.counts
        try body(shared.content, row)
      } else {
        try body(content, row)
      }
    }
    return cells == nil ? nil : counts
  }
}
