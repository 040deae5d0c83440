import CasebookCore
import CasebookText

/// Rules that commands about lining up share.
enum LineupRules {
  /// Words for the completion after `align`.
  static let words = ["off", "all", "next", "previous", "last "] + types

  /// Words for the completion after `align last`: the types of the vocabulary.
  static let types = Vocabulary.standard.types.map(\.name)

  /// Why there is no event to step from.
  static let notAligned: @Sendable (State, Workspace) -> CommandFailure? = { state, _ in
    state.lineup.anchor == nil
      ? CommandFailure("The cases are not lined up", next: "Type align and a type") : nil
  }

  /// Why there is no axis to change.
  static let notDrawn: @Sendable (State, Workspace) -> CommandFailure? = { state, _ in
    state.lineup.showsTimelines
      ? nil : CommandFailure("The list shows no timelines", next: "Type timelines")
  }

  /// The event that words such as `last detainer` name; `next`, `previous`, `first`, `last` and a
  /// number alone are of the type in force.
  static func anchor(
    _ words: String, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> EventAnchor {
    switch words {
    case "next", "previous":
      if let stepped = stepped(by: words == "next" ? 1 : -1, state) { return stepped }
    default:
      if let anchor = state.lineup.anchor, let occurrence = EventAnchor.Occurrence(words) {
        return EventAnchor(anchor.type, occurrence)
      }
    }
    do {
      return try EventAnchor(words: words, in: Schema(of: workspace.library))
    } catch {
      throw CommandFailure(query: error)
    }
  }

  /// The event type that a word names.
  static func type(_ word: String, _ workspace: Workspace) throws(CommandFailure) -> String {
    do {
      return try Schema(of: workspace.library).typeName(word)
    } catch {
      throw CommandFailure(query: error)
    }
  }

  /// The event to line up on where none is named: a detainer, else the most frequent type.
  static func usual(_ workspace: Workspace) throws(CommandFailure) -> EventAnchor {
    let types = types(workspace)
    guard let first = types.first else {
      throw CommandFailure("There are no events", next: "Open cases that have some")
    }
    return EventAnchor(types.contains("detainer") ? "detainer" : first)
  }

  /// The first event of the type behind the one in force, the most frequent first.
  static func nextType(
    _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> EventAnchor {
    let types = types(workspace)
    guard let anchor = state.lineup.anchor, let index = types.firstIndex(of: anchor.type) else {
      return try usual(workspace)
    }
    return EventAnchor(types[(index + 1) % types.count])
  }

  /// The types that occur, the most frequent first.
  private static func types(_ workspace: Workspace) -> [String] {
    Schema(of: workspace.library).types.values.filter { $0.eventCount > 0 }
      .sorted { ($0.eventCount, $1.name) > ($1.eventCount, $0.name) }.map(\.name)
  }

  /// First, second, third and so on, and the last before the first.
  static func stepped(by step: Int, _ state: State) -> EventAnchor? {
    guard let anchor = state.lineup.anchor else { return nil }
    let occurrence: EventAnchor.Occurrence
    switch (anchor.occurrence, step > 0) {
    case (.first, true): occurrence = .number(2)
    case (.first, false): occurrence = .last
    case (.last, _): occurrence = .first
    case (.number(let number), true): occurrence = .number(number + 1)
    case (.number(let number), false): occurrence = number > 2 ? .number(number - 1) : .first
    }
    return EventAnchor(anchor.type, occurrence)
  }

  /// The key of the language's order that words of `rank` mean.
  static func rank(_ words: String, _ workspace: Workspace) throws(CommandFailure) -> String {
    let isReversed = words.hasPrefix("-")
    let body = isReversed ? String(words.dropFirst()) : words
    let key = (isReversed ? "-" : "") + (body == "count" ? "count()" : body)
    do throws(QueryError) {
      let query = try Query.parse("sort:\(key)")
      guard query.order.count == 1, query.parts.count == 1 else {
        throw QueryError(.unexpected(words), at: 0..<0)
      }
      _ = try QueryPlan(query, in: Schema(of: workspace.library), today: workspace.today)
      return key
    } catch {
      throw CommandFailure(query: error)
    }
  }

  /// Changes the days that are shown, from those shown now.
  static func windowed(
    _ state: State, _ workspace: Workspace, _ change: (ClosedRange<Int>) -> ClosedRange<Int>
  ) -> [Action] {
    guard let axis = workspace.lineupAxis(in: state, columns: StripLayout.leastColumns) else {
      return []
    }
    return [.lineup(.windowChanged(change(axis.window)))]
  }
}

/// The days that an axis shows, closer, farther, and beside.
enum LineupWindow {
  /// The least and the most days, some 2,700 years.
  private static let lengths = 6...1_000_000

  /// So many times the days about the event cases are lined up on, or about the middle.
  static func zoomed(_ window: ClosedRange<Int>, by factor: Double) -> ClosedRange<Int> {
    let length = Int((Double(window.count) * factor).rounded())
    let new = min(max(lengths.lowerBound, length), lengths.upperBound)
    let centre = window.contains(0) ? 0 : (window.lowerBound + window.upperBound) / 2
    let part = Double(centre - window.lowerBound) / Double(window.count)
    let low = centre - Int((part * Double(new)).rounded())
    return low...(low + new - 1)
  }

  /// Moved by a part of its length.
  static func panned(_ window: ClosedRange<Int>, by part: Double) -> ClosedRange<Int> {
    let days = Int((Double(window.count) * part).rounded(.awayFromZero))
    return (window.lowerBound + days)...(window.upperBound + days)
  }
}
