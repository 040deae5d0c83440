/// Where the reader is in the timeline of the case at hand.
package struct TimelineState: Sendable, Equatable {
  /// The event at hand, as its place in the chronology, from 0.
  package var event = 0
}

/// What happened in the timeline.
package enum TimelineAction: Sendable, Equatable {
  /// The reader went some events on, or back where negative.
  case moved(by: Int)
  /// The reader went to an event of the chronology, from 0; beyond the ends means the ends.
  case went(to: Int)
}

extension State {
  mutating func reduceTimeline(_ action: TimelineAction, in workspace: Workspace) {
    switch action {
    case .moved(let count): timeline.event += count
    case .went(let event): timeline.event = event
    }
    let count = workspace.chronology(at: list.position).count
    timeline.event = min(max(0, timeline.event), max(0, count - 1))
    showEvent(in: workspace)
  }

  /// Moves the text of the case to the event at hand, the whole of it in sight where it fits.
  private mutating func showEvent(in workspace: Workspace) {
    guard let lines = workspace.detail(in: self).lines(ofEvent: timeline.event) else { return }
    detail.line = lines.lowerBound
    let rows = max(1, layout.detailRows)
    if lines.upperBound > detail.top + rows {
      detail.top = min(lines.lowerBound, lines.upperBound - rows)
    }
    settleDetail(in: workspace)
  }
}
