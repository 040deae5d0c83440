import CasebookCore
import CasebookText

/// What plain mode says of events and time.
enum SpokenTimeline {
  static func answer(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    switch arguments.text {
    case "": return whole(loaded, state, workspace)
    case "brief": return brief(loaded, state, workspace)
    case "gaps": return gaps(loaded, state, workspace)
    default: return event(state, workspace)
    }
  }

  /// "7 events, August 2013 to 19 April 2024, 10 years and 8 months."; in brief as two sentences:
  /// "7 events, August 2013 to 19 April 2024. Length: 10 years and 8 months."
  static func summary(_ loaded: LoadedCase, _ manner: SpokenManner) -> ShownText {
    let events = StripWords.summary(loaded.chronology, manner.dates)
    guard let length = GapWords.extent(loaded.chronology, isBrief: manner.isBrief)
    else { return SpokenText.closed(events) }
    return SpokenText.closed(
      manner.isBrief ? "\(events). Length: \(length)" : "\(events), \(length)")
  }

  private static func head(_ loaded: LoadedCase, _ manner: SpokenManner) -> ShownText {
    "Timeline of case \(Gate.shown(loaded.id)). \(summary(loaded, manner))"
  }

  private static func whole(
    _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> Answer {
    let manner = SpokenManner(state, workspace)
    var lines = [head(loaded, manner)]
    let zoom = workspace.zoom(in: state)
    if let window = state.timeline.window, let zoom {
      lines.append(SpokenWindow.words(window, zoom.census(of: window), state.dates))
    }
    let listed = loaded.chronology.indices.map { index in
      Choices.Choice(head(index, loaded, manner), line: "event \(index + 1)")
    }
    let shown = zoom?.events(in: state.timeline.window) ?? Array(loaded.chronology.indices)
    for index in shown {
      lines.append("\(index + 1). \(listed[index].label)")
      lines += details(index, loaded, manner)
    }
    if state.timeline.window != nil {
      lines.append("End of what is shown. Type fit for the whole timeline.")
    } else {
      lines.append(loaded.chronology.isEmpty ? "No events." : "End of timeline.")
    }
    return Answer(lines, choices: Choices("event", listed, isOfCase: true))
  }

  private static func brief(
    _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> Answer {
    let manner = SpokenManner(state, workspace)
    var lines = [head(loaded, manner)]
    if let gap = gapWords(loaded, manner).first {
      let isOfSome = GapWords.passesOverEvents(loaded.chronology)
      let head: ShownText = isOfSome ? "Longest gap between certain dates" : "Longest gap"
      lines.append("\(head): \(gap).")
    }
    lines += intervals(loaded, manner)
    lines += disputes(loaded).map { "\($0.words). Type claims." }
    if let last = loaded.chronology.lastIndex(where: { $0.date != nil }) {
      lines.append("Last event: \(head(last, loaded, manner))")
    }
    return Answer(lines)
  }

  /// "Detainer to release: 111 days.", an interval a line.
  private static func intervals(_ loaded: LoadedCase, _ manner: SpokenManner) -> [ShownText] {
    loaded.intervals.told.map { interval in
      let length = StripWords.length(
        interval, asOf: loaded.intervals.asOf, manner.dates, isBrief: manner.isBrief)
      return "\(StripWords.name(interval.name)): \(length)."
    }
  }

  /// "2 accounts differ on the agency", with the event; nothing for what is said of the case.
  private static func disputes(_ loaded: LoadedCase) -> [(event: Int?, words: ShownText)] {
    let content = loaded.content
    let ofCase = content.disputedKeys.map { key in
      (event: nil as Int?, words: AccountWords.count(on: key, content.claims))
    }
    return ofCase
      + loaded.chronology.enumerated().flatMap { index, event in
        event.disputedKeys.map { (index, AccountWords.count(on: $0, event.claims)) }
      }
  }

  /// The whole timeline as sentences, in place of a picture of it.
  static func alternative(_ loaded: LoadedCase, _ vocabulary: Vocabulary) -> [ShownText] {
    let manner = SpokenManner(vocabulary)
    let events = loaded.chronology.indices.map { index in
      "\(index + 1). \(sentence(index, loaded, manner))" as ShownText
    }
    let accounts = disputes(loaded).map { dispute -> ShownText in
      dispute.event.map { "Event \($0 + 1): \(dispute.words)." } ?? "\(dispute.words)."
    }
    return [summary(loaded, manner)] + events + intervals(loaded, manner) + accounts
  }

  private static func gapWords(_ loaded: LoadedCase, _ manner: SpokenManner) -> [ShownText] {
    GapWords.longestFirst(
      loaded.chronology, manner.vocabulary, manner.dates, isBrief: manner.isBrief)
  }

  private static func gaps(
    _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> Answer {
    let gaps = gapWords(loaded, SpokenManner(state, workspace))
    guard !gaps.isEmpty else { return Answer(["No gap between dated events."]) }
    let lines = gaps.enumerated().map { index, gap in
      "\(index + 1). \(SpokenText.closed(gap))" as ShownText
    }
    let range: ShownText = "Gaps 1 to \(gaps.count) of \(gaps.count), longest first."
    return Answer([range] + lines + ["End of list."])
  }

  /// One event in a line: date, what, who and where, outcome, interval.
  static func sentence(
    _ index: Int, _ loaded: LoadedCase, _ manner: SpokenManner
  ) -> ShownText {
    ([head(index, loaded, manner)] + details(index, loaded, manner)).joined(separator: " ")
  }

  /// "13 October 2023. Detainer. ICE to Hartford Correctional Facility."
  private static func head(
    _ index: Int, _ loaded: LoadedCase, _ manner: SpokenManner
  ) -> ShownText {
    let facts = self.facts(index, loaded, manner)
    var who = manner.verbosity > .brief ? facts.whoAndWhere : nil
    // "Arrest by ICE" has said that it was ICE.
    if let said = who, facts.heading.string.hasSuffix(" by \(said.string)") { who = nil }
    return [facts.date.capitalized, facts.heading, who?.capitalized].compactMap(\.self)
      .map { SpokenText.closed($0) }.joined(separator: " ")
  }

  /// What else is said of an event in the timeline, a fact a line; last the interval since the
  /// event before.
  private static func details(
    _ index: Int, _ loaded: LoadedCase, _ manner: SpokenManner
  ) -> [ShownText] {
    let facts = self.facts(index, loaded, manner)
    var lines: [ShownText] = []
    if manner.verbosity > .brief {
      if let charge = facts.charge {
        // Under its own name the label would be said twice.
        let isNamed = Fold.folded(facts.heading.string).contains(Fold.folded("charge"))
        lines.append(isNamed ? charge.capitalized : "Charge: \(charge)")
      }
      if let outcome = facts.outcome { lines.append("Outcome: \(outcome)") }
      if let by = facts.event.text("by") { lines.append("By: \(Gate.shown(by))") }
    }
    if manner.verbosity == .full { lines.append("Source: \(facts.sources)") }
    let interval = sinceBefore(index, loaded, manner)
    return (lines + (interval.isEmpty ? [] : [interval])).map { SpokenText.closed($0) }
  }

  /// The event at hand in a line with its position.
  static func eventInBrief(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position),
      loaded.chronology.indices.contains(state.timeline.event)
    else { return Answer(["The case has no events."]) }
    let index = state.timeline.event
    let position: ShownText = "Event \(index + 1) of \(loaded.chronology.count)."
    let manner = SpokenManner(state, workspace)
    let head: ShownText = "\(position) \(head(index, loaded, manner))"
    return Answer([head] + (manner.verbosity > .brief ? details(index, loaded, manner) : []))
  }

  /// The event at hand, every fact on its own line.
  static func event(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position),
      loaded.chronology.indices.contains(state.timeline.event)
    else { return Answer(["The case has no events."]) }
    let index = state.timeline.event
    let manner = SpokenManner(state, workspace)
    var lines: [ShownText] = ["Event \(index + 1) of \(loaded.chronology.count)."]
    let facts = facts(index, loaded, manner)
    lines += (facts.all + facts.missing).map(\.sentence)
    let interval = sinceBefore(index, loaded, manner)
    if !interval.isEmpty { lines.append(SpokenText.closed(interval)) }
    return Answer(lines)
  }

  private static func sinceBefore(
    _ index: Int, _ loaded: LoadedCase, _ manner: SpokenManner
  ) -> ShownText {
    SinceBefore.words(
      index, of: loaded.chronology, loaded.intervals, manner.vocabulary, isBrief: manner.isBrief)
  }

  static func facts(
    _ index: Int, _ loaded: LoadedCase, _ manner: SpokenManner
  ) -> EventFacts {
    EventFacts(
      loaded.chronology[index], of: loaded.content, vocabulary: manner.vocabulary,
      dates: manner.dates)
  }
}

/// How sentences are said: in whose words, how long, with which dates.
struct SpokenManner {
  let vocabulary: Vocabulary
  var dates = DateForm.long
  var verbosity = Verbosity.normal

  /// Whether as little as possible is said.
  var isBrief: Bool { verbosity == .brief }

  /// The usual manner.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// As the user of plain mode wants it.
  init(_ state: State, _ workspace: Workspace) {
    vocabulary = workspace.library.vocabulary
    dates = state.dates
    verbosity = state.verbosity
  }
}
