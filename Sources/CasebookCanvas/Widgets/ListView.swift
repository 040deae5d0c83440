import CasebookText

/// A list of rows of which one is selected, scrolled so that it is seen.
public struct ListView: Sendable, Hashable {
  /// How many rows there are.
  public var count: Int
  /// The selected row, from 0.
  public var selection: Int?
  /// The first row that is shown, from 0; drawing moves it only to keep the selection in sight.
  public var offset: Int
  /// What stands above the rows and does not scroll.
  public var header: StyledLine?
  /// Whether keys go to this list: its selection is drawn stronger and the cursor stands on it.
  public var isFocused: Bool
  /// Whether the selection has a look; not for screen readers, which follow the cursor.
  public var showsSelection: Bool

  /// Makes a list.
  public init(
    count: Int, selection: Int? = nil, offset: Int = 0, header: StyledLine? = nil,
    isFocused: Bool = true, showsSelection: Bool = true
  ) {
    self.count = max(0, count)
    self.selection = selection
    self.offset = offset
    self.header = header
    self.isFocused = isFocused
    self.showsSelection = showsSelection
  }

  /// The rows that a number of screen rows, without the header, shows; the selected one is among
  /// them.
  public func visible(height: Int) -> Range<Int> {
    guard height > 0, count > 0 else { return 0..<0 }
    var first = max(0, min(offset, count - height))
    if let selection, (0..<count).contains(selection) {
      first = max(min(first, selection), selection - height + 1)
    }
    return first..<min(count, first + height)
  }

  /// How many screen rows of a rectangle are left for rows.
  public func height(in rect: Rect) -> Int {
    max(0, rect.rows - (header == nil ? 0 : 1))
  }

  /// Draws the rows that are seen, and asks only for their text; cells without a row are blanked.
  ///
  /// The terminal's cursor is put on the first cell of the selected row of a focused list.
  public func draw(in rect: Rect, of canvas: inout Canvas, row: (Int) -> StyledLine) {
    canvas.fill(rect)
    let parts = rect.split(top: rect.rows - height(in: rect))
    if let header { canvas.draw([header], in: parts.top) }
    let seen = visible(height: parts.bottom.rows)
    for (place, index) in seen.enumerated() {
      let area = parts.bottom.row(place)
      canvas.draw(row(index), at: area.origin, clippedTo: area)
      guard index == selection else { continue }
      if showsSelection { canvas.select(area, isFocused ? .selected : .selectedInactive) }
      if isFocused, !area.intersection(canvas.bounds).isEmpty { canvas.cursor = area.origin }
    }
  }
}
