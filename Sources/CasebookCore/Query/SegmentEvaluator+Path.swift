// Hot path: every case is read.

extension SegmentEvaluator {
  /// The cases whose path begins with some steps.
  func cases(on plan: PathPlan) -> Bitmap {
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
        let count = reader.steps.count
        guard plan.isWhole ? count == wanted.count : count >= wanted.count else { continue }
        if zip(reader.steps, wanted).allSatisfy({ $0.type == $1 }) { found.insert(row) }
      }
    }
    return found
  }
}
