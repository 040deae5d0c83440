import CasebookCanvas
import CasebookCore
import CasebookText

/// The words below a strip, or in its place.
struct StripWordLines {
  private let columns: Int
  private let summary: ShownText
  private let atHand: ShownText
  private let sinceBefore: ShownText
  private let named: [(end: Int?, words: ShownText)]
  private let cursor: Int?
  private let ellipsis: ShownText

  init(
    _ chronology: [Event], _ intervals: CaseIntervals, _ vocabulary: Vocabulary,
    _ options: StripDrawing.Options, columns: Int
  ) {
    self.columns = columns
    summary = StripWords.summary(chronology)
    cursor = options.cursor
    let index = options.cursor ?? -1
    atHand = StripWords.event(index, of: chronology, intervals, vocabulary, columns: columns)
    sinceBefore = StripWords.sinceBefore(index, of: chronology, intervals, vocabulary)
    named = intervals.told.map { interval in
      let whole = StripWords.named(interval, asOf: intervals.asOf)
      let words = whole.columns <= columns ? whole : StripWords.named(interval, asOf: nil)
      return (interval.to, words)
    }
    ellipsis = options.glyphs.ellipsis
  }

  /// The lines below the lanes, one to three: the event at hand, then the named intervals as far as
  /// they fit whole. On a single line only the time since the event before stands with them.
  func below(rows: Int) -> [StyledLine] {
    guard rows > 1 || named.isEmpty else { return [single] }
    var lines: [StyledLine] = atHand.isEmpty ? [] : [cut(atHand)]
    let room = min(2, max(0, rows - lines.count))
    lines += sentences(named.map(\.words), rows: room).map { StyledLine($0) }
    return lines.isEmpty ? [cut(summary)] : lines
  }

  /// The lines where nothing is drawn.
  func alone(rows: Int) -> [StyledLine] {
    var lines = [cut(summary)]
    if !atHand.isEmpty { lines.append(cut(atHand)) }
    return Array(lines.prefix(max(0, rows)))
  }

  private var single: StyledLine {
    let others = named.filter { cursor == nil || $0.end != cursor }.map(\.words)
    guard sinceBefore.isEmpty else {
      let all = sentences(["\(sinceBefore)."] + others, rows: 1)
      return all.first.map { StyledLine($0) } ?? cut(atHand)
    }
    return sentences(others, rows: 1).first.map { StyledLine($0) } ?? cut(summary)
  }

  /// Sentences in lines, each whole; those for which there is no room are left out.
  private func sentences(_ sentences: [ShownText], rows: Int) -> [ShownText] {
    var lines: [ShownText] = []
    for sentence in sentences where sentence.columns <= columns {
      if let last = lines.last, last.columns + 2 + sentence.columns <= columns {
        lines[lines.count - 1] += "  " + sentence
      } else if lines.count < rows {
        lines.append(sentence)
      } else {
        break
      }
    }
    return lines
  }

  private func cut(_ text: ShownText) -> StyledLine {
    StyledLine(text.truncated(to: columns, ellipsis: ellipsis))
  }
}
