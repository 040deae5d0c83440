import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands that mark a span of time and make it a term of the filter.
enum SpanCommands {
  static let all = [start, end, span]

  static let start = Command(
    "span-start", "Mark the selected event as the beginning of a span.", hint: "span from here",
    group: .time, keys: [KeyBinding(.character("("), .timeline)], unavailable: SpanRules.noDay,
    actions: { _, state, workspace in
      var marked = state
      marked.timeline.spanStart = state.timeline.event
      return [.timeline(.spanBegan)] + SpanRules.said(marked, workspace)
    },
    answer: { _, state, workspace in Answer([SpanRules.line(state, workspace)]) })

  static let end = Command(
    "span-end",
    "Mark the selected event as the end of a span; with its beginning it filters by date.",
    hint: "span to here", group: .time, keys: [KeyBinding(.character(")"), .timeline)],
    unavailable: SpanRules.noDay,
    actions: { _, state, workspace in
      var marked = state
      marked.timeline.spanEnd = state.timeline.event
      guard let term = SpanRules.term(marked, workspace) else {
        return [.timeline(.spanEnded)] + SpanRules.said(marked, workspace)
      }
      return [.timeline(.spanEnded)] + SpanRules.filtered(by: term, state)
    },
    answer: { _, state, workspace in
      state.timeline.spanStart == nil
        ? Answer([SpanRules.line(state, workspace)]) : SpokenFilter.answer(state, workspace)
    })

  static let span = Command(
    "span", "List the cases with an event between two dates, such as span 2023-10 2024-02.",
    group: .time, parameter: .init("DATE DATE", required: "2023-10 2024-02"),
    actions: { arguments, state, _ throws(CommandFailure) in
      SpanRules.filtered(by: try SpanRules.term(arguments), state)
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })
}

/// Rules and words that commands about spans share.
enum SpanRules {
  /// Why the event at hand cannot be an end of a span.
  static func noDay(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    if let empty = TimeRules.noEvent(state, workspace) { return empty }
    return days(state.timeline.event, state, workspace) == nil
      ? CommandFailure("The event has no known day", next: "Go to another event") : nil
  }

  /// Why there is no span to show.
  static func unmarked(_ state: State) -> CommandFailure? {
    switch (state.timeline.spanStart, state.timeline.spanEnd) {
    case (.some, .some): nil
    case (nil, _):
      CommandFailure("No event is marked with span-start", next: "Type span-start at an event")
    case (_, nil):
      CommandFailure("No event is marked with span-end", next: "Type span-end at an event")
    }
  }

  /// The term of the two marked events, whichever is first; nothing where one is missing.
  static func term(_ state: State, _ workspace: Workspace) -> String? {
    let marked = [state.timeline.spanStart, state.timeline.spanEnd].compactMap { $0 }
      .compactMap { days($0, state, workspace) }
    guard marked.count == 2, let first = marked.compactMap(\.earliest).min(),
      let last = marked.compactMap({ $0.latest ?? $0.earliest }).max()
    else { return nil }
    return "date:\(first.isoText)..\(last.isoText)"
  }

  /// The term of two dates as typed: `2023-10 2024-02`, or with `..`, `to` or `/` between.
  static func term(_ arguments: Arguments) throws(CommandFailure) -> String {
    let text = arguments.text.replacing("..", with: " ").replacing("/", with: " ")
    let words = text.split(separator: " ").filter { $0 != "to" }.map(String.init)
    var dates: [CalendarDate] = []
    for word in words {
      guard let date = try? CalendarDate(word) else {
        throw CommandFailure(
          "\(Gate.shown(word)) is not a date",
          next: "Type a date such as 2023, 2023-10 or 2023-10-13")
      }
      dates.append(date)
    }
    guard dates.count == 2 else {
      throw CommandFailure("A span takes two dates", next: "Type span 2023-10 2024-02")
    }
    return "date:\(min(dates[0], dates[1]).text)..\(max(dates[0], dates[1]).text)"
  }

  /// The filter with a term more, instead of that of the span before.
  static func filtered(by term: String, _ state: State) -> [Action] {
    guard let query = try? Query.parse(state.filter.applied) else { return [] }
    let old = query.parts.indices.filter {
      query.text(of: query.parts[$0]) == state.timeline.spanTerm
    }
    let kept = old.isEmpty ? state.filter.applied : query.text(without: Set(old))
    let text = Query.adding(term, to: kept)
    return [.timeline(.spanApplied(term: term)), .filter(.asked(text))]
  }

  /// What is marked, for the screen.
  static func said(_ state: State, _ workspace: Workspace) -> [Action] {
    state.look.isPlain ? [] : [.said(Message(.information, line(state, workspace)))]
  }

  /// "Span from 13 October 2023. Mark its end with span-end."
  static func line(_ state: State, _ workspace: Workspace) -> ShownText {
    let name = { (event: Int?) -> ShownText? in
      guard let event, let days = days(event, state, workspace) else { return nil }
      return (days.earliest ?? days.latest).map { DateText.day($0, state.dates) }
    }
    switch (name(state.timeline.spanStart), name(state.timeline.spanEnd)) {
    case (let start?, let end?): return "Span from \(start) to \(end)."
    case (let start?, nil): return "Span from \(start). Mark its end with span-end."
    case (nil, let end?): return "Span to \(end). Mark its beginning with span-start."
    case (nil, nil): return "No span is marked."
    }
  }

  /// The days an event may mean, from its start to its end.
  private static func days(_ event: Int, _ state: State, _ workspace: Workspace) -> DayRange? {
    let chronology = workspace.chronology(at: state.list.position)
    guard chronology.indices.contains(event), let date = chronology[event].date,
      date.earliest != nil || date.latest != nil
    else { return nil }
    return DayRange(earliest: date.earliest ?? date.latest, latest: date.latest ?? date.earliest)
  }
}
