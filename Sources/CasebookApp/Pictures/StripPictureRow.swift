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
        let isNamed = draw(mark, into: &picture)
        if !isNamed { label(mark, &taken, into: &picture) }
      }
    }
  }

  private func names(_ mark: StripMark) -> ShownText {
    mark.events.filter(labels.chronology.indices.contains).map { event in
      "\(event + 1) \(labels.name([event], atHand: nil))" as ShownText
    }.joined(separator: ", ")
  }

  private func x(_ column: Int) -> Double { left + Double(column) * Self.column }

  /// What a mark covers, with its signs.
  private func extent(_ mark: StripMark) -> ClosedRange<Double> {
    var sides = (before: 4.0, after: 4.0)
    if case .bar(let bar) = mark.shape {
      if bar.start == .unknown { sides.before = 12 }
      if bar.end == .unknown { sides.after = 12 }
    }
    let (start, end) = (x(mark.columns.lowerBound), x(mark.columns.upperBound + 1))
    let radius = mark.events.count > 1 ? Self.crowdRadius + 2 : 0
    let middle = center(mark).x
    return min(start - sides.before, middle - radius)...max(end + sides.after, middle + radius)
  }

  /// The radius of the sign of several events.
  private static let crowdRadius = 9.0
  /// How far an arrow points.
  private static let arrowLength = 9.0

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

  /// Draws a mark; whether its name stands in it.
  private func draw(_ mark: StripMark, into picture: inout SVGWriter) -> Bool {
    var isNamed = false
    switch mark.shape {
    case .bar(let bar) where mark.events.count == 1: isNamed = draw(bar, mark, into: &picture)
    case .undated: StripPictureSign.unknown.draw(at: center(mark), into: &picture)
    case .point, .stretch, .crowd, .bar:
      if mark.columns.count > 1 {
        line(mark.columns.lowerBound, mark.columns.upperBound, into: &picture)
      }
      drawSign(mark, into: &picture)
    }
    if mark.isCutAtStart { arrow(x(mark.columns.lowerBound), isLater: false, into: &picture) }
    if mark.isCutAtEnd { arrow(x(mark.columns.upperBound + 1), isLater: true, into: &picture) }
    return isNamed
  }

  private func drawSign(_ mark: StripMark, into picture: inout SVGWriter) {
    let center = center(mark)
    guard mark.events.count > 1 else {
      let sign: StripPictureSign = mark.isDisputed ? .disputed : StripPictureSign(basis(mark))
      return sign.draw(at: center, role, into: &picture)
    }
    picture.circle(at: center, radius: Self.crowdRadius, role)
    picture.text(
      "\(mark.events.count)", at: PicturePoint(center.x, center.y + 4), .inverse, anchor: .middle)
  }

  private func draw(
    _ bar: StripBar, _ mark: StripMark, into picture: inout SVGWriter
  ) -> Bool {
    var isNamed = false
    line(mark.columns.lowerBound, mark.columns.upperBound, into: &picture)
    let look: PictureRole =
      switch basis(mark) {
      case .recorded: role
      case .reported: .reported
      case .derived: .derived
      }
    if let sure = bar.sure {
      let start = x(sure.lowerBound) + (isArrow(bar.start) ? Self.arrowLength : 0)
      let end = x(sure.upperBound + 1) - (isArrow(bar.end) ? Self.arrowLength : 0)
      let shown = mark.isDisputed ? .reported : look
      picture.rectangle(PictureRect(start, middle - 6, end - start, 12), shown)
      isNamed = name(
        mark, from: start, to: end, shown == role ? .inverse : .label, into: &picture)
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
    return isNamed
  }

  private func isArrow(_ edge: StripEdge) -> Bool { edge == .open || edge == .cut }

  /// What fits in the bar: the outcome, else the number and the name, which then stand there alone.
  ///
  /// - Returns: Whether the number and the name stand in it.
  private func name(
    _ mark: StripMark, from start: Double, to end: Double, _ role: PictureRole,
    into picture: inout SVGWriter
  ) -> Bool {
    guard let event = mark.events.first, labels.chronology.indices.contains(event) else {
      return false
    }
    let hasOutcome = labels.chronology[event].outcome != nil
    let words =
      hasOutcome
      ? labels.inside(event).map(\.text) : [numbers(mark) + " " + labels.name([event], atHand: nil)]
    let word = words.first { PictureRole.width($0, role) + 8 < end - start }
    guard let word else { return false }
    picture.text(word, at: PicturePoint((start + end) / 2, middle + 4), role, anchor: .middle)
    return !hasOutcome
  }

  private func line(_ first: Int, _ last: Int, into picture: inout SVGWriter) {
    picture.line(
      from: PicturePoint(x(first), middle), to: PicturePoint(x(last + 1), middle), .possible)
  }

  /// An arrow that ends at a side.
  private func arrow(_ side: Double, isLater: Bool, into picture: inout SVGWriter) {
    let foot = isLater ? side - Self.arrowLength : side + Self.arrowLength
    picture.polygon(
      [
        PicturePoint(foot, middle - 7), PicturePoint(side, middle), PicturePoint(foot, middle + 7),
      ], role)
  }

  // MARK: - Labels

  /// Numbers and names at the right or the left of a mark, else the numbers alone above or below
  /// it; where all that is taken, the list of events tells them.
  private func label(_ mark: StripMark, _ taken: inout Taken, into picture: inout SVGWriter) {
    let numbers = numbers(mark)
    let names = [labels.name(mark.events, atHand: nil), labels.typeName(mark.events)]
    let own = extent(mark)
    for text in names.filter({ !$0.isEmpty }).map({ "\(numbers) \($0)" }) + [numbers] {
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
      picture.text(numbers, at: PicturePoint(center(mark).x, middle + 14), .label, anchor: .middle)
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
