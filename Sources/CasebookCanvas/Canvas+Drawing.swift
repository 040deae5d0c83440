import CasebookText

extension Canvas {
  /// Draws a line of text, cut at the edges of the page.
  ///
  /// Cells that the line does not reach stay as they are. A wide character that is cut in half
  /// becomes ``GlyphSet/cut``. Layout, with an ellipsis, is the caller's.
  ///
  /// - Parameters:
  ///   - line: The text; what the gate escaped is drawn with ``StyleRole/escape``.
  ///   - point: Where it starts; a column left of the page hides its start.
  ///   - columns: The most cells to use.
  /// - Returns: The column after the last cell of the line, cut or not.
  @discardableResult
  public mutating func draw(_ line: StyledLine, at point: Point, columns: Int = .max) -> Int {
    let room = max(0, min(columns, size.columns - point.column))
    let limits = Rect(column: point.column, row: point.row, columns: room, rows: 1)
    return draw(line, at: point, clippedTo: limits)
  }

  /// Draws a text of one meaning, cut at the edges of the page.
  @discardableResult
  public mutating func draw(
    _ text: ShownText, _ role: StyleRole = .normal, at point: Point, columns: Int = .max
  ) -> Int {
    draw(StyledLine(text, role), at: point, columns: columns)
  }

  /// Draws a line of text, cut at the edges of a rectangle and of the page.
  @discardableResult
  public mutating func draw(_ line: StyledLine, at point: Point, clippedTo limits: Rect) -> Int {
    let limits = limits.intersection(bounds)
    let line = (glyphs.isASCII ? Gate.ascii(line) : line).markingEscapes()
    var column = point.column
    for span in line.spans {
      for character in span.text.string {
        if let plain = DrawnCluster.plain(character) {
          let place = Point(column: column, row: point.row)
          put(Cell(plain, span.role), at: place, clippedTo: limits)
          column += 1
        } else {
          for cluster in DrawnCluster.clusters(of: character) {
            let place = Point(column: column, row: point.row)
            put(Cell(cluster, span.role), at: place, clippedTo: limits)
            column += cluster.columns
          }
        }
        if column >= limits.right { return column }
      }
    }
    return column
  }

  /// Draws lines below one another in a rectangle, as many as it has rows.
  public mutating func draw(_ lines: some Sequence<StyledLine>, in rect: Rect) {
    for (row, line) in zip(rect.top..<rect.bottom, lines) {
      draw(line, at: Point(column: rect.left, row: row), clippedTo: rect)
    }
  }

  /// Fills a rectangle with blanks of one meaning.
  public mutating func fill(_ rect: Rect, _ role: StyleRole = .normal) {
    let rect = rect.intersection(bounds)
    for row in rect.top..<rect.bottom {
      for column in rect.left..<rect.right {
        put(.blank(role), at: Point(column: column, row: row))
      }
    }
  }

  /// Gives all cells of a rectangle the look of the focused row, or of the row that would be.
  ///
  /// Text stays, so that a category still shows by its glyph and word. Hits of the search in the
  /// focused row become ``StyleRole/selectedMatch``, elsewhere they keep their look.
  public mutating func select(_ rect: Rect, _ role: StyleRole = .selected) {
    let rect = rect.intersection(bounds)
    for row in rect.top..<rect.bottom {
      for column in rect.left..<rect.right {
        let isMatch = [.match, .selectedMatch].contains(rows[row][column].role)
        let matchRole: StyleRole = role == .selected ? .selectedMatch : .match
        rows[row][column].role = isMatch ? matchRole : role
      }
    }
  }

  /// Puts a cell, or a sign where it is cut in half.
  private mutating func put(_ cell: Cell, at point: Point, clippedTo limits: Rect) {
    let rest = Point(column: point.column + cell.columns - 1, row: point.row)
    switch (limits.contains(point), limits.contains(rest)) {
    case (true, true): put(cell, at: point)
    case (true, false): putSign(glyphs.cut, cell.role, at: point)
    case (false, true): putSign(glyphs.cut, cell.role, at: rest)
    case (false, false): break
    }
  }

  /// Puts a sign of one cell.
  mutating func putSign(_ sign: ShownText, _ role: StyleRole, at point: Point) {
    guard let cluster = sign.string.first.flatMap({ DrawnCluster.clusters(of: $0).first }) else {
      return
    }
    put(Cell(cluster, role), at: point)
  }
}
