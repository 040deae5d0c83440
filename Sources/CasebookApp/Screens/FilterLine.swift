import CasebookCanvas
import CasebookCore
import CasebookText

/// The line of the filter: in force, term by term; being typed; or none.
enum FilterLine {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    if state.layout.shape == .reader {
      return ReaderBars.drawFilter(state, workspace, &canvas)
    }
    let row = state.layout.filter.inset(left: 1, right: 1)
    if let prompt = state.prompt, prompt.kind == .filter {
      let error = state.filter.shownError
      prompt.field.draw(
        in: row, of: &canvas, prompt: StyledLine("/ ", .accent), mistake: error?.range)
      drawShare(state, row, &canvas)
      if !prompt.suggestions.isEmpty {
        SuggestionList.draw(prompt, state, &canvas)
      } else if let error {
        FilterError.drawAbove(error, state, &canvas)
      }
      return
    }
    guard state.prompt == nil || state.layout.shape != .single else { return }
    let unlisted = unlisted(state, workspace)
    let hasTerms = !state.filter.terms.isEmpty
    if state.layout.shape == .single, !hasTerms {
      guard unlisted.isEmpty else { return draw(unlisted, row, &canvas) }
      return drawSummary(state, workspace, row, &canvas)
    }
    // What narrows the list beside the terms stands at the right end and is cut after them.
    let words = unlisted.truncated(
      to: row.columns - leastTerms, ellipsis: canvas.glyphs.ellipsis)
    let parts = row.split(left: row.columns - words.columns - (words.isEmpty ? 0 : 2))
    draw(
      words, Rect(column: row.right - words.columns, row: row.top, columns: words.columns, rows: 1),
      &canvas)
    guard !hasTerms else { return drawTerms(state, parts.left, &canvas) }
    draw(StyledLine("/ ", .label) + StyledLine("no filter", .secondary), parts.left, &canvas)
  }

  /// Columns that the terms keep beside what narrows the list.
  private static let leastTerms = 13

  /// "13 have no detainer (aligned)": what narrows the list beside the terms; on a small screen,
  /// whose first line has no room for it, with how many do not say.
  private static func unlisted(_ state: State, _ workspace: Workspace) -> StyledLine {
    let count = CaseCount(state, workspace)
    let unsaid = state.layout.shape == .single ? count.unsaid : nil
    let words = [unsaid, count.alignment].compactMap(\.self)
    return StyledLine(words.joined(separator: "; "), .warning)
  }

  private static func draw(_ line: StyledLine, _ row: Rect, _ canvas: inout Canvas) {
    canvas.draw(
      line.truncated(to: row.columns, ellipsis: canvas.glyphs.ellipsis), at: row.origin)
  }

  /// How far looking for the cases is, where that takes long.
  private static func drawShare(_ state: State, _ row: Rect, _ canvas: inout Canvas) {
    guard let progress = state.filter.progress, let cursor = canvas.cursor else { return }
    let line = StyledLine(LoadingWords.progress(progress), .secondary)
    guard row.right - cursor.column - 3 >= line.columns else { return }
    canvas.draw(line, at: Point(column: row.right - line.columns, row: row.top))
  }

  /// The terms, two blanks between them, so that one sees what one can step through.
  private static func drawTerms(_ state: State, _ row: Rect, _ canvas: inout Canvas) {
    var line = StyledLine()
    var chosen: Range<Int>?
    for (index, term) in state.filter.terms.enumerated() {
      if index > 0 { line.append("  ") }
      let start = line.columns
      line += words(term)
      if index == state.filter.term { chosen = start..<line.columns }
    }
    let head = StyledLine("/ ", .accent)
    let place = row.split(left: head.columns).right
    canvas.draw(head, at: row.origin)
    // The term at hand is in sight, its beginning where it is long.
    let hidden = chosen.map { min($0.lowerBound, max(0, $0.upperBound - place.columns)) } ?? 0
    let start = Point(column: place.left - hidden, row: place.top)
    if hidden == 0 {
      canvas.draw(
        line.truncated(to: place.columns, ellipsis: canvas.glyphs.ellipsis), at: place.origin)
    } else {
      canvas.draw(line, at: start, clippedTo: place)
    }
    guard let chosen, state.prompt == nil else { return }
    let area = Rect(
      column: start.column + chosen.lowerBound, row: place.top, columns: chosen.count, rows: 1)
    canvas.select(area.intersection(place), .selected)
    canvas.cursor = area.origin
  }

  /// A term that is off says so first.
  private static func words(_ term: FilterTerm) -> StyledLine {
    let text = StyledLine(Gate.shown(term.text)).markingEscapes()
    if term.isOn { return text }
    return StyledLine("(off: ", .secondary) + text.with(role: .secondary)
      + StyledLine(")", .secondary)
  }

  /// On a small screen without a filter the line says the events of the case in words.
  private static func drawSummary(
    _ state: State, _ workspace: Workspace, _ row: Rect, _ canvas: inout Canvas
  ) {
    guard let loaded = workspace.loadedCase(at: state.list.position) else { return }
    draw(StyledLine(StripWords.summary(loaded.chronology), .secondary), row, &canvas)
  }
}

/// What keeps a text from being a filter; the list shows the last whole one.
enum FilterError {
  /// "No field "colour". Did you mean color?"
  static func line(_ error: QueryError) -> StyledLine {
    StyledLine(CommandFailure(query: error).line, .error)
  }

  /// On a screen too narrow for the last line to hold it whole, it stands above the filter.
  static func drawAbove(_ error: QueryError, _ state: State, _ canvas: inout Canvas) {
    guard state.layout.shape == .single else { return }
    let columns = max(1, state.size.columns - 2)
    let lines = line(error).wrapped(to: columns)
    guard lines.count > 1, lines.count < state.layout.filter.top else { return }
    let rect = Rect(
      column: 0, row: state.layout.filter.top - lines.count, columns: state.size.columns,
      rows: lines.count)
    canvas.fill(rect)
    canvas.draw(lines, in: rect.inset(left: 1, right: 1))
  }
}

extension FilterState {
  /// What is wrong with the text being typed; nothing where more typing may mend it and
  /// Enter has not asked.
  var shownError: QueryError? { error.flatMap { $0.isUnfinished && !isErrorAsked ? nil : $0 } }
}
