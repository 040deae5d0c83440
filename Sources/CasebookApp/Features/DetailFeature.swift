/// Where the reader is in the text of the case at hand.
package struct DetailState: Sendable, Equatable {
  /// The line the reader is on, from 0.
  package var line = 0
  /// The first line shown.
  package var top = 0
  /// The text that was searched last; empty where none was.
  package var search = ""
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
    let rows = max(1, layout.detailRows)
    if detail.line < detail.top { detail.top = detail.line }
    if detail.line >= detail.top + rows { detail.top = detail.line - rows + 1 }
    detail.top = min(max(0, detail.top), max(0, count - rows))
  }
}
