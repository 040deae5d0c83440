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
    for mark in marks { draw(mark, into: &cells) }
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

  private func draw(_ mark: StripMark, into cells: inout StripCells) {
    if case .bar(let bar) = mark.shape { return draw(bar, mark, into: &cells) }
    if mark.shape == .undated {
      let text = mark.events.count == 1 ? signs.unknown : signs.unknown + "\(mark.events.count)"
      let room = mark.columns.count - 1
      let sign = text.columns <= room ? text : mark.events.count == 1 ? signs.unknown : "+"
      return cells.put(sign, role(mark), at: mark.columns.lowerBound + 1)
    }
    let sign = centre(mark)
    let middle = mark.columns.lowerBound + (mark.columns.count - sign.columns) / 2
    for column in mark.columns where column < middle || column >= middle + sign.columns {
      cells.put(outside(mark, column), role(mark), at: column)
    }
    cells.put(sign, role(mark), at: middle)
  }

  /// The sign in the middle of a mark: of one event, or how many there are.
  private func centre(_ mark: StripMark) -> ShownText {
    if mark.events.count > 1 { return signs.count(mark.events.count, columns: mark.columns.count) }
    if mark.isDisputed { return signs.disputed }
    if mark.shape == .stretch, mark.columns.count == 1 { return signs.doubtful }
    return signs.point(event(mark).map { EventBasis(of: $0) } ?? .recorded, category(mark))
  }

  private func outside(_ mark: StripMark, _ column: Int) -> ShownText {
    if mark.isCutAtStart, column == mark.columns.lowerBound { return signs.earlier }
    if mark.isCutAtEnd, column == mark.columns.upperBound { return signs.later }
    return signs.possible
  }

  private func draw(_ bar: StripBar, _ mark: StripMark, into cells: inout StripCells) {
    let basis = event(mark).map { EventBasis(of: $0) } ?? .recorded
    var drawing = StripBarDrawing(bar, mark, basis, layout.axis, signs)
    if let words = mark.events.first.map(labels.inside) {
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
    guard mark.shape != .undated else { return }
    let name = labels.name(mark.events)
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
