import CasebookCanvas
import CasebookCore
import CasebookText

/// The words below a strip, or in its place.
struct StripWordLines {
  private let columns: Int
  private let summary: ShownText
  private let atHand: ShownText
  private let named: [ShownText]
  private let ellipsis: ShownText

  init(
    _ chronology: [Event], _ intervals: CaseIntervals, _ vocabulary: Vocabulary,
    _ options: StripDrawing.Options, columns: Int
  ) {
    self.columns = columns
    summary = StripWords.summary(chronology)
    atHand =
      options.cursor.map { StripWords.event($0, of: chronology, intervals, vocabulary) } ?? .empty
    named = intervals.named.map(StripWords.named)
    ellipsis = options.glyphs.ellipsis
  }

  /// The lines below the lanes, at least one and at most three: the event at hand, and the named
  /// intervals as far as they fit whole.
  func below(rows: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if !atHand.isEmpty { lines.append(cut(atHand)) }
    lines += intervals(rows: min(2, max(0, rows - lines.count)))
    return lines.isEmpty ? [cut(summary)] : lines
  }

  /// The lines where nothing is drawn.
  func alone(rows: Int) -> [StyledLine] {
    var lines = [cut(summary)]
    if !atHand.isEmpty { lines.append(cut(atHand)) }
    return Array(lines.prefix(max(0, rows)))
  }

  private func intervals(rows: Int) -> [StyledLine] {
    var lines: [ShownText] = []
    for sentence in named where sentence.columns <= columns {
      if let last = lines.last, last.columns + 2 + sentence.columns <= columns {
        lines[lines.count - 1] += "  " + sentence
      } else if lines.count < rows {
        lines.append(sentence)
      } else {
        break
      }
    }
    return lines.map { StyledLine($0) }
  }

  private func cut(_ text: ShownText) -> StyledLine {
    StyledLine(text.truncated(to: columns, ellipsis: ellipsis))
  }
}
