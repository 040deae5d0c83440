extension Size {
  /// No cells.
  public static let zero = Size(columns: 0, rows: 0)

  /// Whether there is no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
}

extension Point {
  /// The top left.
  public static let zero = Point(column: 0, row: 0)

  /// A place further right and down.
  public func moved(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column + columns, row: row + rows)
  }
}

extension Rect {
  /// A rectangle of a size at the top left.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column.
  public var left: Int { origin.column }
  /// The column after the last.
  public var right: Int { origin.column + size.columns }
  /// The first row.
  public var top: Int { origin.row }
  /// The row after the last.
  public var bottom: Int { origin.row + size.rows }
  /// Cells across.
  public var columns: Int { size.columns }
  /// Cells down.
  public var rows: Int { size.rows }
  /// Whether there is no cell.
  public var isEmpty: Bool { size.isEmpty }

  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    (left..<right).contains(point.column) && (top..<bottom).contains(point.row)
  }

  /// What two rectangles share; empty where they share nothing.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(left, other.left)
    let top = max(top, other.top)
    return Rect(
      column: left, row: top, columns: min(right, other.right) - left,
      rows: min(bottom, other.bottom) - top)
  }

  /// The rectangle without cells at its edges.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: self.left + left, row: self.top + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }

  /// The rectangle in a left part of some columns and the rest, never wider than it is.
  public func split(left columns: Int) -> (left: Rect, right: Rect) {
    let cut = max(0, min(columns, self.columns))
    return (inset(right: self.columns - cut), inset(left: cut))
  }

  /// The rectangle in an upper part of some rows and the rest, never higher than it is.
  public func split(top rows: Int) -> (top: Rect, bottom: Rect) {
    let cut = max(0, min(rows, self.rows))
    return (inset(bottom: self.rows - cut), inset(top: cut))
  }

  /// One row of the rectangle, counted from 0; empty where there is none.
  public func row(_ index: Int) -> Rect {
    let exists = (0..<rows).contains(index)
    return Rect(column: left, row: top + index, columns: columns, rows: exists ? 1 : 0)
  }
}
