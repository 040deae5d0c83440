// Hot path: every keystroke in a field term runs through the loops here.

extension SegmentEvaluator {
  /// What the values of some fields say, each field's keys taken together.
  func values(_ targets: [FieldTarget], _ tests: [ValueTest], of domain: Domain) -> Verdict {
    var marks = Marks(count: count(domain))
    for target in targets {
      let type = target.eventType.map { segment.typeIndex($0) }
      if let type, type == nil { continue }
      if domain == .cases {
        for path in target.casePaths {
          if let column = segment.column(path) { mark(column, tests, nil, domain, &marks) }
        }
        if target == FieldTarget(name: "id") { markIDs(tests, &marks) }
      }
      switch target.eventPart {
      case .date: markDates(tests, type ?? nil, domain, &marks)
      case .type: markTypes(tests, type ?? nil, domain, &marks)
      case nil:
        if let column = segment.column(target.eventPath) {
          mark(column, tests, type ?? nil, domain, &marks)
        }
      }
    }
    return marks.verdict
  }

  // MARK: - Columns

  private func mark(
    _ column: ValueColumn, _ tests: [ValueTest], _ type: UInt16?, _ domain: Domain,
    _ marks: inout Marks
  ) {
    if domain == .cases, let narrow = segment.narrowCodes(column.path) {
      let findings = findings(column, tests)
      marks.edit { narrow.mark(findings, $0) }
      return
    }
    let longs = LongTextFinder(column, tests, in: self)
    findings(column, tests).withUnsafeBufferPointer { findings in
      marks.edit { words in
        segment.visit(column, ofType: type, rows: domain) { code, row, ownerRow in
          if code < ValueColumn.longText {
            words.add(findings[Int(code)], row)
          } else {
            words.add(longs.finding(code, ownerRow: ownerRow), row)
          }
        }
      }
    }
  }

  /// What the tests say of each distinct short value.
  func findings(_ column: ValueColumn, _ tests: [ValueTest]) -> [Finding] {
    var findings = Array(repeating: Finding.unknown, count: column.valueCount)
    for test in tests {
      let found = passing(test.ofText) { folded(column) }
      let takesNumbers = test.ofNumber == test.ofText
      column.valueBytes.withBuffer { bytes in
        let raw = UnsafeRawBufferPointer(bytes)
        for code in findings.indices {
          let kind = column.kind(UInt32(code))
          if let found, kind != .number || takesNumbers {
            findings[code].add(found.contains(code) ? .passed : .failed)
            continue
          }
          let range = Int(column.valueStarts[code])..<Int(column.valueStarts[code + 1])
          let written = UnsafeRawBufferPointer(rebasing: raw[range])
          findings[code].add(test.finding(kind, written) { written })
        }
      }
    }
    return findings
  }

  /// The strings that pass a rule which is asked of all folded strings at once; nothing where it is
  /// asked of each as written.
  private func passing(_ rule: ValueTest.Rule, _ strings: () -> FoldedStrings) -> Bitmap? {
    switch rule {
    case .contains(let needle): strings().indices(containing: needle)
    case .beginsWord(let needle): strings().indices(beginningWordsWith: needle)
    case .fits(let pattern): strings().indices(fitting: pattern, stops: context.stops)
    case .unknown, .never, .equals, .number, .days: nil
    }
  }

  func folded(_ column: ValueColumn) -> FoldedStrings {
    let make = { FoldedStrings(column.valueBytes, starts: column.valueStarts) }
    return context.cache?.folded(column.path, of: segment, make: make) ?? make()
  }

  // MARK: - What is no column

  private func markIDs(_ tests: [ValueTest], _ marks: inout Marks) {
    let make = { FoldedStrings(segment.idBytes, starts: segment.idStarts) }
    let path = FieldPath(.wholeCase, "id")
    let folded = context.cache?.folded(path, of: segment, make: make) ?? make()
    segment.idBytes.withBuffer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      for test in tests {
        if let found = passing(test.ofText, { folded }) {
          marks.passed.formUnion(found)
          marks.compared = Bitmap(count: segment.caseCount, filled: true)
          continue
        }
        for row in 0..<segment.caseCount {
          let range = Int(segment.idStarts[row])..<Int(segment.idStarts[row + 1])
          let written = UnsafeRawBufferPointer(rebasing: raw[range])
          marks.add(test.finding(.text, written) { written }, row)
        }
      }
    }
  }

  private func markTypes(
    _ tests: [ValueTest], _ type: UInt16?, _ domain: Domain, _ marks: inout Marks
  ) {
    let findings = segment.typeNames.map { name in
      var found = Finding.unknown
      var name = name
      for test in tests {
        let folded = Fold.folded(name)
        name.withUTF8 { written in
          folded.withUnsafeBytes { folded in
            found.add(test.finding(.text, UnsafeRawBufferPointer(written)) { folded })
          }
        }
      }
      return found
    }
    segment.visitEvents(ofType: type, rows: domain) { event, row in
      marks.add(findings[Int(segment.eventTypes[event])], row)
    }
  }

  private func markDates(
    _ tests: [ValueTest], _ type: UInt16?, _ domain: Domain, _ marks: inout Marks
  ) {
    let days = tests.compactMap(\.asDays)
    segment.eventSpans.withBuffer { spans in
      marks.edit { words in
        if days.count == 1, days[0].exactFlags == nil {
          let window = DayWindow(days[0])
          segment.visitEvents(ofType: type, rows: domain) { event, row in
            words.add(window.finding(spans[event]), row)
          }
          return
        }
        segment.visitEvents(ofType: type, rows: domain) { event, row in
          let date = spans[event]
          if date.isMissing { return }
          words.add(days.contains { $0.passes(date) } ? .passed : .failed, row)
        }
      }
    }
  }
}

extension Finding {
  /// Takes in what another alternative says: passed before failed before nothing.
  @inline(__always)
  mutating func add(_ other: Finding) {
    if other.rawValue > rawValue { self = other }
  }
}

extension ValueTest {
  /// The test of days, where it is one; a whole value is the date that means the same days.
  var asDays: DayTest? {
    switch ofText {
    case .days(let days): days
    case .equals(let bytes): DayTest(exactly: bytes)
    default: nil
    }
  }
}
