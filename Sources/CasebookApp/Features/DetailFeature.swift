/// Where the reader is in the text of the case at hand.
package struct DetailState: Sendable, Equatable {
  /// The line the reader is on, from 0.
  package var line = 0
  /// The first line shown.
  package var top = 0
  /// Where the line was at the last resize.
  var place: ReadingPlace?
  /// The text that was searched last; empty where none was.
  package var search = ""
  /// The paragraph of the long texts that was read last, from 0; nothing where none was.
  package var paragraph: Int?
}

/// What happened in the text of the case.
package enum DetailAction: Sendable, Equatable {
  /// The reader went some lines on, or back where negative.
  case moved(by: Int)
  /// The reader went some screens on, or back where negative.
  case paged(by: Int)
  /// The reader went to a line, from 0; beyond the ends means the ends.
  case went(to: Int)
  /// A text was searched and found on a line.
  case found(String, line: Int)
  /// A paragraph of the long texts was read, from 0.
  case read(paragraph: Int)
}

extension State {
  mutating func reduceDetail(_ action: DetailAction, in workspace: Workspace) {
    switch action {
    case .moved(let count): detail.line += count
    case .paged(let count): detail.line += count * max(1, layout.detailRows - 1)
    case .went(let line): detail.line = line
    case .found(let text, let line):
      detail.search = text
      detail.line = line
    case .read(let paragraph): detail.paragraph = paragraph
    }
    settleDetail(in: workspace)
    if let event = workspace.detail(in: self).event(atLine: detail.line) {
      timeline.event = event
      followEvent(in: workspace)
    }
  }

  /// Brings the line into the text and into sight.
  mutating func settleDetail(in workspace: Workspace) {
    let count = workspace.detail(in: self).lines.count
    detail.line = min(max(0, detail.line), max(0, count - 1))
    detail.top = top(detail.top, holding: detail.line, of: count, rows: layout.detailRows)
  }
}
