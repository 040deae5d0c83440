import CasebookCanvas
import CasebookCore
import CasebookText

/// Lays the rows of pathways out in columns: step, cases, share with a bar, days since the step
/// before.
package struct PathwayTable: Sendable {
  private let table: TableColumns
  private let glyphs: GlyphSet
  private let indent: Int
  private let vocabulary: Vocabulary

  private enum Column: Int, CaseIterable {
    case step, cases, share, bar, median, half
  }

  /// Chooses the columns that fit a width.
  package init(
    _ pathways: Pathways, columns: Int, vocabulary: Vocabulary, glyphs: GlyphSet
  ) {
    let digits = max(5, ShownText.grouped(pathways.pathCount).columns)
    self.glyphs = glyphs
    self.vocabulary = vocabulary
    indent = columns < 60 ? 1 : 2
    table = TableColumns(
      [
        TableColumn("Step", minimum: 14, ideal: 34, priority: 0, grows: columns < 100),
        TableColumn(
          "Cases", minimum: digits, ideal: max(9, digits), priority: 1, alignment: .right),
        TableColumn("Share", minimum: 5, ideal: 5, priority: 2, alignment: .right),
        TableColumn("", minimum: 8, ideal: columns < 100 ? 10 : 20, priority: 4),
        TableColumn("Median", minimum: 7, ideal: 8, priority: 3, alignment: .right),
        TableColumn("Half within", minimum: 13, ideal: 16, priority: 5, alignment: .right),
      ], fitting: columns)
  }

  /// The heads of the columns.
  package var header: StyledLine { table.header(ellipsis: glyphs.ellipsis) }

  /// A row.
  package func line(_ row: PathwayRow, _ pathways: Pathways) -> StyledLine {
    let widths = Dictionary(uniqueKeysWithValues: table.placed.map { ($0.index, $0.columns) })
    return table.line(ellipsis: glyphs.ellipsis) { index in
      switch Column(rawValue: index) {
      case .step: step(row, pathways)
      case .cases: StyledLine("\(grouped: row.caseCount)")
      case .share: StyledLine(Self.share(row.share))
      case .bar:
        StyledLine(glyphs.bar(share: row.share, columns: widths[index] ?? 0), role(row, pathways))
      case .median: StyledLine(gap(row, pathways).map { DayWords.short($0.median) } ?? "")
      case .half:
        StyledLine(gap(row, pathways).flatMap(DayWords.middleHalf) ?? "")
      case nil: StyledLine()
      }
    }
  }

  /// "79 %", "<1 %".
  private static func share(_ share: Double) -> ShownText {
    let percent = Int((share * 100).rounded())
    return percent == 0 && share > 0 ? "<1 %" : "\(percent) %"
  }

  /// The words of a row, deeper ones farther right; a plus where rows below are not shown.
  private func step(_ row: PathwayRow, _ pathways: Pathways) -> StyledLine {
    let blanks = ShownText.repeating(" ", count: min(24, row.depth * indent))
    var line = StyledLine(blanks)
    switch row.kind {
    case .branch(let index):
      let label = PathwayWords.label(pathways.branches[index].type, vocabulary)
      line.append(glyphs.isASCII ? Gate.ascii(label) : label, role(row, pathways))
      if row.isClosed || pathways.deeperCount(of: index) > 0 { line.append(" +", .accent) }
    case .nothingAfter: line.append(PathwayWords.end(pathways.rule), .secondary)
    case .others(_, let count): line.append("\(grouped: count) other steps", .secondary)
    }
    return line
  }

  private func role(_ row: PathwayRow, _ pathways: Pathways) -> StyleRole {
    guard case .branch(let index) = row.kind else { return .secondary }
    return vocabulary.type(pathways.branches[index].type).category.role
  }

  private func gap(_ row: PathwayRow, _ pathways: Pathways) -> DayQuartiles? {
    guard case .branch(let index) = row.kind else { return nil }
    return pathways.branches[index].gap
  }
}
