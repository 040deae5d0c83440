import CTerminal
import CasebookCanvas
import CasebookText

/// What stands on the screen.
struct Frame {
  var canvas: Canvas?
  var theme: Theme?
  /// Where the cursor is, shown or not.
  var cursor = Point(column: 0, row: 0)
}

extension Terminal {
  /// Shows a page, in a theme as this terminal can show it. Changed rows are sent, and no byte at
  /// all when nothing changed; the cursor comes last.
  ///
  /// A page of another size than the screen is cut, or filled with blanks.
  package func present(_ canvas: Canvas, theme: Theme) {
    guard isOpen, !isGone else { return }
    let isSameTheme = frame.theme == theme
    if isSameTheme, frame.canvas == canvas { return }
    if !isSameTheme { setStyles(theme.adapted(to: capabilities.colours)) }
    for row in changedRows(of: canvas, isSameTheme: isSameTheme) where row < size.rows {
      put(
        Self.row(row, of: canvas), old: frame.canvas.map { Self.row(row, of: $0) } ?? [], row: row,
        whole: canvas.sendsWholeRows)
    }
    frame.cursor = canvas.cursor ?? frame.cursor
    frame.canvas = canvas
    frame.theme = theme
    ct_show(
      screen, Int32(clamping: frame.cursor.column), Int32(clamping: frame.cursor.row),
      canvas.cursor != nil)
  }

  /// Makes the next page be sent whole.
  package func redraw() {
    guard isOpen else { return }
    forgetFrame()
    ct_repaint(screen)
  }

  func forgetFrame() {
    frame.canvas = nil
  }

  // MARK: - Rows

  private func changedRows(of canvas: Canvas, isSameTheme: Bool) -> [Int] {
    guard isSameTheme, let shown = frame.canvas, shown.size == canvas.size else {
      return Array(0..<size.rows)
    }
    return canvas.changedRows(since: shown)
  }

  private static func row(_ row: Int, of canvas: Canvas) -> [Cell] {
    canvas.rows.indices.contains(row) ? canvas.rows[row] : []
  }

  /// Draws a row; one with more than ASCII is sent whole, lest a character the terminal takes for
  /// wider or narrower than we do leave something behind.
  private func put(_ cells: [Cell], old: [Cell], row: Int, whole isWhole: Bool) {
    let isUnsure = { (cell: Cell) in cell.text.utf8.count > 1 }
    let whole = isWhole || cells.contains(where: isUnsure) || old.contains(where: isUnsure)
    // The second half of a wide character is drawn with the first.
    let drawn = cells.lazy.filter { $0.columns > 0 }.map { ct_cell($0) }
    let made = Array(drawn)
    ct_put_row(screen, Int32(row), made, Int32(made.count), whole)
  }

  // MARK: - Styles

  /// Every role has a number in C, its place among all.
  private func setStyles(_ theme: Theme) {
    for role in StyleRole.allCases {
      let style = theme[role]
      ct_set_style(
        screen, role.number, capabilities.index(of: style.foreground),
        capabilities.index(of: style.background), style.attributes)
    }
  }
}

extension StyleRole {
  private static let numbers = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt16($0)) })

  fileprivate var number: UInt16 { Self.numbers[self] ?? 0 }
}

extension Style {
  /// The attributes as bits.
  fileprivate var attributes: Int32 {
    Int32(
      (isBold ? ct_bold : 0) | (isUnderlined ? ct_underline : 0) | (isReversed ? ct_reverse : 0))
  }
}

extension ct_cell {
  fileprivate init(_ cell: Cell) {
    self.init()
    style = cell.role.number
    width = UInt8(clamping: cell.columns)
    withUnsafeMutableBytes(of: &scalars) { bytes in
      let room = bytes.bindMemory(to: UInt32.self)
      for (index, scalar) in cell.text.unicodeScalars.prefix(room.count).enumerated() {
        room[index] = scalar.value
        count = UInt8(index + 1)
      }
    }
  }
}
