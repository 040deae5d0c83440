import CasebookCanvas
import CasebookCore
import CasebookText

/// The list with a small timeline in every row, the axis and the counts above them.
enum LineupRegion {
  static func draw(
    _ state: State, _ workspace: Workspace, _ layout: LineupLayout, _ canvas: inout Canvas
  ) {
    let axis = workspace.lineupAxis(in: state, columns: layout.timeline.columns)
    let drawing = axis.map {
      LineupDrawing(
        $0, origin: state.lineup.origin, vocabulary: workspace.library.vocabulary,
        glyphs: canvas.glyphs)
    }
    drawCaption(state, workspace, layout, &canvas)
    if let drawing {
      drawBand(drawing, workspace, layout, &canvas)
      canvas.draw(drawing.axisLine, at: layout.axis.origin, clippedTo: layout.axis)
    }
    drawRows(drawing, state, workspace, layout, &canvas)
    drawWords(state, workspace, layout, &canvas)
  }

  private static func drawCaption(
    _ state: State, _ workspace: Workspace, _ layout: LineupLayout, _ canvas: inout Canvas
  ) {
    guard let findings = workspace.lineup, findings.origin == state.lineup.origin else {
      return canvas.draw([StyledLine("Lining up", .secondary)], in: layout.caption)
    }
    let rank = state.lineup.rank.map { ", \(LineupWords.rank($0))" as ShownText } ?? ""
    let captions = [true, false].map { saysLeftOut in
      LineupWords.caption(
        findings, count: workspace.results.count, of: workspace.library.caseCount,
        workspace.library.vocabulary, saysLeftOut: saysLeftOut) + rank
    }
    // How many were left out follows from the rest; what they are ranked by does not.
    let words =
      rank.isEmpty || captions[0].columns <= layout.caption.columns ? captions[0] : captions[1]
    canvas.draw(
      [
        StyledLine(words, .heading)
          .truncated(to: layout.caption.columns, ellipsis: canvas.glyphs.ellipsis)
      ], in: layout.caption)
  }

  private static func drawBand(
    _ drawing: LineupDrawing, _ workspace: Workspace, _ layout: LineupLayout,
    _ canvas: inout Canvas
  ) {
    guard let findings = workspace.lineup else { return }
    let counts = workspace.band.flatMap { $0.axis == drawing.axis ? $0.band : nil }
    let vocabulary = workspace.library.vocabulary
    for (row, kind) in findings.summary.kinds.prefix(layout.band.rows).enumerated() {
      let area = layout.band.row(row)
      let words = LineupWords.kind(kind, of: findings.summary.caseCount, vocabulary)
      let role = vocabulary.type(kind.type).category.role
      let label = StyledLine(words, role)
        .truncated(to: layout.titleColumns, ellipsis: canvas.glyphs.ellipsis)
      canvas.draw(label, at: area.origin, clippedTo: area)
      guard let counts = counts?.counts(of: kind.type) else { continue }
      let place = Point(column: layout.timeline.left, row: area.top)
      canvas.draw(drawing.band(counts, role: role), at: place, clippedTo: area)
    }
  }

  private static func drawRows(
    _ drawing: LineupDrawing?, _ state: State, _ workspace: Workspace, _ layout: LineupLayout,
    _ canvas: inout Canvas
  ) {
    let list = ListView(
      count: workspace.results.count, selection: state.list.position, offset: state.list.top,
      isFocused: state.focus == .list && state.page == nil && state.prompt == nil)
    let highlight = SearchHighlight(terms: state.filter.words, fold: ListRegion.fold)
    let ellipsis = canvas.glyphs.ellipsis
    let isASCII = canvas.glyphs.isASCII
    list.draw(in: layout.rows, of: &canvas) { position in
      guard let row = workspace.results.row(at: position) else { return StyledLine() }
      let title = workspace.loadedCase(row: row).title
      let line = highlight.applied(to: StyledLine(isASCII ? Gate.ascii(title) : title))
        .padded(to: layout.titleColumns, ellipsis: ellipsis)
      guard let drawing else { return line }
      let marks = LineupRow(
        ofRow: row, in: workspace.library, origin: state.lineup.origin, on: drawing.axis)
      let gap = ShownText.repeating(" ", count: LineupLayout.gap)
      return line + StyledLine(gap) + drawing.line(marks)
    }
  }

  /// The case at hand in words: its events by their days, or its dates.
  private static func drawWords(
    _ state: State, _ workspace: Workspace, _ layout: LineupLayout, _ canvas: inout Canvas
  ) {
    guard !layout.words.isEmpty, let row = workspace.results.row(at: state.list.position) else {
      return
    }
    let words =
      SpokenLineup.offsets(ofRow: row, state, workspace)
      ?? StripWords.summary(workspace.loadedCase(row: row).chronology)
    let line = StyledLine(words, .secondary)
    canvas.draw(
      [line.truncated(to: layout.words.columns, ellipsis: canvas.glyphs.ellipsis)],
      in: layout.words)
  }
}
