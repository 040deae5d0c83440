import CasebookCanvas
import CasebookCore
import CasebookText

/// The pathways: steps below each other, indented in the order of time.
enum PathwaysScreen {
  /// The lines of the page, one a row.
  static func lines(_ state: State, _ workspace: Workspace) -> [PageLine] {
    guard let found = workspace.pathways else { return [PageLine(StyledLine("Counting paths"))] }
    guard !found.branches.isEmpty else {
      return [PageLine(StyledLine("No case has a dated event that is a step."))]
    }
    let table = table(found, state, workspace)
    let vocabulary = workspace.library.vocabulary
    let rows = state.pathways.outline(of: found).rows.map { row in
      guard state.look.isReader else { return PageLine(table.line(row, found)) }
      let words = SpokenText.closed(PathwayWords.sentence(row, found, vocabulary))
      return PageLine(StyledLine("\(words) Step \(row.depth + 1)."))
    }
    let notes = notes(found, workspace, columns: state.layout.page.columns)
    return rows + (notes.isEmpty ? [] : [PageLine(StyledLine())]) + notes
  }

  /// What stands above the lines: the heads of the columns.
  static func header(_ state: State, _ workspace: Workspace) -> StyledLine {
    guard let found = workspace.pathways, !found.branches.isEmpty else { return StyledLine() }
    return table(found, state, workspace).header
  }

  static func title(_ workspace: Workspace) -> ShownText {
    workspace.pathways.map { PathwayWords.title($0, workspace.library.vocabulary) } ?? "Pathways"
  }

  /// How events became steps and what was left out, below the rows.
  private static func notes(
    _ found: Pathways, _ workspace: Workspace, columns: Int
  ) -> [PageLine] {
    let vocabulary = workspace.library.vocabulary
    let notes = PathwayWords.rule(found.rule, vocabulary) + PathwayWords.counts(found, vocabulary)
    return notes.flatMap { StyledLine($0, .secondary).wrapped(to: max(1, columns), hanging: 2) }
      .map { PageLine($0) }
  }

  private static func table(
    _ found: Pathways, _ state: State, _ workspace: Workspace
  ) -> PathwayTable {
    PathwayTable(
      found, columns: state.layout.page.columns, vocabulary: workspace.library.vocabulary,
      glyphs: state.glyphs)
  }
}
