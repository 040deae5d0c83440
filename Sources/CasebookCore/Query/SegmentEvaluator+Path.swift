// Hot path: every case is read.

extension SegmentEvaluator {
  /// The cases whose path begins with some steps.
  func cases(on plan: PathPlan) -> Bitmap {
    if let start = plan.startAlone { return cases(with: start) }
    var found = Bitmap(count: segment.caseCount)
    var wanted: [UInt32] = []
    for step in plan.steps {
      guard let type = segment.typeIndex(step) else { return found }
      wanted.append(UInt32(type))
    }
    var reader = PathReader(
      plan.rule, in: segment, numbers: segment.typeNames.indices.map { UInt32($0) })
    segment.withEvents { starts, types, spans in
      for row in 0..<segment.caseCount {
        let events = Int(starts[row])..<Int(starts[row + 1])
        guard case .path = reader.read(events, types, spans) else { continue }
        let count = reader.stepCount
        guard plan.isWhole ? count == wanted.count : count >= wanted.count else { continue }
        let begins = reader.withSteps { zip($0, wanted).allSatisfy { $0.type == $1 } }
        if begins { found.insert(row) }
      }
    }
    return found
  }

  /// The cases that have an event.
  private func cases(with anchor: EventAnchor) -> Bitmap {
    var found = Bitmap(count: segment.caseCount)
    guard let type = segment.typeIndex(anchor.type) else { return found }
    var least = 1
    if case .number(let number) = anchor.occurrence { least = number }
    found.withMutableWords { words in
      segment.withEvents { starts, types, spans in
        for row in 0..<segment.caseCount {
          var count = 0
          for event in Int(starts[row])..<Int(starts[row + 1]) {
            count += types[event] == type && spans[event].hasFirstDay ? 1 : 0
          }
          words[row >> 6] |= (count >= least ? 1 : 0) << UInt64(row & 63)
        }
      }
    }
    return found
  }
}

extension PathPlan {
  /// The event that it asks for, where it asks for nothing else.
  fileprivate var startAlone: EventAnchor? {
    guard let start = rule.start, steps == [start.type], !isWhole, !rule.isBackwards else {
      return nil
    }
    return start
  }
}
