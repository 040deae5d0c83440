import CasebookCore
import CasebookText

/// What plain mode says of pathways: the branch at hand, and its next steps by number.
enum SpokenPathways {
  static func answer(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    guard let found = workspace.pathways else { return Answer(["The paths are being counted."]) }
    let vocabulary = workspace.library.vocabulary
    let branch = found.branch(state.pathways.place)
    var lines: [ShownText] = []
    if let branch {
      let cases = CountWords.cases(found.branches[branch].caseCount)
      lines.append("Of \(cases) with \(PathwayWords.path(state.pathways.place, vocabulary)):")
    } else {
      lines.append(PathwayWords.title(found, vocabulary) + ".")
      lines += PathwayWords.rule(found.rule, vocabulary)
      lines += PathwayWords.counts(found, vocabulary, isBrief: state.verbosity == .brief)
      lines.append("Of \(CountWords.cases(found.pathCount)):")
    }
    let rows = state.pathways.steps(of: found).rows
    let listed = rows.enumerated().map { number, row in
      Choices.Choice(words(row, found, vocabulary), line: "open \(number + 1)")
    }
    let noun: ShownText =
      found.rule.isBackwards ? "Steps before" : branch == nil ? "First steps" : "Next steps"
    if !rows.isEmpty { lines.append(SpokenRange.line(noun, 0..<rows.count, of: rows.count)) }
    lines += listed.enumerated().map { "\($0 + 1). \($1.label)" }
    lines.append(end(of: branch, found))
    return Answer(lines, choices: Choices("step", listed))
  }

  /// "Charge: 11 cases, 85 percent, after a median of 1 day."
  private static func words(
    _ row: PathwayRow, _ pathways: Pathways, _ vocabulary: Vocabulary
  ) -> ShownText {
    let count: ShownText =
      "\(CountWords.cases(row.caseCount)), \(DayWords.percent(row.share)) percent"
    switch row.kind {
    case .branch(let index):
      let branch = pathways.branches[index]
      let step = PathwayWords.spoken(branch.type, vocabulary).capitalized
      guard let gap = branch.gap else { return "\(step): \(count)." }
      return "\(step): \(count), \(DayWords.after(gap))."
    case .nothingAfter: return "\(PathwayWords.end(pathways.rule).capitalized): \(count)."
    case .others(_, let number):
      return "\(ShownText.plural(number, "other step", "other steps").capitalized): \(count)."
    }
  }

  private static func end(of branch: Int?, _ pathways: Pathways) -> ShownText {
    guard let branch else {
      return pathways.branches.isEmpty ? "No dated events." : "End of steps."
    }
    let deeper = pathways.deeperCount(of: branch)
    if deeper > 0 { return "Paths are cut here; \(grouped: deeper) go on. Type deeper." }
    return pathways.branches[branch].below.isEmpty ? "Nothing comes after it." : "End of steps."
  }
}
