import CasebookCanvas
import CasebookCore
import CasebookText

/// The last line: what is being typed, what was said, or the keys that help now; and the position.
enum HintBar {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let margin = state.layout.margin
    let row = state.layout.hints.inset(left: margin, right: margin)
    if let prompt = state.prompt, prompt.kind != .filter {
      if !state.look.isReader { drawMessage(state, above: row, &canvas) }
      return drawPrompt(prompt, row, &canvas)
    }
    if state.layout.shape == .reader { return ReaderBars.drawHints(state, row, &canvas) }
    let place = position(state, workspace)
    // What was said may begin with the position: "Case 1 of 36, no filter."
    let isSaid = state.message?.text.string.hasPrefix(place.text.string) ?? false
    let right = isSaid ? StyledLine() : place
    let free = max(0, row.columns - right.columns - 2)
    let left = said(state, workspace) ?? hints(state, workspace, fitting: free)
    canvas.draw(
      left.truncated(to: free, ellipsis: canvas.glyphs.ellipsis), at: row.origin)
    canvas.draw(right, at: Point(column: row.right - right.columns, row: row.top))
  }

  /// What was said while a line is typed in the last row.
  private static func drawMessage(_ state: State, above row: Rect, _ canvas: inout Canvas) {
    guard let message = state.message, row.top > 0 else { return }
    let place = Rect(column: 0, row: row.top - 1, columns: state.size.columns, rows: 1)
    canvas.fill(place)
    let line = StyledLine(message.text, message.kind == .error ? .error : .normal)
      .truncated(to: row.columns, ellipsis: canvas.glyphs.ellipsis)
    canvas.draw(line, at: Point(column: row.left, row: place.top))
  }

  private static func drawPrompt(
    _ prompt: PromptState, _ row: Rect, _ canvas: inout Canvas
  ) {
    let sign = StyledLine(prompt.kind == .command ? ":" : "find: ", .accent)
    prompt.field.draw(in: row, of: &canvas, prompt: sign)
    guard !prompt.completions.isEmpty, let cursor = canvas.cursor else { return }
    let words = prompt.completions.map { Gate.shown($0) }.joined(separator: "  ")
    let start = cursor.column + 3
    let line = StyledLine(words, .secondary)
      .truncated(to: max(0, row.right - start), ellipsis: canvas.glyphs.ellipsis)
    canvas.draw(line, at: Point(column: start, row: row.top))
  }

  /// What keeps the text being typed from being a filter or leaves nothing of it, or what was said.
  private static func said(_ state: State, _ workspace: Workspace) -> StyledLine? {
    if state.prompt?.kind == .filter, state.message == nil {
      if let error = state.filter.shownError { return FilterError.line(error) }
      guard workspace.results.count == 0, state.filter.error == nil else { return nil }
      return CulpritWords.line(workspace).map { StyledLine($0) }
    }
    return state.message.map { StyledLine($0.text, $0.kind == .error ? .error : .normal) }
  }

  /// "Case 3 of 240", or the place on a page.
  static func position(_ state: State, _ workspace: Workspace) -> StyledLine {
    if let page = state.page {
      let count = workspace.page(in: state).count
      return StyledLine("Line \(min(page.line + 1, count)) of \(count)")
    }
    let count = workspace.results.count
    if state.layout.shape == .single { return StyledLine() }
    if count == 0 { return StyledLine("No case") }
    let (position, all, noun) = place(state, workspace)
    return StyledLine("\(noun) \(grouped: position) of \(grouped: all)")
  }

  /// Where the reader is in the region with the focus, from 1: the row, the event or the case.
  static func place(
    _ state: State, _ workspace: Workspace
  ) -> (position: Int, count: Int, noun: ShownText) {
    if state.focus == .facets {
      let rows = FacetRows(state, workspace).count
      if rows > 0 { return (state.facets.position + 1, rows, "Row") }
    }
    if state.focus == .timeline {
      let events = workspace.chronology(at: state.list.position).count
      if events > 0 { return (state.timeline.event + 1, events, "Event") }
    }
    let count = workspace.results.count
    return (count == 0 ? 0 : state.list.position + 1, count, "Case")
  }

  // MARK: - Hints

  /// The commands to hint at, the most useful first.
  private static func names(_ state: State, _ workspace: Workspace) -> [String] {
    if state.prompt?.kind == .filter { return [] }
    switch state.context {
    case .list where state.lineup.showsTimelines:
      return [
        "stop", "show", "align", "align-type", "align-next", "axis-nearer", "axis-farther", "rank",
        "pathways",
        "help",
      ]
    case .list:
      let change = workspace.culprit == nil ? [] : ["drop", "clear"]
      return ["stop"] + change + [
        "show", "filter", "facets", "terms", "timeline", "align", "pathways", "focus-next",
        "command", "help",
        "quit",
      ]
    case .detail: return ["find", "again", "close", "timeline", "focus-next", "help"]
    case .timeline:
      return [
        "next-event", "event", "zoom-in", "zoom-out", "fit", "fold", "close", "filter", "help",
      ]
    case .facets where state.facets.request.isEmpty: return ["close", "filter", "help"]
    case .facets:
      return [
        "with", "without", "facet-right", "facet-counts", "by", "facet-order", "facets", "close",
        "copy", "filter",
      ]
    case .terms: return ["next-term", "off", "drop", "negate", "edit-term", "close", "help"]
    case .page:
      return [
        "column-left", "column-right", "column-wider", "column-narrower", "column-drop",
        "column-add", "choose", "find", "again", "close",
      ]
    case .pathways:
      return [
        "keep", "open", "step-back", "hide-type", "merge-repeats", "begin-at", "backwards",
        "deeper", "close",
      ]
    }
  }

  private static func hints(_ prompt: PromptState) -> [(ShownText, ShownText)] {
    if prompt.choice != nil {
      return [("Enter", "take it"), ("Esc", "leave them"), ("Down", "next")]
    }
    if prompt.suggestions.isEmpty {
      return [("Enter", "keep"), ("Esc", "take back"), ("Down", "next case"), ("Tab", "complete")]
    }
    return [("Tab", "complete"), ("Down", "choose"), ("Enter", "keep"), ("Esc", "take back")]
  }

  private static func hints(
    _ state: State, _ workspace: Workspace, fitting columns: Int
  ) -> StyledLine {
    var line = StyledLine()
    var entries: [(ShownText, ShownText)] = []
    if let prompt = state.prompt, prompt.kind == .filter {
      entries = hints(prompt)
    } else if state.context == .facets, state.facets.request.isEmpty {
      entries = [("Enter", "count by it"), ("a to z", "find a field")]
    }
    for name in names(state, workspace) {
      guard let command = Registry.standard.command(named: name),
        command.unavailable(state, workspace) == nil,
        let key = command.keys.first(where: { $0.contexts.contains(state.context) })
      else { continue }
      let turnsBack = name == "align" && state.lineup.anchor != nil
      entries.append((KeyWords.name(of: key.key), turnsBack ? "align off" : command.hint))
    }
    for (key, hint) in entries {
      let gap: ShownText = line.isEmpty ? "" : "  "
      let entry = StyledLine(gap) + StyledLine(key, .accent) + StyledLine(" \(hint)", .secondary)
      if line.columns + entry.columns > columns { break }
      line += entry
    }
    return line
  }
}
