import CasebookText

/// Cells in columns: labels to the left, numbers to the right.
enum TextTable {
  /// A line a row, two blanks between columns. The rows have as many cells each, the heading first;
  /// the first columns are `labels`, the others numbers.
  static func lines(_ rows: [[ShownText]], labels: Int) -> [ShownText] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      var line = ShownText.empty
      for column in row.indices {
        if column > 0 { line += "  " }
        let isLast = column == row.count - 1
        if column < labels {
          line += isLast ? row[column] : row[column].padded(to: widths[column])
        } else {
          line += row[column].padded(to: widths[column], .right)
        }
      }
      return line
    }
  }
}
