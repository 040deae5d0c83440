import CasebookCore

/// Where the reader is in the timeline of the case at hand, and what of it is shown.
package struct TimelineState: Sendable, Equatable {
  /// The event at hand, as its place in the chronology, from 0.
  package var event = 0
  /// The time that is shown; all of it where none is given.
  package var window: StripRange?
  /// The event that a span begins at, as its place in the chronology.
  package var spanStart: Int?
  /// The event that a span ends at, as its place in the chronology.
  package var spanEnd: Int?
  /// The term of the filter that the last span became.
  package var spanTerm: String?

  /// What another case begins with: its whole time, and no marks.
  var ofAnotherCase: TimelineState { TimelineState(spanTerm: spanTerm) }
}

/// What happened in the timeline.
package enum TimelineAction: Sendable, Equatable {
  /// The reader went some events on, or back where negative.
  case moved(by: Int)
  /// The reader went to an event of the chronology, from 0; beyond the ends means the ends.
  case went(to: Int)
  /// Another time is shown; all of it where none is given.
  case showed(StripRange?)
  /// The event at hand was marked as the beginning of a span.
  case spanBegan
  /// The event at hand was marked as the end of a span.
  case spanEnded
  /// A span became a term of the filter.
  case spanApplied(term: String)
}

extension State {
  mutating func reduceTimeline(_ action: TimelineAction, in workspace: Workspace) {
    switch action {
    case .moved(let count): step(to: timeline.event + count, in: workspace)
    case .went(let event): step(to: event, in: workspace)
    case .showed(let window): timeline.window = window
    case .spanBegan: timeline.spanStart = timeline.event
    case .spanEnded: timeline.spanEnd = timeline.event
    case .spanApplied(let term): timeline.spanTerm = term
    }
  }

  /// Goes to an event, and shows it in the timeline and in the text of the case.
  private mutating func step(to event: Int, in workspace: Workspace) {
    let count = workspace.chronology(at: list.position).count
    timeline.event = min(max(0, event), max(0, count - 1))
    followEvent(in: workspace)
    showEvent(in: workspace)
  }

  /// Moves the window to the event at hand where that is outside.
  mutating func followEvent(in workspace: Workspace) {
    guard timeline.window != nil, let zoom = workspace.zoom(in: self) else { return }
    timeline.window = zoom.showing(timeline.event, in: timeline.window)
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

extension Workspace {
  /// The zoom of the timeline of the case at hand.
  func zoom(in state: State) -> StripZoom? {
    guard let loaded = loadedCase(at: state.list.position) else { return nil }
    return StripZoom(
      StripEvent.events(loaded.chronology, library.vocabulary), folds: state.look.foldsGaps)
  }
}
