import CasebookCore
import CasebookText

/// Draws one row of a lane: its marks, and beside each the numbers of its events with their names
/// where there is room.
struct StripPictureRow {
  let marks: [StripMark]
  let category: EventCategory
  let layout: StripLayout
  let labels: StripLabels
  /// The left side of the first column.
  let left: Double
  /// The height of the middle of the row.
  let middle: Double

  private static let column = StripPicture.column

  /// What is taken beside the marks of the row, above them and below them.
  private struct Taken {
    var beside: [ClosedRange<Double>]
    var above: [ClosedRange<Double>] = []
    var below: [ClosedRange<Double>] = []
  }

  func draw(into picture: inout SVGWriter) {
    var taken = Taken(beside: marks.map(extent))
    for mark in marks {
      picture.group(names(mark)) { picture in
        draw(mark, into: &picture)
        label(mark, &taken, into: &picture)
      }
    }
  }

  private func names(_ mark: StripMark) -> ShownText {
    mark.events.filter(labels.chronology.indices.contains).map { event in
      "\(event + 1) \(labels.name([event], atHand: nil))" as ShownText
    }.joined(separator: ", ")
  }

  private func x(_ column: Int) -> Double { left + Double(column) * Self.column }

  /// What a mark covers, with the radius of its signs.
  private func extent(_ mark: StripMark) -> ClosedRange<Double> {
    x(mark.columns.lowerBound) - 4...x(mark.columns.upperBound + 1) + 4
  }

  private func center(_ mark: StripMark) -> PicturePoint {
    PicturePoint((x(mark.columns.lowerBound) + x(mark.columns.upperBound + 1)) / 2, middle)
  }

  private func basis(_ mark: StripMark) -> EventBasis {
    mark.events.first.flatMap { event in
      labels.chronology.indices.contains(event) ? EventBasis(of: labels.chronology[event]) : nil
    } ?? .recorded
  }

  private var role: PictureRole { PictureRole(category) }

  // MARK: - Marks

  private func draw(_ mark: StripMark, into picture: inout SVGWriter) {
    switch mark.shape {
    case .bar(let bar) where mark.events.count == 1: draw(bar, mark, into: &picture)
    case .undated: StripPictureSign.unknown.draw(at: center(mark), into: &picture)
    case .point, .stretch, .crowd, .bar:
      if mark.columns.count > 1 {
        line(mark.columns.lowerBound, mark.columns.upperBound, into: &picture)
      }
      drawSign(mark, into: &picture)
    }
    if mark.isCutAtStart { arrow(x(mark.columns.lowerBound), isLater: false, into: &picture) }
    if mark.isCutAtEnd { arrow(x(mark.columns.upperBound + 1), isLater: true, into: &picture) }
  }

  private func drawSign(_ mark: StripMark, into picture: inout SVGWriter) {
    let center = center(mark)
    guard mark.events.count > 1 else {
      let sign: StripPictureSign = mark.isDisputed ? .disputed : StripPictureSign(basis(mark))
      return sign.draw(at: center, role, into: &picture)
    }
    picture.circle(at: center, radius: 9, role)
    picture.text(
      "\(mark.events.count)", at: PicturePoint(center.x, center.y + 4), .inverse, anchor: .middle)
  }

  private func draw(_ bar: StripBar, _ mark: StripMark, into picture: inout SVGWriter) {
    line(mark.columns.lowerBound, mark.columns.upperBound, into: &picture)
    let look: PictureRole =
      switch basis(mark) {
      case .recorded: role
      case .reported: .reported
      case .derived: .derived
      }
    if let sure = bar.sure {
      let (start, end) = (x(sure.lowerBound), x(sure.upperBound + 1))
      let shown = mark.isDisputed ? .reported : look
      picture.rectangle(PictureRect(start, middle - 6, end - start, 12), shown)
      word(mark, from: start, to: end, shown == role ? .inverse : .label, into: &picture)
    }
    let sides = [
      (bar.start, mark.columns.lowerBound, false), (bar.end, mark.columns.upperBound, true),
    ]
    for (edge, column, isLater) in sides {
      let side = x(isLater ? column + 1 : column)
      switch edge {
      case .open, .cut: arrow(side, isLater: isLater, into: &picture)
      case .unknown:
        picture.text(
          "?", at: PicturePoint(side + (isLater ? 6 : -6), middle + 4.5), .heading, anchor: .middle)
      case .exact:
        picture.line(
          from: PicturePoint(side, middle - 8), to: PicturePoint(side, middle + 8), .rule)
      case .partial: break
      }
    }
  }

