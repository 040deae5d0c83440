import CasebookCore
import CasebookText

/// The timeline of one case as a picture for print: the strip with numbered events, its named
/// intervals, what each event says, the signs, and the sources.
package struct StripPicture {
  private let loaded: LoadedCase
  private let vocabulary: Vocabulary
  private let layout: StripLayout
  private let labels: StripLabels
  private var picture: SVGWriter
  private var y = 0.0

  /// The width of the picture.
  package static let width = 1_000
  private static let margin = 24.0
  private static let names = 96.0
  /// The columns of the strip, each as wide as a character of a tick may be.
  private static let columns = 124
  static let column = (Double(width) - 2 * margin - names) / Double(columns)
  /// The columns of text over the whole width.
  private static let textColumns = 138

  /// Draws a case; stretches without events are folded where that is asked.
  package static func svg(
    _ loaded: LoadedCase, vocabulary: Vocabulary, foldsGaps: Bool = true
  ) -> [UInt8] {
    var drawing = StripPicture(loaded, vocabulary, foldsGaps)
    drawing.draw()
    return drawing.picture.finished(height: Int(drawing.y.rounded(.up)))
  }

  private init(_ loaded: LoadedCase, _ vocabulary: Vocabulary, _ foldsGaps: Bool) {
    self.loaded = loaded
    self.vocabulary = vocabulary
    layout = StripLayout(
      StripEvent.events(loaded.chronology, vocabulary), columns: StripPicture.columns,
      folds: foldsGaps)
    labels = StripLabels(
      chronology: loaded.chronology, vocabulary: vocabulary, isASCII: false,
      sources: loaded.content.sourceTable)
    let title: ShownText = "Timeline of \(loaded.title)"
    picture = SVGWriter(
      width: StripPicture.width, title: title,
      description: SpokenTimeline.alternative(loaded, vocabulary))
  }

  private mutating func draw() {
    drawTitle()
    if !loaded.chronology.isEmpty {
      drawAxis()
      for lane in layout.lanes { draw(lane) }
      drawIntervals()
      drawEvents()
      drawLegend()
    }
    drawSources()
    y += StripPicture.margin
  }

  // MARK: - Title and axis

  private mutating func drawTitle() {
    y = 40
    for line in loaded.title.wrapped(to: 78) {
      picture.text(line, at: PicturePoint(Self.margin, y), .title)
      y += 26
    }
    let id = Gate.shown(loaded.id)
    let summary = SpokenTimeline.summary(loaded, SpokenManner(vocabulary))
    picture.text("Case \(id). \(summary)", at: PicturePoint(Self.margin, y - 2), .subtitle)
    y += 34
  }

  /// The left side of a column of the strip.
  private func x(_ column: Int) -> Double {
    Self.margin + Self.names + Double(column) * Self.column
  }

  private mutating func drawAxis() {
    for tick in layout.ticks {
      picture.text(Gate.shown(tick.text), at: PicturePoint(x(tick.column), y), .label)
    }
    let margin = layout.axis.margin
    if !margin.isEmpty {
      picture.text("no date", at: PicturePoint(x(margin.lowerBound), y), .label)
    }
    y += 8
    for part in layout.axis.segments {
      picture.line(
        from: PicturePoint(x(part.columns.lowerBound), y),
        to: PicturePoint(x(part.columns.upperBound), y), .rule)
    }
    for tick in layout.ticks where !tick.isFold {
      picture.line(
        from: PicturePoint(x(tick.column), y), to: PicturePoint(x(tick.column), y + 5), .rule)
    }
    for fold in layout.axis.folds {
      for side in [x(fold.columns.lowerBound), x(fold.columns.upperBound)] {
        picture.line(from: PicturePoint(side - 2, y + 5), to: PicturePoint(side + 2, y - 5), .rule)
      }
    }
    y += 10
  }

  // MARK: - Lanes

  private mutating func draw(_ lane: StripLane) {
    let rows = lane.rows.count
    let category = lane.categories.first ?? .context
    let name: ShownText = lane.categories.count == 1 ? StripWords.name(category) : "events"
    picture.text(name, at: PicturePoint(Self.margin, y + 22), .label)
    for marks in lane.rows {
      let drawer = StripPictureRow(
        marks: marks, category: category, layout: layout, labels: labels, left: x(0),
        middle: y + 18)
      drawer.draw(into: &picture)
      y += 34
    }
    if rows > 0 {
      picture.line(
        from: PicturePoint(Self.margin, y),
        to: PicturePoint(Double(Self.width) - Self.margin, y), .rule)
    }
  }

  // MARK: - Named intervals

  /// Each interval as a line from one event to the other, with its name and length.
  private mutating func drawIntervals() {
    let told = loaded.intervals.told
    guard !told.isEmpty else { return }
    y += 10
    for interval in told {
      let words = StripWords.named(interval, asOf: loaded.intervals.asOf)
      let start = columns(of: interval.from)?.lowerBound
      let end = interval.to.flatMap { columns(of: $0) }
      guard let start else { continue }
      let isStay = if case .stay = interval.name.measure { true } else { false }
      let last =
        end.map { isStay ? $0.upperBound : $0.lowerBound }
        ?? layout.axis.columns.upperBound - 1
      let (from, to) = (x(start) + Self.column / 2, x(max(start, last)) + Self.column / 2)
      let top = y
      picture.group(words) { picture in
        picture.line(from: PicturePoint(from, top + 8), to: PicturePoint(to, top + 8), .rule)
        for side in interval.to == nil ? [from] : [from, to] {
          picture.line(from: PicturePoint(side, top + 4), to: PicturePoint(side, top + 12), .rule)
        }
        Self.name(words, from, to, top, into: &picture)
      }
      y += 18
    }
  }

  /// The name of an interval at the right of its line, at the left, or on it.
  private static func name(
    _ words: ShownText, _ from: Double, _ to: Double, _ y: Double, into picture: inout SVGWriter
  ) {
    let width = PictureRole.width(words, .label)
    let edge = Double(Self.width) - margin
    if to + 8 + width < edge {
      picture.text(words, at: PicturePoint(to + 8, y + 12), .label)
    } else if from - 8 - width > margin {
      picture.text(words, at: PicturePoint(from - 8, y + 12), .label, anchor: .end)
    } else {
      let middle = min(max((from + to) / 2, margin + width / 2), edge - width / 2)
      picture.rectangle(PictureRect(middle - width / 2 - 6, y + 1, width + 12, 14), .blank)
      picture.text(words, at: PicturePoint(middle, y + 12), .label, anchor: .middle)
    }
  }

  /// The columns an event is drawn on by its own date.
  private func columns(of event: Int) -> ClosedRange<Int>? {
    layout.marks(of: event).first { !$0.mark.isDisputed && $0.mark.shape != .undated }?.mark.columns
  }

  // MARK: - Words

  private mutating func drawEvents() {
    heading("Events")
    for index in loaded.chronology.indices {
      let words = SpokenTimeline.sentence(index, loaded, SpokenManner(vocabulary))
      let sources = EventFacts(
        loaded.chronology[index], of: loaded.content, vocabulary: vocabulary, dates: .long)
      let ids = sources.event.allSources.map { Gate.shown($0.written) }.joined(separator: ", ")
      let from: ShownText = ids.isEmpty ? " No source given." : " Sources: \(ids)."
      picture.text(
        "\(index + 1)", at: PicturePoint(Self.margin + 16, y), .heading, anchor: .end)
      paragraph([words + from] + sources.disputes, indent: 26)
    }
  }

  private mutating func drawSources() {
    guard !loaded.content.sources.isEmpty else { return }
    heading("Sources")
    for source in loaded.content.sources {
      paragraph(["\(Gate.shown(source.id)): \(CaseFacts.words(source, dates: .long))."], indent: 0)
    }
  }

  private mutating func heading(_ text: ShownText) {
    y += 30
    picture.text(text, at: PicturePoint(Self.margin, y), .heading)
    y += 20
  }

  private mutating func paragraph(_ texts: [ShownText], indent: Double) {
    for text in texts {
      for line in text.wrapped(to: Self.textColumns) {
        picture.text(line, at: PicturePoint(Self.margin + indent, y), .text)
        y += PictureRole.lineHeight
      }
    }
    y += 3
  }

  // MARK: - Signs

  /// The signs that occur, each with what it means.
  private mutating func drawLegend() {
    heading("Signs")
    var left = Self.margin
    let marks = layout.lanes.flatMap(\.rows).flatMap { $0 }
    for sign in StripPictureSign.used(marks, loaded.chronology, layout) {
      let width = 44 + PictureRole.width(sign.words)
      if left + width > Double(Self.width) - Self.margin {
        left = Self.margin
        y += 24
      }
      sign.draw(at: PicturePoint(left + 16, y - 4), into: &picture)
      picture.text(sign.words, at: PicturePoint(left + 34, y), .text)
      left += width + 8
    }
    if loaded.chronology.contains(where: { $0.charge != nil }) {
      y += 24
      picture.text(
        "A charge is an allegation until a decision is known.", at: PicturePoint(Self.margin, y),
        .text)
    }
  }
}
