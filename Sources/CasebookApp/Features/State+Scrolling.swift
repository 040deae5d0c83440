extension State {
  /// The first of some rows in sight, so that one of them is: moved as little as need be.
  ///
  /// In the layout for readers it moves by whole pages, so that most steps change nothing but the
  /// place of the cursor.
  func top(_ top: Int, holding line: Int, of count: Int, rows: Int) -> Int {
    let rows = max(1, rows)
    if look.isReader { return min(line / rows * rows, max(0, count - rows)) }
    var top = top
    if line < top { top = line }
    if line >= top + rows { top = line - rows + 1 }
    return min(max(0, top), max(0, count - rows))
  }
}
