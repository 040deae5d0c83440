import CasebookCanvas
import CasebookCore
import CasebookText

/// The words below a strip, or in its place.
struct StripWordLines {
  private let columns: Int
  private let summary: ShownText
  private let atHand: EventSentence
  private let named: [(end: Int?, words: ShownText)]
  private let cursor: Int?
  private let isStepping: Bool
  private let ellipsis: ShownText

  init(
    _ chronology: [Event], _ intervals: CaseIntervals, _ vocabulary: Vocabulary,
    _ options: StripDrawing.Options, columns: Int
  ) {
    self.columns = columns
    summary = StripWords.summary(chronology)
    cursor = options.cursor
    isStepping = options.isStepping
    atHand = EventSentence(
      options.cursor ?? -1, of: chronology, intervals, vocabulary, columns: columns)
    named = intervals.told.map { interval in
      let whole = StripWords.named(interval, asOf: intervals.asOf)
      let words = whole.columns <= columns ? whole : StripWords.named(interval, asOf: nil)
      return (interval.to, words)
    }
    ellipsis = options.glyphs.ellipsis
  }

  /// The lines below the lanes, one to three: the event at hand, then the time since the event
  /// before where it did not fit beside it, and the named intervals as far as they fit whole. On a
  /// single line the interval that ends with the event at hand is not said a second time, and an
  /// event that was not gone to leaves the line to the intervals.
  func below(rows: Int) -> [StyledLine] {
    guard !atHand.words.isEmpty else {
      let lines = sentences(named.map(\.words), rows: min(2, rows))
      return lines.isEmpty ? [cut(summary)] : lines.map { StyledLine($0) }
    }
    guard rows > 1 else {
      let others = named.filter { !isStepping || $0.end != cursor }.map(\.words)
      let first = isStepping || others.isEmpty ? [atHand.words] : []
      let line = sentences(first + others, rows: 1).first
      return [line.map { StyledLine($0) } ?? cut(atHand.words)]
    }
    let more = (atHand.rest.isEmpty ? [] : [atHand.rest]) + named.map(\.words)
    return [cut(atHand.words)] + sentences(more, rows: min(2, rows - 1)).map { StyledLine($0) }
  }

  /// The lines where nothing is drawn.
  func alone(rows: Int) -> [StyledLine] {
    var lines = [cut(summary)]
    if !atHand.words.isEmpty { lines.append(cut(atHand.words)) }
    return Array(lines.prefix(max(0, rows)))
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
