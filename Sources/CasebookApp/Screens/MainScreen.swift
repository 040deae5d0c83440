import CasebookCanvas
import CasebookCore
import CasebookText

/// The whole screen of a state: a pure picture, with the cursor on what has the focus.
package enum MainScreen {
  /// Draws a state.
  package static func draw(_ state: State, _ workspace: Workspace) -> Canvas {
    var canvas = Canvas(size: state.size, glyphs: state.glyphs)
    let layout = state.layout
    if layout.shape == .tooSmall {
      drawTooSmall(&canvas)
      return canvas
    }
    if state.page != nil {
      PageScreen.draw(state, workspace, &canvas)
    } else {
      HeaderBar.draw(state, workspace, &canvas)
      drawRegions(state, workspace, layout, &canvas)
      FilterLine.draw(state, workspace, &canvas)
    }
    HintBar.draw(state, workspace, &canvas)
    if layout.shape == .reader {
      // What is typed is heard letter by letter, everything else row by row, and a row of one look
      // as one utterance.
      canvas.sendsWholeRows = state.prompt == nil
      canvas.dropRoles()
    }
    return canvas
  }

  private static func drawRegions(
    _ state: State, _ workspace: Workspace, _ layout: ScreenLayout, _ canvas: inout Canvas
  ) {
    if layout.shape == .single || layout.shape == .reader {
      drawRegion(state.focus, state, workspace, &canvas)
      return
    }
    for row in layout.rules { canvas.horizontalRule(row: row, columns: 0..<state.size.columns) }
    if let column = layout.divider, let first = layout.rules.first, let last = layout.rules.last {
      canvas.verticalRule(column: column, rows: (first + 1)..<last)
    }
    if let region = layout.filling { return drawRegion(region, state, workspace, &canvas) }
    ListRegion.draw(state, workspace, &canvas)
    guard layout.lineup == nil else { return }
    if layout.showsFacets {
      FacetRegion.draw(state, workspace, &canvas)
      if layout.facetsHideTimeline { return }
    } else {
      DetailRegion.draw(state, workspace, &canvas)
    }
    StripRegion.draw(state, workspace, &canvas)
  }

  private static func drawRegion(
    _ region: Region, _ state: State, _ workspace: Workspace, _ canvas: inout Canvas
  ) {
    switch region {
    case .list: ListRegion.draw(state, workspace, &canvas)
    case .detail: DetailRegion.draw(state, workspace, &canvas)
    case .timeline: StripRegion.draw(state, workspace, &canvas)
    case .facets: FacetRegion.draw(state, workspace, &canvas)
    }
  }

  private static func drawTooSmall(_ canvas: inout Canvas) {
    let size = canvas.size
    let needed = ScreenLayout.smallest
    let text: ShownText = "Too small: needs \(needed.columns)x\(needed.rows)"
    canvas.draw(
      StyledLine(text).wrapped(to: max(1, size.columns)),
      in: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows))
    canvas.cursor = size.isEmpty ? nil : Point(column: 0, row: 0)
  }
}

/// The first line: what is open, and how much of it is listed.
enum HeaderBar {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    if state.layout.shape == .reader { return ReaderBars.drawHeader(state, workspace, &canvas) }
    let columns = state.size.columns
    let right = size(state, workspace)
    let title: ShownText =
      state.layout.shape == .single
      ? regionTitle(state, workspace) : LibraryWords.title(state, workspace)
    let room = max(0, columns - right.columns - 4)
    canvas.draw(
      StyledLine(title, .heading).truncated(to: room, ellipsis: canvas.glyphs.ellipsis),
      at: Point(column: 1, row: 0))
    canvas.draw(right, at: Point(column: columns - right.columns - 1, row: 0))
  }

  /// A narrower screen leaves the rate of loading out.
  private static let columnsForRate = 72

  private static func regionTitle(_ state: State, _ workspace: Workspace) -> ShownText {
    switch state.focus {
    case .list: "Cases"
    case .detail: "Case"
    case .timeline: "Timeline"
    case .facets: "Facets"
    }
  }

  /// "19 of 240 cases", with what makes the number less than whole.
  static func size(_ state: State, _ workspace: Workspace) -> StyledLine {
    var line: StyledLine
    if state.layout.shape == .single {
      let (position, all, _) = HintBar.place(state, workspace)
      line = StyledLine("\(grouped: position) of \(grouped: all)")
    } else {
      line = StyledLine(counted(CaseCount(state, workspace), state))
    }
    if state.layout.shape != .single { line += order(workspace, beside: line, state) }
    let isNarrow = state.size.columns < Self.columnsForRate
    let mark =
      isNarrow ? LoadingWords.shortMark(state.loading) : LoadingWords.mark(state.loading)
    line += StyledLine(mark, .warning)
    if state.layout.shape != .single { line += refused(workspace.library) }
    return line
  }

  /// "22,088 cases: 18,035 people and 4,053 rows without an id", shorter if the title would lose too
  /// much room.
  private static func counted(_ count: CaseCount, _ state: State) -> ShownText {
    let rows = count.tally.map { "\(grouped: $0.rowsWithoutID) without an id" as ShownText }
    let forms = [count.composed, [count.head, rows].compactMap(\.self).joined(separator: ", ")]
      .map { [$0, count.unsaid].compactMap(\.self).joined(separator: "; ") }
    return forms.first { $0.columns <= state.size.columns - leastTitle } ?? forms[1]
  }

  /// ", 3 refused, 1 file not read (!)", with the key of the page that tells them.
  private static func refused(_ library: Library) -> StyledLine {
    let (records, files) = (library.refusedRecordCount, library.unreadFileCount)
    let parts: [ShownText] = [
      records > 0 ? "\(grouped: records) refused" : nil,
      files > 0 ? ProblemWords.unreadFiles(library) : nil,
    ].compactMap(\.self)
    return parts.isEmpty
      ? StyledLine() : StyledLine(", \(parts.joined(separator: ", ")) (!)", .warning)
  }

  /// The order, shorter or not at all where the title would lose too much room.
  private static func order(
    _ workspace: Workspace, beside line: StyledLine, _ state: State
  ) -> StyledLine {
    let room = state.size.columns - line.columns - leastTitle
    let forms = [OrderWords.line(workspace), OrderWords.keys(workspace)].compactMap { $0 }
    let fitting = forms.first { $0.columns + 2 <= room }
    return fitting.map { StyledLine(", \($0)") } ?? StyledLine()
  }

  /// Columns that the title keeps beside the order.
  private static let leastTitle = 20
}