  /// The outcome in the bar where it fits.
  private func word(
    _ mark: StripMark, from start: Double, to end: Double, _ role: PictureRole,
    into picture: inout SVGWriter
  ) {
    guard let event = mark.events.first, labels.chronology.indices.contains(event),
      labels.chronology[event].outcome != nil
    else { return }
    let word = labels.inside(event).first { PictureRole.width($0.text) + 8 < end - start }
    guard let word else { return }
    picture.text(
      word.text, at: PicturePoint((start + end) / 2, middle + 4), role, anchor: .middle)
  }

  private func line(_ first: Int, _ last: Int, into picture: inout SVGWriter) {
    picture.line(
      from: PicturePoint(x(first), middle), to: PicturePoint(x(last + 1), middle), .possible)
  }

  private func arrow(_ side: Double, isLater: Bool, into picture: inout SVGWriter) {
    let width = isLater ? 9.0 : -9.0
    picture.polygon(
      [
        PicturePoint(side, middle - 7), PicturePoint(side + width, middle),
        PicturePoint(side, middle + 7),
      ], role)
  }

  // MARK: - Labels

  /// Numbers and names at the right or the left of a mark, else the numbers alone above or below
  /// it; where all that is taken, the list of events tells them.
  private func label(_ mark: StripMark, _ taken: inout Taken, into picture: inout SVGWriter) {
    let numbers = numbers(mark)
    let name = labels.name(mark.events, atHand: nil)
    let own = extent(mark)
    for text in name.isEmpty ? [numbers] : ["\(numbers) \(name)", numbers] {
      let width = PictureRole.width(text, .label) + 4
      let right = own.upperBound...own.upperBound + width
      let left = own.lowerBound - width...own.lowerBound
      let others = taken.beside.filter { $0 != own }
      if right.upperBound <= x(layout.columns), isFree(right, others) {
        taken.beside.append(right)
        return picture.text(text, at: PicturePoint(right.lowerBound + 2, middle + 4), .label)
      }
      if left.lowerBound >= self.left, isFree(left, others) {
        taken.beside.append(left)
        return picture.text(
          text, at: PicturePoint(left.upperBound - 2, middle + 4), .label, anchor: .end)
      }
    }
    let half = PictureRole.width(numbers, .label) / 2 + 1
    let range = center(mark).x - half...center(mark).x + half
    if isFree(range, taken.above) {
      taken.above.append(range)
      picture.text(numbers, at: PicturePoint(center(mark).x, middle - 8), .label, anchor: .middle)
    } else if isFree(range, taken.below) {
      taken.below.append(range)
      picture.text(numbers, at: PicturePoint(center(mark).x, middle + 15), .label, anchor: .middle)
    }
  }

  /// "2", "2,3", or "2-9" where they are many.
  private func numbers(_ mark: StripMark) -> ShownText {
    let numbers = mark.events.map { $0 + 1 }
    guard numbers.count > 4, let first = numbers.first, let last = numbers.last else {
      return numbers.map { "\($0)" as ShownText }.joined(separator: ",")
    }
    return "\(first)-\(last)"
  }

  private func isFree(_ range: ClosedRange<Double>, _ taken: [ClosedRange<Double>]) -> Bool {
    !taken.contains { $0.lowerBound < range.upperBound && $0.upperBound > range.lowerBound }
  }
}
