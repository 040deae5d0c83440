/// What a load may come to: told before it begins, and watched while it goes on.
struct LoadBounds {
  private let limits: Limits
  /// Bytes of memory there are for the library.
  private let memory: Int?
  private var cases = 0
  private var events = 0
  private var bytes = 0
  /// The paths that have columns.
  private var paths: Set<FieldPath> = []

  /// Bytes of columns for a hundred bytes of text, measured on made-up cases and releases.
  private static let columnsOfText = 90
  /// Bytes of text for a byte of a compressed file, as tables and cases are compressed.
  static let textOfCompressed = 8

  /// Makes bounds before anything is loaded.
  init(_ limits: Limits, available: Int?) {
    self.limits = limits
    memory = [limits.memory, available].compactMap(\.self).min()
  }

  /// What will probably not fit into memory; nothing where it will, or where all is known already.
  func forecast(_ found: Loader.Found, of plan: LoadPlan, title: String) -> Problem? {
    guard let memory, plan.unreadBytes > 0 else { return nil }
    var needed = 0
    for (file, size) in zip(found.files, found.sizes) {
      let text = file.expanded == nil ? size : size * Self.textOfCompressed
      needed += text * Self.columnsOfText / 100
    }
    guard needed > memory else { return nil }
    return Problem(.warning, file: title, .mayNotFit(needed: needed, available: memory))
  }

  /// Leaves columns of keys beyond the limit of paths out of a step, and says so with their count.
  ///
  /// The cases keep these values, which are read from the files when a case is shown.
  mutating func bound(_ step: LoadStep, title: String) -> LoadStep {
    guard case .segment(let segment, var problems, let refused, let bytes, var files) = step else {
      return step
    }
    var beyond: Set<FieldPath> = []
    for column in segment.columns where !paths.contains(column.path) {
      if paths.count < limits.paths {
        paths.insert(column.path)
      } else {
        beyond.insert(column.path)
      }
    }
    guard !beyond.isEmpty else { return step }
    let problem = Problem(
      .warning, file: title, .keysBeyondLimit(limits.paths), count: beyond.count)
    problems.add(problem)
    if !files.isEmpty { files[0].problems.append(problem) }
    return .segment(
      segment.without(columns: beyond), problems, refused: refused, bytes: bytes, files: files)
  }

  /// Counts a segment that was loaded; gives the bound that it reached, if it did.
  mutating func reached(with segment: Segment) -> Problem.Fact? {
    cases += segment.caseCount
    events += segment.eventCount
    if !segment.isMapped { bytes += segment.byteCount }
    if cases > limits.cases { return .limitReached(name: "cases", limit: limits.cases) }
    if events > limits.events { return .limitReached(name: "events", limit: limits.events) }
    guard let memory, bytes > memory else { return nil }
    return .limitReached(name: "memory", limit: memory)
  }
}
