import CasebookCore

/// The rows of the library that are listed, in the order they are listed.
package struct Results: Sendable {
  private enum Rows: Sendable {
    case all(Int)
    case selected(Selection)
    case ordered([UInt32])
  }

  private let rows: Rows

  /// Lists every case in the order of the files.
  package init(allOf count: Int) {
    rows = .all(count)
  }

  /// Lists the selected cases in the order of the files.
  package init(_ selection: Selection) {
    rows = .selected(selection)
  }

  /// Lists some rows in their order.
  package init(rows: [UInt32]) {
    self.rows = .ordered(rows)
  }

  /// How many cases are listed.
  package var count: Int {
    switch rows {
    case .all(let count): count
    case .selected(let selection): selection.count
    case .ordered(let rows): rows.count
    }
  }

  /// The row at a position from 0, where there is one.
  ///
  /// - Complexity: O(log cases).
  package func row(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    switch rows {
    case .all: return position
    case .selected(let selection): return selection.row(at: position)
    case .ordered(let rows): return Int(rows[position])
    }
  }

  /// The position of a row, where it is listed.
  ///
  /// - Complexity: O(log cases); O(cases listed) where they are in an order of their own.
  package func position(ofRow row: Int) -> Int? {
    switch rows {
    case .all(let count): row < count ? row : nil
    case .selected(let selection): selection.contains(row) ? selection.rank(of: row) : nil
    case .ordered(let rows): rows.firstIndex(of: UInt32(row))
    }
  }
}
