import CasebookCanvas
import CasebookCore
import CasebookText

/// The columns of the facets that fit a width.
struct FacetTable {
  private let rows: FacetRows
  private let table: TableColumns
  private let cells: [Cell]
  private let showsCounts: Bool
  private let glyphs: GlyphSet

  /// What stands in a column.
  private enum Cell {
    case label, note, count, share, bar
    /// A value of the second field, or what is not said of it.
    case crossed(FacetColumns.Column)
    /// The columns of the second field that are not in sight, added up.
    case hidden(CrossWindow)
  }

  init(_ rows: FacetRows, _ state: FacetState, columns: Int, _ glyphs: GlyphSet) {
    self.rows = rows
    self.glyphs = glyphs
    showsCounts = state.showsCounts
    guard let answer = rows.answer else {
      cells = [.label, .note]
      table = TableColumns(
        [
          TableColumn("Field", minimum: 12, ideal: rows.widestField),
          TableColumn("Occurs", minimum: 8, ideal: 24, priority: 1, grows: true),
        ], fitting: columns)
      return
    }
    if let found = answer.columns {
      let window = CrossWindow(found, from: state.column, label: answer.labelColumns, in: columns)
      cells =
        [.label] + (window.showsCases ? [.count] : []) + window.columns.map { .crossed($0) }
        + (window.hiddenCount > 0 ? [.hidden(window)] : [])
      table = window.table
      return
    }
    cells = [.label, .count, .share, .bar]
    // A value in the filter says so behind its name.
    let label = answer.labelColumns + Self.markColumns
    table = TableColumns(
      [
        TableColumn("Value", minimum: 12, ideal: max(28, label), grows: true),
        TableColumn("Cases", minimum: 6, ideal: 9, priority: 1, alignment: .right),
        TableColumn("Share", minimum: 5, ideal: 5, priority: 2, alignment: .right),
        TableColumn("", minimum: 4, ideal: 20, priority: 3),
      ], fitting: columns)
  }

  /// The cells of " (in filter)".
  private static let markColumns = 12

  /// "columns 1 to 5 of 13"; nil if all are in sight.
  var columnsInSight: ShownText? {
    for case .hidden(let window) in cells { return window.words }
    return nil
  }

  /// The heads of the columns.
  var header: StyledLine { table.header(ellipsis: glyphs.ellipsis) }

  /// A row in its columns.
  func line(_ row: FacetRows.Row) -> StyledLine {
    let line = table.line(ellipsis: glyphs.ellipsis) { cell($0, row) }
    return glyphs.isASCII ? Gate.ascii(line) : line
  }

  private func cell(_ column: Int, _ row: FacetRows.Row) -> StyledLine {
    let count = rows.count(row) ?? 0
    let total = rows.answer?.rows.caseCount ?? 0
    switch cells[column] {
    case .label: return label(row)
    case .note:
      guard case .field(_, let note) = row else { return StyledLine() }
      return StyledLine(note, .secondary)
    case .count: return StyledLine("\(grouped: count)")
    case .share: return StyledLine(FacetWords.share(count, of: total))
    case .bar:
      let share = Double(count) / Double(max(1, total))
      return StyledLine(
        glyphs.bar(share: share, columns: table.width(of: column) ?? 0),
        row == .unknown ? .unknown : .accent)
    case .crossed(let value):
      return part(rows.answer?.cross.map { value.count(in: row, $0) } ?? 0, of: count)
    case .hidden(let window):
      return part(rows.answer?.cross.map { window.hiddenSum(in: row, $0) } ?? 0, of: count)
    }
  }

  /// A number of cases, or its share of the row; blank for none.
  private func part(_ part: Int, of count: Int) -> StyledLine {
    guard part > 0 else { return StyledLine() }
    return StyledLine(showsCounts ? "\(grouped: part)" : FacetWords.share(part, of: count))
  }

  /// The label first, then whether the filter asks for it.
  private func label(_ row: FacetRows.Row) -> StyledLine {
    let role: StyleRole = row == .unknown ? .unknown : row == .total ? .heading : .normal
    guard let mark = rows.mark(row) else { return StyledLine(rows.label(row), role) }
    let width = table.placed.first?.columns ?? 0
    let room = max(4, width - mark.columns - 3)
    return StyledLine(rows.label(row), role).truncated(to: room, ellipsis: glyphs.ellipsis)
      + StyledLine(" (\(mark))", .accent)
  }
}

/// The columns of two crossed fields that are in sight: those from a column on that fit, then what
/// is not said. All others are added up in one column, so that each row adds up to its cases.
struct CrossWindow {
  /// The columns in sight.
  let columns: [FacetColumns.Column]
  /// How many columns are not in sight.
  let hiddenCount: Int
  /// Whether the number of cases of each row is in sight.
  let showsCases: Bool
  /// All columns in their places: the value, the cases, the columns in sight, those that are not.
  let table: TableColumns
  private let first: Int
  private let valueCount: Int

