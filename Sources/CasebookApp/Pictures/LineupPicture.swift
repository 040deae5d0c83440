import CasebookCore
import CasebookText

/// A lined-up list as a picture for print: the counts above one axis, a row for each case, the
/// signs with what they mean, and what was counted.
package struct LineupPicture {
  /// What is drawn.
  package struct Content {
    /// The cases in the order of the list, by row of the library.
    package var rows: [UInt32]
    /// What was found about all listed cases.
    package var findings: LineupFindings
    /// The library, with its titles.
    package var library: Library
    /// What was counted: the library and the filter.
    package var source: ShownText

    /// Makes the content of a picture.
    package init(
      rows: [UInt32], findings: LineupFindings, library: Library, source: ShownText
    ) {
      self.rows = rows
      self.findings = findings
      self.library = library
      self.source = source
    }
  }

  private let content: Content
  private let axis: LineupAxis
  private let titles: [ShownText]
  private var picture: SVGWriter
  private var y = 40.0
  /// The types that rows show, in the order of the vocabulary.
  private var types: [EventType] = []

  /// The width of the picture.
  package static let width = 1_000
  private static let margin = 24.0
  private static let left = 300.0
  private static let columns = 130
  private static let column = (Double(width) - left - margin) / Double(columns)
  private static let rowHeight = 22.0
  private static let bandHeight = 26.0
  private static let bands = 6
  private static let textColumns = 126

  /// Draws the cases; nothing where none of their events has a day.
  package static func svg(_ content: Content, titles: [ShownText]) -> [UInt8]? {
    guard let extent = content.findings.summary.extent else { return nil }
    let axis = LineupAxis(extent, columns: columns, origin: content.findings.origin)
    var drawing = LineupPicture(content, axis, titles)
    drawing.drawTitle()
    drawing.drawBands()
    drawing.drawAxis()
    drawing.drawRows()
    drawing.drawLegend()
    return drawing.picture.finished(height: Int(drawing.y + margin))
  }

  private init(_ content: Content, _ axis: LineupAxis, _ titles: [ShownText]) {
    self.content = content
    self.axis = axis
    self.titles = titles
    let vocabulary = content.library.vocabulary
    let count = content.findings.summary.caseCount
    var words = content.findings.summary.kinds.map {
      LineupWords.sentence($0, of: count, vocabulary, besides: content.findings.origin.anchor)
    }
    if let anchor = content.findings.origin.anchor {
      words += zip(titles, content.rows).compactMap { title, row in
        CaseOffsets(ofRow: Int(row), in: content.library, from: anchor).map {
          "\(title): \(LineupWords.offsets($0, vocabulary).joined(separator: "; "))."
        }
      }
    }
    picture = SVGWriter(width: Self.width, title: Self.caption(content), description: words)
  }

  private static func caption(_ content: Content) -> ShownText {
    LineupWords.caption(
      content.findings, count: content.findings.summary.caseCount,
      of: content.library.caseCount, content.library.vocabulary)
  }

  /// The left side of a column of the timelines.
  private func x(_ column: Int) -> Double { Self.left + Double(column) * Self.column }

  // MARK: - Above the rows

  private mutating func drawTitle() {
    for line in Self.caption(content).wrapped(to: 78) {
      picture.text(line, at: PicturePoint(Self.margin, y), .title)
      y += 26
    }
    picture.text(content.source, at: PicturePoint(Self.margin, y - 2), .subtitle)
    y += 26
  }

  /// For each of the most frequent types, how many cases have it in each column.
  private mutating func drawBands() {
    let findings = content.findings
    let band = SummaryBand(findings.summary, on: axis)
    for kind in findings.summary.kinds.prefix(Self.bands) {
      guard let counts = band.counts(of: kind.type), let greatest = counts.max() else { continue }
      let type = content.library.vocabulary.type(kind.type)
      let words = LineupWords.kind(
        kind, of: findings.summary.caseCount, content.library.vocabulary)
      let base = y + Self.bandHeight - 6
      picture.text(words, at: PicturePoint(Self.margin, base), .label)
      for (column, count) in counts.enumerated() where count > 0 {
        let height = max(1.5, Double(count) / Double(greatest) * (Self.bandHeight - 8))
        picture.rectangle(
          PictureRect(x(column), base - height, Self.column, height), PictureRole(type.category))
      }
      y += Self.bandHeight
    }
  }

  private mutating func drawAxis() {
    y += 14
    var taken: ClosedRange<Double>?
    if let anchor = content.findings.origin.anchor, let column = axis.anchorColumn {
      let name = PathwayWords.spoken(anchor.type, content.library.vocabulary)
      let width = PictureRole.width(name, .heading)
      let start = min(x(column), Double(Self.width) - Self.margin - width)
      picture.text(name, at: PicturePoint(start, y), .heading)
      taken = (start - 6)...(start + width + 6)
    }
    for tick in axis.ticks {
      let text = Gate.shown(tick.text)
      let start = x(tick.column)
      let isFree = taken.map { !$0.overlaps(start...(start + PictureRole.width(text, .label))) }
      if isFree ?? true { picture.text(text, at: PicturePoint(start, y), .label) }
    }
    y += 8
    picture.line(
      from: PicturePoint(x(0), y), to: PicturePoint(x(Self.columns), y), .rule)
    for tick in axis.ticks where !tick.isFold {
      picture.line(
        from: PicturePoint(x(tick.column), y), to: PicturePoint(x(tick.column), y + 5), .rule)
    }
    for column in axis.breaks {
      picture.line(
        from: PicturePoint(x(column) - 2, y + 6), to: PicturePoint(x(column) + 2, y - 6), .rule)
    }
    y += 20
  }

  // MARK: - Rows

  private mutating func drawRows() {
    let top = y - 14
    for (title, row) in zip(titles, content.rows) {
      let marks = LineupRow(
        ofRow: Int(row), in: content.library, origin: content.findings.origin, on: axis)
      picture.text(
        title.truncated(to: 37, ellipsis: "…"), at: PicturePoint(Self.margin, y), .label)
      draw(marks)
      y += Self.rowHeight
    }
    if let column = axis.anchorColumn {
      let middle = x(column) + Self.column / 2
      picture.line(from: PicturePoint(middle, top), to: PicturePoint(middle, y - 10), .rule)
    }
    let left = content.findings.summary.caseCount - content.rows.count
    if left > 0 {
      picture.text("\(grouped: left) more", at: PicturePoint(Self.margin, y), .label)
      y += Self.rowHeight
    }
  }

  /// A sign of one event or more, with its place.
  private struct Sign {
    var x: Double
    var types: [EventType]
  }

  /// Draws what lasts or may be on several days, then the signs over it; signs that would touch are
  /// one with their number.
  private mutating func draw(_ row: LineupRow) {
    var signs: [Sign] = []
    for mark in row.marks {
      let kinds = mark.events.map { content.library.vocabulary.type(row.types[$0]) }
      for kind in kinds where !types.contains(kind) { types.append(kind) }
      if mark.columns.count > 1, let kind = kinds.first { drawLength(of: mark, kind) }
      var isBar = false
      if case .bar = mark.shape, mark.columns.count > 1 { isBar = true }
      let (from, to) = (x(mark.columns.lowerBound), x(mark.columns.upperBound + 1))
      signs.append(Sign(x: isBar ? from + Self.column / 2 : (from + to) / 2, types: kinds))
    }
    var joined: [Sign] = []
    for sign in signs.sorted(by: { $0.x < $1.x }) {
      if let last = joined.last, sign.x - last.x < Self.apart {
        joined[joined.count - 1].types += sign.types
      } else {
        joined.append(sign)
      }
    }
    for sign in joined { draw(sign) }
  }

  /// Signs that lie nearer are joined.
  private static let apart = 12.0

  private mutating func drawLength(of mark: StripMark, _ type: EventType) {
    let (from, to) = (x(mark.columns.lowerBound), x(mark.columns.upperBound + 1))
    let middle = y - 4
    let role = PictureRole(type.category)
    picture.line(from: PicturePoint(from, middle), to: PicturePoint(to, middle), .possible)
    guard case .bar(let bar) = mark.shape else { return }
    if let sure = bar.sure {
      let (start, end) = (x(sure.lowerBound), x(sure.upperBound + 1))
      picture.rectangle(PictureRect(start, middle - 3, end - start, 6), role)
    }
    guard bar.end == .open || bar.end == .cut else { return }
    picture.polygon(
      [
        PicturePoint(to, middle - 6), PicturePoint(to + 7, middle), PicturePoint(to, middle + 6),
      ], role)
  }

  private mutating func draw(_ sign: Sign) {
    guard let type = sign.types.first else { return }
    let names = sign.types.map { Gate.shown($0.label) }.joined(separator: ", ")
    let text = sign.types.count > 1 ? "\(sign.types.count)" : Self.letter(type)
    picture.group(names) { [y] picture in
      Self.sign(text, at: PicturePoint(sign.x, y - 4), PictureRole(type.category), &picture)
    }
  }

  /// A letter or a count on a disc.
  private static func sign(
    _ text: ShownText, at point: PicturePoint, _ role: PictureRole, _ picture: inout SVGWriter
  ) {
    picture.circle(at: point, radius: 6.5, role)
    picture.text(text, at: PicturePoint(point.x, point.y + 4), .inverse, anchor: .middle)
  }

  private static func letter(_ type: EventType) -> ShownText { Gate.shown(String(type.letter)) }

  // MARK: - Signs

  private mutating func drawLegend() {
    y += 12
    picture.text("Signs", at: PicturePoint(Self.margin, y), .heading)
    y += 24
    let order = content.library.vocabulary.types
    let known = order.filter(types.contains) + types.filter { !order.contains($0) }
    var left = Self.margin
    for type in known {
      let label = Gate.shown(type.label)
      let width = 34 + PictureRole.width(label)
      if left + width > Double(Self.width) - Self.margin {
        left = Self.margin
        y += 24
      }
      Self.sign(
        Self.letter(type), at: PicturePoint(left + 8, y - 4), PictureRole(type.category), &picture)
      picture.text(label, at: PicturePoint(left + 20, y), .text)
      left += width
    }
    y += 26
    let notes: [ShownText] = [
      "A bar lasts, an arrow goes on, a dotted line may be on any of its days, a number counts the "
        + "events at one place.",
      "Above the axis, the height says how many cases have such an event there, by its first "
        + "possible day; the column with most is the tallest of its line.",
      "Left and right of a slash the axis is pressed together, so that every event has a place.",
    ]
    for line in notes.flatMap({ $0.wrapped(to: Self.textColumns) }) {
      picture.text(line, at: PicturePoint(Self.margin, y), .text)
      y += PictureRole.lineHeight
    }
  }
}
