import CasebookCore

/// Where the reader is in the pathways, and how they are made.
package struct PathwaysState: Sendable, Equatable {
  /// How events become paths.
  package var rule = PathRule()
  /// The most steps of a path.
  package var depth = 4
  /// The steps of the branch at hand; none for the beginning.
  package var place: [String] = []
  /// The branches that are opened or closed otherwise than by themselves.
  package var toggled: Set<[String]> = []
  /// The branches all of whose next steps are listed.
  package var whole: Set<[String]> = []

  /// So many next steps are listed one by one.
  private static let shownSteps = 8
  /// A branch is open by itself where it has at least such a part of all cases.
  private static let openShare = 0.05

  /// Whether the next steps of a branch are listed below it.
  package func isOpen(_ branch: Int, of pathways: Pathways) -> Bool {
    let cases = Double(pathways.branches[branch].caseCount)
    let isLarge = cases >= Self.openShare * Double(pathways.pathCount)
    return isLarge != toggled.contains(pathways.path(of: branch))
  }

  /// The rows as they are listed on a screen.
  package func outline(of pathways: Pathways) -> PathwayOutline {
    PathwayOutline(
      pathways, isOpen: { isOpen($0, of: pathways) }, limit: { limit(below: $0, of: pathways) })
  }

  /// The rows of the steps next to the branch at hand, as they are said.
  package func steps(of pathways: Pathways) -> PathwayOutline {
    let branch = pathways.branch(place)
    return PathwayOutline(
      pathways, below: branch, isOpen: { _ in false }, limit: { limit(below: $0, of: pathways) })
  }

  private func limit(below branch: Int?, of pathways: Pathways) -> Int {
    whole.contains(branch.map(pathways.path) ?? []) ? .max - 1 : Self.shownSteps
  }
}

/// What happened about pathways.
package enum PathwaysAction: Sendable, Equatable {
  /// The pathways were asked for.
  case opened
  /// Events become paths in another way.
  case ruleChanged(PathRule)
  /// Paths are cut after another number of steps.
  case depthChanged(Int)
  /// A branch was opened, or closed.
  case toggled([String])
  /// All next steps of a branch are to be listed.
  case wholeAsked([String])
  /// The reader went to a branch.
  case went([String])
  /// The paths were counted.
  case counted
}

extension State {
  mutating func reducePathways(_ action: PathwaysAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .opened:
      if pathways.rule.start != lineup.anchor {
        pathways = PathwaysState()
        pathways.rule.start = lineup.anchor
      }
      pathways.place = []
      if !look.isPlain { page = PageState(.pathways) }
      return [.ask(.pathways)]
    case .ruleChanged(let rule):
      pathways.rule = rule
      return [.ask(.pathways)]
    case .depthChanged(let depth):
      pathways.depth = min(max(1, depth), Pathways.depthLimit)
      return [.ask(.pathways)]
    case .toggled(let path): pathways.toggled.formSymmetricDifference([path])
    case .wholeAsked(let path): pathways.whole.insert(path)
    case .went(let path): pathways.place = path
    case .counted:
      guard let found = workspace.pathways, found.rule == pathways.rule,
        found.depth == pathways.depth
      else { return [.ask(.pathways)] }
    }
    settlePathways(in: workspace)
    return []
  }

  /// Brings the place to a branch there is, and the line of the page to it.
  private mutating func settlePathways(in workspace: Workspace) {
    guard let found = workspace.pathways else { return }
    while !pathways.place.isEmpty, found.branch(pathways.place) == nil {
      pathways.place.removeLast()
    }
    guard page?.kind == .pathways else { return }
    let rows = pathways.outline(of: found).rows
    // The nearest branch before, where the one at hand is not listed.
    var path = pathways.place
    while !path.isEmpty {
      let branch = found.branch(path)
      if let line = rows.firstIndex(where: { $0.kind == branch.map(PathwayRow.Kind.branch) }) {
        page?.line = line
        break
      }
      path.removeLast()
    }
    settlePage(in: workspace)
  }
}
