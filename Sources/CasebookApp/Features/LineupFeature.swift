import CasebookCore

/// How the list is lined up, ranked and drawn.
package struct LineupState: Sendable, Equatable {
  /// The event that the cases are lined up on; cases without it are not listed.
  package var anchor: EventAnchor?
  /// What the cases are ranked by, as one key of the language's order; the filter's own order where
  /// nothing is said.
  package var rank: String?
  /// Whether the rows carry small timelines.
  package var showsTimelines = false
  /// The days of the even part of the axis; those of most events where nothing is said.
  package var window: ClosedRange<Int>?

  /// What times are counted from.
  package var origin: LineupOrigin { anchor.map { .event($0) } ?? .calendar }

  /// The filter that lists the cases: a text typed as filter, with what lines up and ranks.
  package func listing(of text: String) -> String {
    var listing = text
    if let anchor {
      let start = PathRule(types: [anchor.type], start: anchor)
      listing = Query.adding(QueryText.path([anchor.type], rule: start), to: listing)
    }
    return rank.map { "sort:\($0) \(listing)" } ?? listing
  }
}

/// What happened about lining up.
package enum LineupAction: Sendable, Equatable {
  /// The cases are to be lined up on an event.
  case aligned(EventAnchor)
  /// The cases are no longer lined up.
  case released
  /// The rows carry timelines from now on, or columns.
  case timelinesShown(Bool)
  /// The cases are to be ranked by a key of the language's order; as before where nothing is said.
  case ranked(String?)
  /// The even part of the axis shows other days; those of most events where nothing is said.
  case windowChanged(ClosedRange<Int>?)
  /// What happens in the listed cases was summed up.
  case summedUp
  /// It was counted for each column of the axis.
  case banded
}

extension State {
  mutating func reduceLineup(_ action: LineupAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .aligned(let anchor):
      if lineup.anchor?.type != anchor.type { lineup.window = nil }
      lineup.anchor = anchor
      lineup.showsTimelines = true
      return [.ask(.filter(filter.applied))]
    case .released:
      guard lineup.anchor != nil else { return [] }
      lineup.anchor = nil
      lineup.showsTimelines = false
      lineup.window = nil
      return [.ask(.filter(filter.applied))]
    case .ranked(let rank):
      lineup.rank = rank
      return [.ask(.filter(filter.applied))]
    case .timelinesShown(let isShown):
      lineup.showsTimelines = isShown
      settleList(in: workspace)
      return isShown ? [.ask(.lineup)] : []
    case .windowChanged(let window):
      lineup.window = window
      return [.ask(.band)]
    case .summedUp:
      let isOfThis = workspace.lineup?.origin == lineup.origin
      return [.ask(isOfThis || !lineup.showsTimelines ? .band : .lineup)]
    case .banded: return []
    }
  }

  /// What is asked once other cases are listed.
  func questionsOfList() -> [Effect] {
    let lineup: [Effect] =
      lineup.anchor != nil || lineup.showsTimelines ? [.ask(.lineup)] : []
    return lineup + (page?.kind == .pathways ? [.ask(.pathways)] : [])
  }
}
