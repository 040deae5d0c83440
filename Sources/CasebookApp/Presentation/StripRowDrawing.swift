import CasebookCore
import CasebookText

/// Draws the marks of one row.
struct StripRowDrawing {
  let layout: StripLayout
  let signs: StripSigns
  let labels: StripLabels
  /// The event at hand.
  let cursor: Int?

  /// The row of marks, without the name of the lane.
  func line(_ marks: [StripMark]) -> StyledLine {
    var cells = StripCells(columns: layout.columns)
    for (index, mark) in marks.enumerated() where !mark.isOver {
      draw(mark, under: marks[(index + 1)...].prefix(while: \.isOver), into: &cells)
    }
    for mark in marks.filter(isAtHand) + marks.filter({ !isAtHand($0) }) {
      label(mark, into: &cells)
    }
    return cells.line
  }

  private func isAtHand(_ mark: StripMark) -> Bool {
    cursor.map(mark.events.contains) ?? false
  }

  private func event(_ mark: StripMark) -> Event? {
    guard let first = mark.events.first, labels.chronology.indices.contains(first) else {
      return nil
    }
    return labels.chronology[first]
  }

  private func category(_ mark: StripMark) -> EventCategory {
    event(mark).map { labels.vocabulary.type($0.type).category } ?? .context
  }

  private func role(_ mark: StripMark) -> StyleRole {
    if isAtHand(mark) { return .selected }
    return mark.isDisputed ? .warning : StripRowDrawing.role(category(mark))
  }

  private static func role(_ category: EventCategory) -> StyleRole {
    switch category {
    case .movement: .movement
    case .criminal: .criminal
    case .detainer: .detainer
    case .immigration: .immigration
    case .proceedings: .proceedings
    case .context: .context
    }
  }

  // MARK: - Marks

  /// Draws a mark and those over it.
  private func draw(
    _ mark: StripMark, under over: ArraySlice<StripMark>, into cells: inout StripCells
  ) {
    var base = drawing(mark, hidden: 0)
    for top in over {
      put(drawing(top, hidden: base.uncover(top.columns) > 0 ? 1 : 0), of: top, into: &cells)
    }
    put(base, of: mark, into: &cells)
  }

  private func drawing(_ mark: StripMark, hidden: Int) -> StripMarkDrawing {
    let basis = event(mark).map { EventBasis(of: $0) } ?? .recorded
    return StripMarkDrawing(
      mark, basis, category(mark), hidden: hidden, layout.axis, signs)
  }

  private func put(_ drawing: StripMarkDrawing, of mark: StripMark, into cells: inout StripCells) {
    var drawing = drawing
    if case .bar = mark.shape, let words = mark.events.first.map(labels.inside) {
      for word in words where drawing.place(word.text, isAtHand(mark) ? nil : word.role) { break }
    }
    for piece in drawing.pieces {
      cells.put(piece.text, piece.role ?? role(mark), at: piece.column)
    }
  }

  // MARK: - Labels

  /// Puts the name of a mark at its right, or at its left, where a blank is left at both ends.
  private func label(_ mark: StripMark, into cells: inout StripCells) {
    if case .bar = mark.shape, cells.hasWords(in: mark.columns) { return }
    guard mark.shape != .undated, !mark.isOver else { return }
    let name = labels.name(mark.events, atHand: cursor)
    // The lane says as much already.
    guard name != StripWords.name(category(mark)) else { return }
    let role: StyleRole = isAtHand(mark) ? .selected : .normal
    let right = cells.free(rightOf: mark.columns.upperBound)
    let left = cells.free(leftOf: mark.columns.lowerBound)
    let end = right.upperBound == layout.columns ? 0 : 1
    let start = left.lowerBound == 0 ? 0 : 1
    if name.columns <= right.count - 1 - end {
      cells.put(name, role, at: right.lowerBound + 1)
    } else if name.columns <= left.count - 1 - start {
      cells.put(name, role, at: left.upperBound - 1 - name.columns)
    }
  }
}
