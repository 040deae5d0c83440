@testable import CasebookCore

/// Reads the paths of decoded cases the plain way, for comparing with.
struct SlowPaths {
  let cases: [Case]
  let rule: PathRule
  let depth: Int

  init(cases: [Case], rule: PathRule, depth: Int) {
    self.cases = cases
    self.rule = rule
    self.depth = depth
  }

  init(_ library: Library, _ rule: PathRule, depth: Int) throws {
    cases = try (0..<library.caseCount).map { try library.decode(row: $0).get() }
    self.rule = rule
    self.depth = depth
  }

  /// A step: its day and its type.
  typealias Step = (day: Int, type: String)

  /// The dated events of a case in their order.
  static func dated(_ content: Case) -> [(day: Int, index: Int, type: String)] {
    content.events.enumerated().compactMap { index, event in
      event.date?.earliest.map { (Int($0.rawValue), index, event.type) }
    }.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
  }

  /// The event of a case that an anchor names, by its place in the file.
  static func anchor(_ anchor: EventAnchor, of content: Case) -> Int? {
    let all = dated(content).filter { $0.type == anchor.type }
    switch anchor.occurrence {
    case .first: return all.first?.index
    case .last: return all.last?.index
    case .number(let number): return all.count >= number ? all[number - 1].index : nil
    }
  }

  /// The steps of a case; nothing where it lacks the event to begin at.
  func steps(of content: Case) -> [Step]? {
    var events = Self.dated(content)
    var start: Int?
    if let anchor = rule.start {
      guard let found = Self.anchor(anchor, of: content) else { return nil }
      start = found
    }
    if let start {
      let place = events.firstIndex { $0.index == start } ?? 0
      events = Array(rule.isBackwards ? events[...place] : events[place...])
    }
    if rule.isBackwards { events.reverse() }
    events = events.filter { event in
      event.index == start
        || (rule.types?.contains(event.type) ?? true) && !rule.hidden.contains(event.type)
    }
    var steps: [Step] = []
    for event in events where !(rule.mergesRepeats && steps.last?.type == event.type) {
      steps.append((event.day, event.type))
    }
    return steps
  }

  /// A line for each branch: its steps, cases, ends, and the quartiles of the gaps.
  var lines: [String] {
    var counts: [[String]: (cases: Int, ends: Int, gaps: [Int])] = [:]
    for content in cases {
      guard let steps = steps(of: content), !steps.isEmpty else { continue }
      for length in 1...min(depth, steps.count) {
        let path = steps[..<length].map(\.type)
        counts[path, default: (0, 0, [])].cases += 1
        if length == steps.count { counts[path, default: (0, 0, [])].ends += 1 }
        if length > 1 {
          counts[path, default: (0, 0, [])].gaps.append(
            abs(steps[length - 1].day - steps[length - 2].day))
        }
      }
    }
    return counts.map { Self.line($0.key, $0.value.cases, $0.value.ends, $0.value.gaps) }.sorted()
  }

  static func line(_ path: [String], _ cases: Int, _ ends: Int, _ gaps: [Int]) -> String {
    let sorted = gaps.sorted()
    let quartiles = [0.25, 0.5, 0.75].map { part -> String in
      guard !sorted.isEmpty else { return "none" }
      let place = Double(sorted.count - 1) * part
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return "\(Double(sorted[low]) + (place - Double(low)) * Double(sorted[high] - sorted[low]))"
    }
    return "\(path.joined(separator: ">")) \(cases) \(ends) \(quartiles.joined(separator: " "))"
  }
}

extension Pathways {
  /// A line for each branch, as ``SlowPaths/lines``.
  var lines: [String] {
    branches.indices.map { index in
      let branch = branches[index]
      let gap = branch.gap.map { "\($0.first) \($0.median) \($0.third)" } ?? "none none none"
      return
        "\(path(of: index).joined(separator: ">")) \(branch.caseCount) \(branch.endCount) \(gap)"
    }
  }
}
