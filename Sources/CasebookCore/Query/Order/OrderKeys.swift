/// Makes a number for every row of a library, so that the numbers have the order of one key.
///
/// Of several values of a row the least counts, or the greatest where the order goes down.
struct OrderKeys {
  let library: Library
  let key: OrderKey
  let cache: QueryCache?

  /// The number of rows without a value: they come last, whatever the direction.
  static let missing = UInt64.max

  /// The numbers by row.
  func numbers() -> [UInt64] {
    var numbers = [UInt64](repeating: Self.missing, count: library.caseCount)
    switch key.subject {
    case .values(let target): addValues(target, &numbers)
    case .days(let target): addDays(target, &numbers)
    case .interval(let from, let to): addIntervals(from, to, &numbers)
    case .named(let name, let asOf): addIntervals(name, asOf, &numbers)
    case .eventCount(let type): addCounts(type, &numbers)
    }
    return numbers
  }

  /// Takes in a value of a row.
  @inline(__always)
  private func add(_ number: UInt64, _ row: Int, _ numbers: inout [UInt64]) {
    // Greatest first is least first of the complement, which is never that of a missing value.
    let directed = key.isDescending ? Self.missing - 1 - number : number
    if directed < numbers[row] { numbers[row] = directed }
  }

  // MARK: - Dates

  private func addDays(_ target: FieldTarget, _ numbers: inout [UInt64]) {
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      let type = target.eventType.map { segment.typeIndex($0) }
      if let type, type == nil { continue }
      if target.eventPart == .date {
        segment.eventSpans.withBuffer { spans in
          segment.visitEvents(ofType: type ?? nil, rows: .cases) { event, row in
            if let number = spans[event].orderNumber { add(number, first + row, &numbers) }
          }
        }
      }
      for column in segment.columns(of: target) {
        let dates = (0..<column.valueCount).map { code in
          DateSpan.parse(column.value(UInt32(code)))?.orderNumber
        }
        segment.visit(column, ofType: type ?? nil, rows: .cases) { code, row, _ in
          guard code < ValueColumn.longText, let number = dates[Int(code)] else { return }
          add(number, first + row, &numbers)
        }
      }
    }
  }

  // MARK: - Intervals

  private func addIntervals(_ from: String, _ to: String, _ numbers: inout [UInt64]) {
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      segment.visitIntervals(from: from, to: to) { days, row in
        add(UInt64(days), first + row, &numbers)
      }
    }
  }

  private func addIntervals(
    _ name: NamedInterval, _ asOf: DayNumber, _ numbers: inout [UInt64]
  ) {
    for (index, segment) in library.segments.enumerated() {
      var walk = IntervalWalk(name, in: segment, asOf: asOf)
      guard walk.isPossible else { continue }
      for row in 0..<segment.caseCount {
        walk.visit(row) { from, to in
          add(UInt64(from.distance(to: to)), library.firstRows[index] + row, &numbers)
        }
      }
    }
  }

  private func addCounts(_ name: String?, _ numbers: inout [UInt64]) {
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      let type = name.map { segment.typeIndex($0) }
      segment.withEvents { starts, types, _ in
        for row in 0..<segment.caseCount {
          let events = Int(starts[row])..<Int(starts[row + 1])
          let count =
            type.map { type in events.reduce(0) { $0 + (types[$1] == type ? 1 : 0) } }
            ?? events.count
          add(UInt64(count), first + row, &numbers)
        }
      }
    }
  }

  // MARK: - Values

  private func addValues(_ target: FieldTarget, _ numbers: inout [UInt64]) {
    if target == FieldTarget(name: "id") || target.eventPart == .type {
      return addNames(target, &numbers)
    }
    let ranking = ValueRanking(library, target, cache: cache)
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      let type = target.eventType.map { segment.typeIndex($0) }
      if let type, type == nil { continue }
      for (place, column) in segment.columns(of: target).enumerated() {
        let numbersOfCodes = ranking.numbers[index][place]
        segment.visit(column, ofType: type ?? nil, rows: .cases) { code, row, _ in
          let slot =
            code < ValueColumn.longText
            ? Int(code) : column.valueCount + Int(code - ValueColumn.longText)
          add(numbersOfCodes[slot], first + row, &numbers)
        }
      }
    }
  }

  /// Ids and event types, which are no columns.
  private func addNames(_ target: FieldTarget, _ numbers: inout [UInt64]) {
    let isType = target.eventPart == .type
    var ranks = TextRanks()
    let folded = library.segments.map { segment in
      isType
        ? FoldedStrings(segment.typeNames)
        : FoldedStrings(segment.idBytes, starts: segment.idStarts)
    }
    for strings in folded {
      strings.withBlock { ranks.addBlock($0, of: strings) }
      for index in 0..<strings.count { _ = ranks.addItem(strings.range(index)) }
    }
    let order = ranks.ranks()
    var base = 0
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      if isType {
        segment.visitEvents(ofType: nil, rows: .cases) { event, row in
          add(UInt64(order[base + Int(segment.eventTypes[event])]), first + row, &numbers)
        }
      } else {
        for row in 0..<segment.caseCount { add(UInt64(order[base + row]), first + row, &numbers) }
      }
      base += folded[index].count
    }
  }
}

extension DateSpan {
  /// The number of a date in orders, or nothing where its first day is not known.
  fileprivate var orderNumber: UInt64? {
    isMissing || !flags.isDisjoint(with: [.unknownStart, .yearUnknown]) ? nil : sortKey
  }
}

extension Segment {
  /// The columns a target means, those of cases first.
  func columns(of target: FieldTarget) -> [ValueColumn] {
    (target.casePaths + [target.eventPath]).compactMap { column($0) }
  }

  /// Calls the body with the days from each event of a type to the first of another type at or
  /// after it.
  func visitIntervals(from: String, to: String, _ body: (_ days: Int, _ row: Int) -> Void) {
    guard typeIndex(from) != nil, typeIndex(to) != nil else { return }
    for row in 0..<caseCount {
      visitIntervals(from: from, to: to, ofCase: row) { body($0, row) }
    }
  }

  /// Calls the body with such days of one case.
  func visitIntervals(from: String, to: String, ofCase row: Int, _ body: (Int) -> Void) {
    guard let from = typeIndex(from), let to = typeIndex(to) else { return }
    let events = events(ofCase: row)
    for event in events where eventTypes[event] == from {
      guard let day = eventSpans[event].earliestDay else { continue }
      var least: Int?
      for other in events where eventTypes[other] == to && other != event {
        guard let later = eventSpans[other].earliestDay, later >= day else { continue }
        least = min(least ?? .max, day.distance(to: later))
      }
      if let least { body(least) }
    }
  }
}
