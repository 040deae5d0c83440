/// The paths of many cases as one tree: which steps follow which, in how many cases, after how long.
///
/// A branch stands for the cases whose paths begin with its steps. The tree is cut at a depth.
public struct Pathways: Sendable, Equatable {
  /// A beginning that paths have in common.
  public struct Branch: Sendable, Equatable {
    /// The event type of its last step.
    public var type: String
    /// How many steps it has, from 1.
    public var level: Int
    /// How many cases have it.
    public var caseCount: Int
    /// How many of them have nothing after it.
    public var endCount: Int
    /// The days from the step before; nothing at a first step.
    public var gap: DayQuartiles?
    /// The branch one step shorter; nothing at a first step.
    public var parent: Int?
    /// The branches below it, which stand after it.
    public var below: Range<Int>
  }

  /// How events became paths.
  public let rule: PathRule
  /// The most steps of a branch; longer paths are cut there.
  public let depth: Int
  /// The branches, each before those below it; of branches side by side the one with most cases
  /// first, then by name.
  public let branches: [Branch]
  /// How many cases were asked.
  public let caseCount: Int
  /// How many of them have no event that makes a step.
  public let withoutSteps: Int
  /// How many of them lack the event that paths begin at.
  public let withoutStart: Int
  /// In how many cases an event has no first possible day and was left out.
  public let undatedCount: Int
  /// In how many cases events of one day stand in the order of the file.
  public let tiedCount: Int

  init(
    rule: PathRule, depth: Int, branches: [Branch], counts: PathCounts
  ) {
    self.rule = rule
    self.depth = depth
    self.branches = branches
    caseCount = counts.caseCount
    withoutSteps = counts.withoutSteps
    withoutStart = counts.withoutStart
    undatedCount = counts.undatedCount
    tiedCount = counts.tiedCount
  }

  /// How many cases have a path.
  public var pathCount: Int { caseCount - withoutSteps - withoutStart }

  /// The branches one step on from a branch, or the first steps where none is given.
  public func children(of branch: Int?) -> [Int] {
    let range = branch.map { branches[$0].below } ?? branches.indices
    var children: [Int] = []
    var next = range.lowerBound
    while next < range.upperBound {
      children.append(next)
      next = branches[next].below.upperBound
    }
    return children
  }

  /// The steps of a branch from the first on.
  public func path(of branch: Int) -> [String] {
    var path: [String] = []
    var next: Int? = branch
    while let index = next {
      path.append(branches[index].type)
      next = branches[index].parent
    }
    return path.reversed()
  }

  /// The branch with some steps, where there is one.
  public func branch(_ path: [String]) -> Int? {
    var found: Int?
    for type in path {
      guard let next = children(of: found).first(where: { branches[$0].type == type }) else {
        return nil
      }
      found = next
    }
    return found
  }

  /// How many cases a branch is a part of: those of the branch before, or all with a path.
  public func base(of branch: Int) -> Int {
    branches[branch].parent.map { branches[$0].caseCount } ?? pathCount
  }

  /// The part of the cases before that took this step, from 0 to 1.
  public func share(of branch: Int) -> Double {
    Double(branches[branch].caseCount) / Double(max(1, base(of: branch)))
  }

  /// How many cases go on beyond a branch at the depth where paths are cut.
  public func deeperCount(of branch: Int) -> Int {
    let branch = branches[branch]
    return branch.level == depth ? branch.caseCount - branch.endCount : 0
  }
}
