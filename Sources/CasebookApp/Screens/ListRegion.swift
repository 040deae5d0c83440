import CasebookCanvas
import CasebookCore
import CasebookText

/// The list of cases.
enum ListRegion {
  static func draw(_ state: State, _ workspace: Workspace, _ canvas: inout Canvas) {
    let layout = state.layout
    let rect = layout.list
    let count = workspace.results.count
    guard count > 0 else { return drawEmpty(state, workspace, rect, &canvas) }
    if let lineup = layout.lineup {
      return LineupRegion.draw(state, workspace, lineup, &canvas)
    }
    let columns = ListColumns(workspace.columns(in: state), fitting: rect.columns)
    let highlight = SearchHighlight(terms: state.filter.words, fold: Self.fold)
    let hasFocus = state.focus == .list && state.page == nil
    var list = ListView(
      count: count, selection: state.list.position, offset: state.list.top,
      header: layout.hasColumnHeads ? columns.header(canvas.glyphs) : nil,
      isFocused: hasFocus && state.prompt == nil && state.filter.term == nil)
    let glyphs = canvas.glyphs
    list.showsSelection = layout.shape != .reader
    list.draw(in: rect, of: &canvas) { position in
      guard let loaded = workspace.loadedCase(at: position) else { return StyledLine() }
      if layout.shape == .reader {
        let row = ReaderRows.row(of: loaded, state, workspace, columns: rect.columns, glyphs)
        return highlight.applied(to: row)
      }
      return highlight.applied(
        to: columns.line(loaded, glyphs, isMarked: state.notebook.marked.contains(loaded.id)))
    }
  }

  private static func drawEmpty(
    _ state: State, _ workspace: Workspace, _ rect: Rect, _ canvas: inout Canvas
  ) {
    var lines: [StyledLine] = []
    if let anchor = state.lineup.anchor {
      let event = PathwayWords.anchor(anchor, workspace.library.vocabulary)
      lines.append(StyledLine("No case has \(event)."))
      lines.append(StyledLine("Press a to line the cases up no longer.", .secondary))
    } else if state.filter.applied.isEmpty {
      lines.append(StyledLine(state.loading.isGoing ? "Loading" : "There are no cases here."))
      if workspace.library.refusedCount > 0 {
        lines.append(StyledLine("Press ! for what was wrong in the files.", .secondary))
      }
    } else {
      lines.append(StyledLine("No case matches the filter."))
      lines += advice(state, workspace)
    }
    canvas.draw(lines.flatMap { $0.wrapped(to: max(1, rect.columns)) }, in: rect)
    if state.focus == .list, state.prompt == nil, state.filter.term == nil {
      canvas.cursor = rect.origin
    }
  }

  /// What to do where nothing is found; keys are named where they are no part of the text typed.
  private static func advice(_ state: State, _ workspace: Workspace) -> [StyledLine] {
    let culprit = state.filter.error == nil ? CulpritWords.line(workspace) : nil
    let line = culprit.map { [StyledLine("\($0).")] } ?? []
    guard state.prompt == nil else { return line }
    let keys: ShownText =
      culprit == nil
      ? "Press c to list all cases, / to change the filter."
      : "Press x to drop it, c to list all cases."
    return line + [StyledLine(keys, .secondary)]
  }

  /// Case and accents do not part a word typed from a word shown.
  static let fold: SearchHighlight.Fold = { character in
    String(decoding: Fold.folded(String(character)), as: UTF8.self)
  }
}

extension FilterState {
  /// The words of the filter, for marking them where they are shown.
  package var words: [String] {
    guard let query = try? Query.parse(applied) else { return [] }
    var words: [String] = []
    var nodes = [query.root]
    while let node = nodes.popLast() {
      switch node {
      case .all, .not: continue
      case .and(let parts), .or(let parts): nodes += parts
      case .term(let term):
        switch term.kind {
        case .text(let word): words.append(word)
        case .field(let test) where test.comparison == .matches:
          words += test.values.filter { $0.pattern == nil }.map(\.text)
        default: continue
        }
      }
    }
    return words
  }
}
