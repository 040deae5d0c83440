import CTerminal
import CasebookCanvas

/// What stands on the screen.
struct Frame {
  var rows: [[TerminalCell]] = []
  var cursor: Point?
  var showsCursor = true
  var styles: [TerminalStyle: UInt16] = [:]
}

extension Terminal {
  /// Shows rows of cells and leaves the cursor at a place: the changed rows are sent, and nothing
  /// at all when nothing changed. Missing rows and cells are blank.
  ///
  /// A hidden cursor is placed as well, for it is what a screen reader follows.
  package func present(rows: [[TerminalCell]], cursor: Point, showsCursor: Bool) {
    guard isOpen, !isGone else { return }
    var changed = frame.cursor != cursor || frame.showsCursor != showsCursor
    for row in 0..<size.rows {
      let new = row < rows.count ? rows[row] : []
      if row < frame.rows.count, frame.rows[row] == new { continue }
      changed = true
      put(new, old: row < frame.rows.count ? frame.rows[row] : [], row: row)
    }
    guard changed else { return }
    frame.rows = Array(rows.prefix(size.rows))
    while frame.rows.count < size.rows { frame.rows.append([]) }
    frame.cursor = cursor
    frame.showsCursor = showsCursor
    ct_show(screen, Int32(max(0, cursor.column)), Int32(max(0, cursor.row)), showsCursor)
  }

  /// Makes the next picture be sent whole.
  package func redraw() {
    guard isOpen else { return }
    forgetFrame()
    ct_repaint(screen)
  }

  func forgetFrame() {
    frame.rows = []
    frame.cursor = nil
  }

  /// Draws a row; one with more than ASCII is sent whole, lest a character the terminal takes for
  /// wider or narrower than we do leave something behind.
  private func put(_ cells: [TerminalCell], old: [TerminalCell], row: Int) {
    let whole = cells.contains(where: isUnsure) || old.contains(where: isUnsure)
    let made = cells.map { ct_cell($0, style: number(of: $0.style)) }
    ct_put_row(screen, Int32(row), made, Int32(made.count), whole)
  }

  private func isUnsure(_ cell: TerminalCell) -> Bool {
    !cell.character.isASCII
  }

  private func number(of style: TerminalStyle) -> UInt16 {
    if let known = frame.styles[style] { return known }
    guard let number = UInt16(exactly: frame.styles.count) else { return 0 }
    frame.styles[style] = number
    let reduced = Palette.reduced(style, colours: capabilities.colours)
    ct_set_style(
      screen, number, reduced.foreground.map(Int32.init) ?? -1,
      reduced.background.map(Int32.init) ?? -1, reduced.attributes)
    return number
  }
}

extension TerminalStyle {
  /// The attributes as bits.
  fileprivate var attributes: Int32 {
    (bold ? Int32(ct_bold.rawValue) : 0) | (italic ? Int32(ct_italic.rawValue) : 0)
      | (underline ? Int32(ct_underline.rawValue) : 0)
      | (reverse ? Int32(ct_reverse.rawValue) : 0)
  }
}

extension ct_cell {
  fileprivate init(_ cell: TerminalCell, style: UInt16) {
    self.init()
    self.style = style
    width = UInt8(clamping: cell.width)
    let most = Int(ct_most_scalars.rawValue)
    withUnsafeMutableBytes(of: &scalars) { bytes in
      let scalars = bytes.bindMemory(to: UInt32.self)
      for scalar in cell.character.unicodeScalars.prefix(most) {
        scalars[Int(count)] = scalar.value
        count += 1
      }
    }
  }
}
