import CasebookCore
import CasebookText

/// Pathways as a picture for print: steps indented in the order of time, shares as bars, the days
/// since the step before, and what was counted.
package struct PathwaysPicture {
  private let pathways: Pathways
  private let vocabulary: Vocabulary
  private let rows: [PathwayRow]
  private var picture: SVGWriter
  private var y = 40.0

  /// The width of the picture.
  package static let width = 1_000
  private static let margin = 24.0
  private static let indent = 20.0
  private static let rowHeight = 22.0
  /// The columns of text over the whole width.
  private static let textColumns = 126
  /// Where cases end, shares end, bars begin, medians end and middle halves end.
  private static let cases = 480.0, share = 540.0, bars = 560.0, median = 830.0, half = 976.0
  private static let barWidth = 190.0

  /// Draws the branches, of those side by side at most `top`, or as many as are usual.
  ///
  /// `source` says what was counted: the library and the filter.
  package static func svg(
    _ pathways: Pathways, top: Int?, source: ShownText, vocabulary: Vocabulary
  ) -> [UInt8] {
    var drawing = PathwaysPicture(pathways, top, vocabulary)
    drawing.drawTitle(source)
    drawing.drawHeads()
    for row in drawing.rows { drawing.draw(row) }
    drawing.drawNotes(source)
    return drawing.picture.finished(height: Int(drawing.y + Self.margin))
  }

  private init(_ pathways: Pathways, _ top: Int?, _ vocabulary: Vocabulary) {
    self.pathways = pathways
    self.vocabulary = vocabulary
    let rows = PathwayOutline(
      pathways, isOpen: { _ in true },
      limit: top.map { top in { _ in top } } ?? PathwayOutline.usual(pathways)
    ).rows
    self.rows = rows
    picture = SVGWriter(
      width: Self.width, title: PathwayWords.title(pathways, vocabulary),
      description: rows.map { row in
        Self.path(row, pathways, vocabulary) + PathwayWords.sentence(row, pathways, vocabulary)
      })
  }

  /// "Of 190 cases with charge: ", what the sentence about a row is of.
  private static func path(
    _ row: PathwayRow, _ pathways: Pathways, _ vocabulary: Vocabulary
  ) -> ShownText {
    let parent: Int? =
      switch row.kind {
      case .branch(let index): pathways.branches[index].parent
      case .nothingAfter(let index): index
      case .others(let index, _): index
      }
    guard let parent else { return "Of \(CountWords.cases(pathways.pathCount)): " }
    let cases = CountWords.cases(pathways.branches[parent].caseCount)
    return "Of \(cases) with \(PathwayWords.path(pathways.path(of: parent), vocabulary)): "
  }

  // MARK: - Parts

  private mutating func drawTitle(_ source: ShownText) {
    for line in PathwayWords.title(pathways, vocabulary).wrapped(to: 78) {
      picture.text(line, at: PicturePoint(Self.margin, y), .title)
      y += 26
    }
    picture.text(source, at: PicturePoint(Self.margin, y - 2), .subtitle)
    y += 34
  }

  private mutating func drawHeads() {
    picture.text("Step", at: PicturePoint(Self.margin, y), .heading)
    let heads: [(ShownText, Double)] = [
      ("Cases", Self.cases), ("Share", Self.share), ("Median", Self.median),
      ("Half within", Self.half),
    ]
    for (text, x) in heads { picture.text(text, at: PicturePoint(x, y), .heading, anchor: .end) }
    y += 8
    picture.line(
      from: PicturePoint(Self.margin, y), to: PicturePoint(Self.half, y), .rule)
    y += 18
  }

  private mutating func draw(_ row: PathwayRow) {
    let left = Self.margin + Double(min(row.depth, 12)) * Self.indent
    let sentence = PathwayWords.sentence(row, pathways, vocabulary)
    let percent: ShownText = "\(DayWords.percent(row.share)) %"
    picture.group(sentence) { [self, y] picture in
      var gap: DayQuartiles?
      var role = PictureRole.bar
      var name: ShownText
      switch row.kind {
      case .branch(let index):
        let branch = pathways.branches[index]
        gap = branch.gap
        role = PictureRole(vocabulary.type(branch.type).category)
        name = PathwayWords.label(branch.type, vocabulary)
        if pathways.deeperCount(of: index) > 0 { name += " +" }
      case .nothingAfter: name = PathwayWords.end(pathways.rule)
      case .others(_, let count): name = .plural(count, "other step", "other steps")
      }
      picture.text(name, at: PicturePoint(left, y), .text)
      picture.text(
        "\(grouped: row.caseCount)", at: PicturePoint(Self.cases, y), .text, anchor: .end)
      picture.text(percent, at: PicturePoint(Self.share, y), .text, anchor: .end)
      picture.rectangle(
        PictureRect(Self.bars, y - 10, max(1, row.share * Self.barWidth), 12), role)
      guard let gap else { return }
      picture.text(
        DayWords.long(gap.median), at: PicturePoint(Self.median, y), .text, anchor: .end)
      if let half = DayWords.middleHalf(gap) {
        picture.text(half, at: PicturePoint(Self.half, y), .label, anchor: .end)
      }
    }
    y += Self.rowHeight
  }

  private mutating func drawNotes(_ source: ShownText) {
    var notes = PathwayWords.rule(pathways.rule, vocabulary)
    notes += PathwayWords.counts(pathways, vocabulary)
    notes.append(
      "Cases and their share of the step before; days from the step before, by the first possible "
        + "days of both.")
    if pathways.branches.indices.contains(where: { pathways.deeperCount(of: $0) > 0 }) {
      notes.append("Paths are cut after \(pathways.depth) steps; those with + go on.")
    }
    y += 14
    for line in notes.flatMap({ $0.wrapped(to: Self.textColumns) }) {
      picture.text(line, at: PicturePoint(Self.margin, y), .text)
      y += PictureRole.lineHeight
    }
  }
}