  /// A label is cut to N cells before a further column is left out.
  private static let widestLabel = 12
  private static let casesColumns = 6
  /// The fewest cells of a column: they hold a share of 100 % and 9,999 cases.
  private static let narrowest = 6
  private static let gap = TableColumns.gap

  /// Finds the columns that fit. From 20 cells on, a value is in sight, its name cut if it must be,
  /// and a wider table never shows fewer columns.
  ///
  /// - Parameters:
  ///   - all: The columns of the table.
  ///   - first: The column to begin with, from 0.
  ///   - label: The cells of the widest row label.
  ///   - width: The cells across of the table.
  init(_ all: FacetColumns, from first: Int, label: Int, in width: Int) {
    let value = Self.valueColumns(label, in: width)
    let (cases, unknown) = (Self.casesColumns + Self.gap, Self.cells(all.unknown) + Self.gap)
    let widths = all.values.map { Self.cells($0) + Self.gap }
    let hidden = Self.hiddenColumns(in: width)
    let fitsWhole = value + cases + unknown + widths.reduce(0, +) <= width
    let start = fitsWhole ? 0 : min(first, max(0, all.values.count - 1))
    // What is not said and the cases of the row are in sight if a value is in sight beside them.
    let least = all.values.isEmpty ? 0 : widths[start]
    var room = width - value - (fitsWhole ? 0 : hidden + Self.gap)
    showsCases = fitsWhole || room - cases >= least
    if showsCases { room -= cases }
    let showsUnknown = fitsWhole || room - unknown >= least
    if showsUnknown { room -= unknown }
    var end = start
    var firstCells = least - Self.gap
    if least > room, !all.values.isEmpty {
      firstCells = max(Self.narrowest, room - Self.gap)
      room = 0
      end += 1
    }
    while end < all.values.count, widths[end] <= room {
      room -= widths[end]
      end += 1
    }
    self.first = start
    valueCount = all.values.count
    columns = all.values[start..<end] + (showsUnknown ? [all.unknown] : [])
    hiddenCount = all.values.count + 1 - columns.count
    var placed = [TableColumn("Value", minimum: value, ideal: max(value, label))]
    if showsCases { placed.append(Self.placed("Cases", cells: Self.casesColumns, priority: 1)) }
    for (place, column) in columns.enumerated() {
      let isFirstValue = place == 0 && !column.isUnknown
      let cells = isFirstValue ? firstCells : Self.cells(column)
      placed.append(
        Self.placed(
          column.label, cells: cells, ideal: column.label.columns, priority: 3 + place))
    }
    if hiddenCount > 0 {
      placed.append(Self.placed("\(grouped: hiddenCount) more", cells: hidden, priority: 2))
    }
    table = TableColumns(placed, fitting: width)
  }

  /// The minimum width of the row labels: more in a wider table, but never so much more that a column
  /// fits no longer.
  private static func valueColumns(_ label: Int, in width: Int) -> Int {
    // In the narrowest tables, a value and the column of the others leave no more.
    if width < 30 { return max(4, min(8, width - 2 * (narrowest + gap))) }
    return max(min(12, width - 22), min(label, 12 + max(0, width - 50) / 4))
  }

  /// The cells of the column that adds up the others: "13 more" where there is room.
  private static func hiddenColumns(in width: Int) -> Int {
    max(narrowest, min(8, width - 18))
  }

  private static func cells(_ column: FacetColumns.Column) -> Int {
    max(narrowest, min(widestLabel, column.label.columns))
  }

  private static func placed(
    _ title: ShownText, cells: Int, ideal: Int = 0, priority: Int
  ) -> TableColumn {
    TableColumn(
      title, minimum: cells, ideal: max(cells, ideal), priority: priority, alignment: .right)
  }

  /// "columns 1 to 5 of 13".
  var words: ShownText {
    let last = first + columns.count { !$0.isUnknown }
    guard last > first else { return "no column of \(grouped: valueCount)" }
    return "columns \(grouped: first + 1) to \(grouped: last) of \(grouped: valueCount)"
  }

  /// The cells of a row that are not in sight, added up.
  func hiddenSum(in row: FacetRows.Row, _ cross: Cross) -> Int {
    let all: Int
    switch row {
    case .value(let index): all = cross.sum(ofRow: index)
    case .unknown: all = cross.sum(ofRow: nil)
    case .total: all = cross.sumOfTotals
    case .field: all = 0
    }
    return columns.reduce(all) { $0 - $1.count(in: row, cross) }
  }
}
