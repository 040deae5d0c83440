import CasebookCanvas
import CasebookCore
import CasebookText

/// The columns of the list that fit a width, and what they show of a case.
package struct ListColumns: Sendable {
  private let columns: [CaseColumn]
  private let table: TableColumns

  /// Chooses the columns that fit a width.
  package init(_ columns: [ListColumn], fitting width: Int) {
    self.columns = columns.map(\.column)
    table = TableColumns(
      columns.enumerated().map { Self.column($1, at: $0) }, fitting: width)
  }

  private static func column(_ column: ListColumn, at index: Int) -> TableColumn {
    let head = ColumnWords.head(column.column)
    if let width = column.width {
      let isRight = column.column.kind == .interval
      return TableColumn(
        head, minimum: width, ideal: width, priority: index, alignment: isRight ? .right : .left)
    }
    switch (column.column.kind, column.column.name) {
    case (_, "title"):
      return TableColumn(head, minimum: 34, ideal: 56, priority: 0, grows: true)
    case (.date, _):
      return TableColumn(head, minimum: 11, ideal: max(11, head.columns), priority: 1)
    case (.interval, _):
      let least = ColumnWords.intervalColumns
      return TableColumn(head, minimum: least, ideal: least, priority: 2, alignment: .right)
    case (_, "outcome"): return TableColumn(head, minimum: 12, ideal: 21, priority: 3)
    case (_, "status"): return TableColumn(head, minimum: 14, ideal: 20, priority: 4)
    case (_, "place"): return TableColumn(head, minimum: 24, ideal: 26, priority: 5)
    default: return TableColumn(head, minimum: 10, ideal: 16, priority: 6)
    }
  }

  /// The heads of the columns.
  package func header(_ glyphs: GlyphSet) -> StyledLine {
    table.header(ellipsis: glyphs.ellipsis)
  }

  /// The row of a case; one that is marked says so at the end of its first column.
  package func line(
    _ loaded: LoadedCase, _ glyphs: GlyphSet, isMarked: Bool = false
  ) -> StyledLine {
    let first = table.placed.first
    return table.line(ellipsis: glyphs.ellipsis) { index in
      var line = ColumnWords.value(columns[index], loaded)
      if isMarked, let first, first.index == index {
        line = Self.marked(line, first.columns, glyphs)
      }
      return glyphs.isASCII ? Gate.ascii(line) : line
    }
  }

  /// A value with the word behind it, within some cells.
  private static func marked(_ value: StyledLine, _ cells: Int, _ glyphs: GlyphSet) -> StyledLine {
    let sign = StyledLine(" marked", .accent)
    return value.truncated(to: max(0, cells - sign.columns), ellipsis: glyphs.ellipsis) + sign
  }
}
