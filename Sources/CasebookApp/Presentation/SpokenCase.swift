import CasebookCore
import CasebookText

/// What plain mode says of cases: the same facts as the screens, as sentences.
enum SpokenCase {
  /// "Case 1 of 240. Detainer not honored, Hartford. In ICE custody."
  static func position(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    Answer([positionLine(state, workspace)])
  }

  /// Where a move led, in the region with the focus.
  static func place(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    switch state.context {
    case .list, .page, .pathways: Answer([positionLine(state, workspace)])
    case .facets: SpokenFacets.answer(from: state.facets.position, state, workspace)
    case .terms: SpokenFilter.term(state, workspace)
    case .timeline: SpokenTimeline.eventInBrief(state, workspace)
    case .detail: Answer([detailLine(state, workspace)])
    }
  }

  static func positionLine(_ state: State, _ workspace: Workspace) -> ShownText {
    let count = workspace.results.count
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return state.filter.applied.isEmpty ? "No cases." : "No case matches the filter."
    }
    let mark = LoadingWords.spokenMark(state.loading)
    let head: ShownText = "Case \(grouped: state.list.position + 1) of \(grouped: count)\(mark)."
    let words = SpokenList.words(loaded, state.verbosity.inMove, state.dates)
    return "\(head) \(words)\(SpokenList.mark(loaded, state))"
  }

  private static func detailLine(_ state: State, _ workspace: Workspace) -> ShownText {
    let lines = workspace.detail(in: state).lines
    guard lines.indices.contains(state.detail.line) else { return "No case." }
    let text = lines[state.detail.line].text
    let words: ShownText = text.isBlank ? "Blank" : text
    return "Line \(state.detail.line + 1) of \(lines.count): \(SpokenText.closed(words))"
  }

  /// Every field of the case, label first.
  static func whole(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([positionLine(state, workspace)])
    }
    var lines = [
      "Case \(grouped: state.list.position + 1) of \(grouped: workspace.results.count)."
        as ShownText
    ]
    if let failure = loaded.failure {
      lines.append(SpokenText.closed(ProblemWords.line(failure)))
    }
    lines += CaseFacts(loaded.content, dates: state.dates).all.map(\.sentence)
    lines += numbered("Summary", CaseFacts(loaded.content).summary)
    lines += NotebookWords.facts(loaded, state.notebook).map(\.sentence)
    lines.append(SpokenTimeline.summary(loaded, SpokenManner(state, workspace)))
    lines.append(sourceCount(loaded.content.sources.count))
    lines.append("File: \(OriginWords.line(workspace.library, row: loaded.row)).")
    return Answer(lines)
  }

  private static func sourceCount(_ count: Int) -> ShownText {
    switch count {
    case 0: "Sources: none given."
    case 1: "1 source. Type source for it."
    default: "\(count) sources. Type sources for them."
    }
  }

  private static func numbered(
    _ label: ShownText, _ paragraphs: [ShownText]
  ) -> [ShownText] {
    if paragraphs.count == 1 { return [SpokenText.closed("\(label): \(paragraphs[0])")] }
    return paragraphs.enumerated().map { index, text in
      SpokenText.closed("\(label), paragraph \(index + 1) of \(paragraphs.count): \(text)")
    }
  }

  /// One field of the case or of its subject, by its label or key.
  static func field(
    _ name: String, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> [ShownText] {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      throw CommandFailure("There is no case", next: "Type clear to list all cases")
    }
    let facts = CaseFacts(loaded.content, dates: state.dates).all
    let wanted = name.lowercased().replacing("_", with: " ")
    if wanted == "summary" {
      return numbered("Summary", CaseFacts(loaded.content).summary)
    }
    let found = facts.filter { $0.label.string.lowercased().hasPrefix(wanted) }
    if !found.isEmpty { return found.map(\.sentence) }
    let ofEvents = eventFields(named: wanted, loaded, state, workspace)
    if !ofEvents.isEmpty { return ofEvents }
    // What other cases say is a field too: of this one it is not known.
    if let known = workspace.schema.fields.keys.first(where: { key in
      key == name || KeyWords.label(key).string.lowercased() == wanted
    }) {
      return ["\(KeyWords.label(known)): unknown."]
    }
    let labels = facts.map { $0.label.string.lowercased() }
    throw CommandFailure(
      "No field \(Gate.shown(name))", meant: Spelling.nearest(to: wanted, among: labels),
      next: "Type fields for those of the case")
  }

  private static func eventFields(
    named wanted: String, _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> [ShownText] {
    loaded.chronology.enumerated().flatMap { index, event in
      let facts = EventFacts(
        event, of: loaded.content, vocabulary: workspace.library.vocabulary,
        dates: state.dates)
      return facts.all.dropFirst(2)
        .filter { $0.label.string.lowercased().hasPrefix(wanted) }
        .map { fact in
          "Event \(index + 1), \(facts.heading.lowercasedFirst). \(fact.sentence)" as ShownText
        }
    }
  }

  /// The record as it stands in its file, line by line.
  static func raw(_ state: State, _ workspace: Workspace) -> Answer {
    guard let row = workspace.results.row(at: state.list.position) else {
      return Answer([positionLine(state, workspace)])
    }
    let lines = RawRecord.lines(workspace.library, row: row)
    let numbered = lines.enumerated().map { index, line in
      "Line \(index + 1): \(SpokenText.closed(line.isBlank ? "blank" : line))" as ShownText
    }
    let origin = OriginWords.line(workspace.library, row: row)
    let range: ShownText = "Lines 1 to \(lines.count) of \(lines.count)."
    return Answer(["File: \(origin).", range] + numbered + ["End of record."])
  }

  // MARK: - Where

  /// One line for the screen, the position first; what is most asked for fits into 40 cells.
  static func whereLine(_ state: State, _ workspace: Workspace) -> ShownText {
    ([place(state, workspace)] + rest(state, workspace)).joined(separator: " ")
  }

  /// The same, a sentence or two a line, after the current case in words.
  static func whereAnswer(_ state: State, _ workspace: Workspace) -> Answer {
    var lines = [positionLine(state, workspace)]
    if let loading = LoadingWords.sentence(state.loading) { lines.append(loading) }
    lines.append(SpokenFilter.stateLine(state, workspace))
    return Answer(lines + rest(state, workspace))
  }

  /// "Case 1 of 23 of 36, no filter, aligned."
  private static func place(_ state: State, _ workspace: Workspace) -> ShownText {
    let count = CaseCount(state, workspace)
    let position = count.count == 0 ? 0 : state.list.position + 1
    var parts: [ShownText] = [
      count.count == 0 ? "No case" : "Case \(grouped: position) of \(grouped: count.count)"
    ]
    if let total = count.total { parts[0] += " of \(grouped: total)" }
    let terms = state.filter.terms.count { $0.isOn && !$0.isOrder }
    parts.append(terms == 0 ? "no filter" : .plural(terms, "filter", "filters"))
    if state.lineup.anchor != nil { parts.append("aligned") }
    let sentence: ShownText = "\(parts.joined(separator: ", "))\(count.mark)."
    return ([sentence] + count.leftOut.map { "\($0)." }).joined(separator: " ")
  }

  /// What else says where one is: what the cases are lined up on, their order, the event, the
  /// library.
  private static func rest(_ state: State, _ workspace: Workspace) -> [ShownText] {
    var lines: [ShownText] = []
    let count = workspace.chronology(at: state.list.position).count
    if count > 0 { lines.append("Event \(state.timeline.event + 1) of \(count).") }
    if let anchor = state.lineup.anchor {
      lines.append("Lined up on \(PathwayWords.anchor(anchor, workspace.library.vocabulary)).")
    }
    if let order = OrderWords.line(workspace) { lines.append("Order: \(order).") }
    let title = LibraryWords.title(state, workspace, state.dates)
    let cases = CountWords.cases(workspace.library.caseCount)
    lines.append("Library: \(title), \(cases)\(LoadingWords.spokenMark(state.loading)).")
    return lines
  }
}
