/// The rows of the library that are listed, in the order they are listed.
package struct Results: Sendable, Equatable {
  private enum Rows: Sendable, Equatable {
    case all(Int)
    case some([UInt32])
  }

  private var rows: Rows

  /// Lists every case in the order of the files.
  package init(allOf count: Int) {
    rows = .all(count)
  }

  /// Lists some rows in their order.
  package init(rows: [UInt32]) {
    self.rows = .some(rows)
  }

  /// How many cases are listed.
  package var count: Int {
    switch rows {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  /// The row at a position from 0, where there is one.
  package func row(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    switch rows {
    case .all: return position
    case .some(let rows): return Int(rows[position])
    }
  }

  /// The position of a row, where it is listed.
  ///
  /// - Complexity: O(cases listed) where only some are.
  package func position(ofRow row: Int) -> Int? {
    switch rows {
    case .all(let count): row < count ? row : nil
    case .some(let rows): rows.firstIndex(of: UInt32(row))
    }
  }
}
