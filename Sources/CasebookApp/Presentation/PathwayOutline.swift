import CasebookCore

/// A row of the pathways as they are read: a branch, or what is said below one.
package struct PathwayRow: Sendable, Equatable {
  /// What a row is about.
  package enum Kind: Sendable, Equatable {
    /// A branch, by its place in the pathways.
    case branch(Int)
    /// The cases of a branch that have nothing after it.
    case nothingAfter(Int)
    /// Branches side by side that are not shown one by one; the branch before, how many.
    case others(Int?, count: Int)
  }

  /// What the row is about.
  package var kind: Kind
  /// How deep it stands, from 0.
  package var depth: Int
  /// How many cases it stands for.
  package var caseCount: Int
  /// The part of the cases of the branch before.
  package var share: Double
  /// Whether there are rows below it that are not shown.
  package var isClosed = false
}

/// The rows of the pathways, from the top.
package struct PathwayOutline: Sendable, Equatable {
  /// The rows.
  package private(set) var rows: [PathwayRow] = []

  /// Lists the rows below every branch that is open.
  ///
  /// - Parameters:
  ///   - pathways: The pathways.
  ///   - start: The branch whose next steps are listed; the first steps where none is given.
  ///   - isOpen: Whether the next steps of a branch are listed below it.
  ///   - limit: How many branches side by side are listed one by one, by the branch before.
  package init(
    _ pathways: Pathways, below start: Int? = nil, isOpen: (Int) -> Bool,
    limit: (Int?) -> Int
  ) {
    // What is left to do, the next on top.
    var open = Self.rows(pathways, below: start, depth: 0, limit: limit(start))
    while let row = open.popLast() {
      rows.append(row)
      guard case .branch(let index) = row.kind else { continue }
      let below = Self.rows(pathways, below: index, depth: row.depth + 1, limit: limit(index))
      if isOpen(index) {
        open += below
      } else {
        rows[rows.count - 1].isClosed = !below.isEmpty
      }
    }
  }

  /// How many branches below one are read one by one where nothing is said: at most ten, and of
  /// those only what one in a hundred of all cases have.
  package static func usual(_ pathways: Pathways) -> (Int?) -> Int {
    { parent in
      pathways.children(of: parent).prefix(10)
        .prefix { pathways.branches[$0].caseCount * 100 >= pathways.pathCount }.count
    }
  }

  /// The rows below a branch, the last one first.
  private static func rows(
    _ pathways: Pathways, below parent: Int?, depth: Int, limit: Int
  ) -> [PathwayRow] {
    let children = pathways.children(of: parent)
    // One that is left over alone is listed itself.
    let shown = children.count <= limit + 1 ? children : Array(children.prefix(limit))
    let base = parent.map { pathways.branches[$0].caseCount } ?? pathways.pathCount
    let row = { (kind: PathwayRow.Kind, count: Int) in
      PathwayRow(
        kind: kind, depth: depth, caseCount: count, share: Double(count) / Double(max(1, base)))
    }
    var rows = shown.map { row(.branch($0), pathways.branches[$0].caseCount) }
    let others = children.dropFirst(shown.count)
    if !others.isEmpty {
      let count = others.reduce(0) { $0 + pathways.branches[$1].caseCount }
      rows.append(row(.others(parent, count: others.count), count))
    }
    if let parent, !children.isEmpty, pathways.branches[parent].endCount > 0 {
      rows.append(row(.nothingAfter(parent), pathways.branches[parent].endCount))
    }
    return rows.reversed()
  }
}
