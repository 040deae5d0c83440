extension SegmentEvaluator {
  /// The events of a step's type that pass its condition.
  func events(_ step: StepPlan) -> Bitmap {
    var events = Bitmap(count: segment.eventCount)
    guard let type = segment.typeIndex(step.type) else { return events }
    events.withMutableWords { words in
      segment.eventTypes.withBuffer { types in
        for index in words.indices {
          var word: UInt64 = 0
          for event in index << 6..<min(types.count, index << 6 + 64) {
            word |= (types[event] == type ? 1 : 0) << UInt64(event & 63)
          }
          words[index] = word
        }
      }
    }
    if step.condition != .all {
      events.formIntersection(verdict(step.condition, of: .events).passed)
    }
    return events
  }

  /// The cases some of the events belong to.
  func cases(ofEvents events: Bitmap) -> Bitmap {
    var cases = Bitmap(count: segment.caseCount)
    segment.eventStarts.withBuffer { starts in
      var owner = 0
      for event in events {
        while Int(starts[owner + 1]) <= event { owner += 1 }
        cases.insert(owner)
      }
    }
    return cases
  }

  func cases(withCountOf type: String, _ comparison: Comparison, _ amount: Int) -> Bitmap {
    var counts = [Int](repeating: 0, count: segment.caseCount)
    if let type = segment.typeIndex(type) {
      segment.visitEvents(ofType: type, rows: .cases) { _, row in counts[row] += 1 }
    }
    let rows = counts.indices.lazy.filter { row in
      switch comparison {
      case .matches, .equals: counts[row] == amount
      case .less: counts[row] < amount
      case .lessOrEqual: counts[row] <= amount
      case .greater: counts[row] > amount
      case .greaterOrEqual: counts[row] >= amount
      }
    }
    return Bitmap(count: segment.caseCount, rows)
  }

  /// The events of which some string passes.
  func events(_ rule: ValueTest.Rule) -> Bitmap {
    let test = ValueTest(ofNumber: .unknown, ofText: rule)
    var found = Bitmap(count: segment.eventCount)
    for column in segment.columns where column.isSearchedOfEvents {
      var findings = findings(column, [test])
      for code in findings.indices where column.kind(UInt32(code)) == .boolean {
        findings[code] = .failed
      }
      let longs = LongTextFinder(column, [test], in: self)
      segment.visit(column, ofType: nil, rows: .events) { code, row, ownerRow in
        let finding =
          code < ValueColumn.longText
          ? findings[Int(code)] : longs.finding(code, ownerRow: ownerRow)
        if finding == .passed { found.insert(row) }
      }
    }
    return found
  }

  // MARK: - Presence

  func presence(_ target: PresenceTarget, in domain: Domain) -> Bitmap {
    var found = Bitmap(count: count(domain))
    switch target {
    case .conflict:
      for row in 0..<segment.caseCount where segment.traits[row].contains(.conflict) {
        found.insert(row)
      }
    case .suspiciousText:
      for row in 0..<segment.caseCount
      where segment.text.withText(ofCase: row, SuspiciousText.isIn) ?? false {
        found.insert(row)
      }
    case .sources:
      addPresence(FieldTarget(name: "sources"), .cases, &found)
      addPresence(FieldTarget(name: "source"), .cases, &found)
    case .field(let target): addPresence(target, domain, &found)
    }
    return found
  }

  private func addPresence(_ target: FieldTarget, _ domain: Domain, _ found: inout Bitmap) {
    if domain == .cases, target == FieldTarget(name: "id") {
      found = Bitmap(count: segment.caseCount, filled: true)
    }
    let type = target.eventType.map { segment.typeIndex($0) }
    if let type, type == nil { return }
    switch target.eventPart {
    case .date:
      segment.visitEvents(ofType: type ?? nil, rows: domain) { event, row in
        if !segment.eventSpans[event].isMissing { found.insert(row) }
      }
    case .type:
      segment.visitEvents(ofType: type ?? nil, rows: domain) { _, row in found.insert(row) }
    case nil: break
    }
    let casePaths = domain == .cases ? target.casePaths : []
    for column in segment.columns
    where (casePaths + [target.eventPath]).contains(where: { column.path.isAtOrBelow($0) }) {
      segment.visit(column, ofType: type ?? nil, rows: domain) { _, row, _ in found.insert(row) }
    }
  }
}

extension FieldPath {
  /// Whether it is another path or stands below it.
  fileprivate func isAtOrBelow(_ other: FieldPath) -> Bool {
    scope == other.scope && (name == other.name || name.hasPrefix(other.name + "."))
  }
}

extension ValueColumn {
  /// Whether a bare word searches the values, and events carry them.
  fileprivate var isSearchedOfEvents: Bool {
    path.scope == .event
      && path.name.split(separator: ".").allSatisfy {
        !FormatKeys.withoutText.contains(String($0))
      }
  }
}
