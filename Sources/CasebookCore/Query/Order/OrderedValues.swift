/// The numbers of the values of an order by text or numbers, found for all segments together.
struct OrderedValues: Sendable {
  private enum Kind: Sendable {
    /// The order is of something else.
    case none
    /// Values of columns.
    case ranked(FieldTarget, ValueRanking)
    /// Types of events or ids, which are no columns, with their ranks by segment.
    case types([ArraySlice<UInt32>])
    case ids([ArraySlice<UInt32>])
  }

  private let kind: Kind

  /// Ranks the values of a library on some threads.
  init(_ library: Library, _ subject: OrderSubject, _ cache: QueryCache?, threads: Int) {
    guard case .values(let target) = subject else {
      kind = .none
      return
    }
    if target.eventPart == .type {
      let types = library.segments.map { FoldedStrings($0.typeNames) }
      kind = .types(Self.ranks(types, threads: threads))
    } else if target == FieldTarget(name: "id") {
      let segments = library.segments
      let ids = [FoldedStrings](segments.count, threads: threads) { index in
        FoldedStrings(segments[index].idBytes, starts: segments[index].idStarts)
      }
      kind = .ids(Self.ranks(ids, threads: threads))
    } else {
      kind = .ranked(target, ValueRanking(library, target, cache: cache, threads: threads))
    }
  }

  /// The ranks of the strings of each segment among those of all.
  private static func ranks(_ folded: [FoldedStrings], threads: Int) -> [ArraySlice<UInt32>] {
    var ranks = TextRanks()
    for strings in folded {
      strings.withBlock { ranks.addBlock($0, of: strings) }
      for index in 0..<strings.count { _ = ranks.addItem(strings.range(index)) }
    }
    let order = ranks.ranks(threads: threads)
    var first = 0
    return folded.map { strings in
      defer { first += strings.count }
      return order[first..<first + strings.count]
    }
  }

  /// Takes in the values of a segment.
  func add(_ segment: Segment, number: Int, to numbers: RowNumbers) {
    switch kind {
    case .none: return
    case .ranked(let target, let ranking):
      addRanked(target, ranking.numbers[number], of: segment, to: numbers)
    case .types(let ranks):
      let ranks = Array(ranks[number])
      segment.visitEvents(ofType: nil, rows: .cases) { event, row in
        numbers.add(UInt64(ranks[Int(segment.eventTypes[event])]), row)
      }
    case .ids(let ranks):
      for (row, rank) in ranks[number].enumerated() { numbers.add(UInt64(rank), row) }
    }
  }

  private func addRanked(
    _ target: FieldTarget, _ ranks: [[UInt64]], of segment: Segment, to numbers: RowNumbers
  ) {
    let type = target.eventType.map { segment.typeIndex($0) }
    if let type, type == nil { return }
    for (place, column) in segment.columns(of: target).enumerated() {
      let values = column.valueCount
      ranks[place].withUnsafeBufferPointer { ranks in
        segment.visit(column, ofType: type ?? nil, rows: .cases) { code, row, _ in
          let long = ValueColumn.longText
          numbers.add(ranks[code < long ? Int(code) : values + Int(code - long)], row)
        }
      }
    }
  }
}
