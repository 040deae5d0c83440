import CasebookText

extension Canvas {
  /// Draws a line from left to right.
  public mutating func horizontalRule(row: Int, columns: Range<Int>, _ role: StyleRole = .rule) {
    for column in columns.clamped(to: 0..<size.columns) {
      putSign(glyphs.horizontal, role, at: Point(column: column, row: row))
    }
  }

  /// Draws a line from top to bottom that joins the horizontal lines it meets.
  ///
  /// A horizontal line that it crosses gets a crossing, one just above its start or just below its
  /// end a branch.
  public mutating func verticalRule(column: Int, rows: Range<Int>, _ role: StyleRole = .rule) {
    guard !rows.isEmpty else { return }
    for row in rows.clamped(to: 0..<size.rows) {
      let crosses = isHorizontal(column, row)
      let sign = crosses ? glyphs.cross : glyphs.vertical
      putSign(sign, role, at: Point(column: column, row: row))
    }
    branch(glyphs.teeDown, role, column, rows.lowerBound - 1)
    branch(glyphs.teeUp, role, column, rows.upperBound)
  }

  private mutating func branch(
    _ sign: ShownText, _ role: StyleRole, _ column: Int, _ row: Int
  ) {
    if isHorizontal(column, row) {
      putSign(sign, role, at: Point(column: column, row: row))
    } else if isBranch(column, row) {
      putSign(glyphs.cross, role, at: Point(column: column, row: row))
    }
  }

  private func isHorizontal(_ column: Int, _ row: Int) -> Bool {
    cell(column, row)?.text == glyphs.horizontal.string
  }

  private func isBranch(_ column: Int, _ row: Int) -> Bool {
    guard let text = cell(column, row)?.text else { return false }
    return text == glyphs.teeDown.string || text == glyphs.teeUp.string
  }

  private func cell(_ column: Int, _ row: Int) -> Cell? {
    guard bounds.contains(Point(column: column, row: row)) else { return nil }
    let cell = rows[row][column]
    return cell.role == .rule ? cell : nil
  }
}
