/// The cases that have each pair of values of two fields.
///
/// Two keys of the same event type pair within one event, as do two keys of events; anything else
/// pairs within the case. Below a value stands what events with it say of the second field; below
/// none, what the cases say that have no value of the first in any event.
public struct Cross: Sendable {
  /// The values down the side with the cases of each.
  public private(set) var rows: Facet
  /// The values along the top with the cases of each.
  public private(set) var columns: Facet
  private let cells: [Pair: Int]
  private let totals: [Int?: Int]
  private let sums: [Int?: Int]

  struct Pair: Hashable {
    /// The number of the value, or nothing where there is none.
    var row: Int?
    var column: Int?
  }

  /// How many distinct cases have a pair; an index of the values, or nothing for unknown.
  public func count(row: Int?, column: Int?) -> Int {
    cells[Pair(row: row, column: column)] ?? 0
  }

  /// How many distinct cases have a pair in a column: an index of the values along the top, or nil
  /// for unknown. A case with several pairs in the column counts once.
  public func total(ofColumn column: Int?) -> Int { totals[column] ?? 0 }

  /// The cells of a row added up: an index of the values down the side, or nil for unknown. It is
  /// more than the cases of the row if some case counts in several cells.
  public func sum(ofRow row: Int?) -> Int { sums[row] ?? 0 }

  /// The totals of the columns added up.
  public let sumOfTotals: Int

  /// Whether some case counts in more than one cell of its row.
  public var overlaps: Bool {
    rows.values.indices.contains { sum(ofRow: $0) > rows.values[$0].count }
      || sum(ofRow: nil) > rows.unknownCount
  }

  /// The numbers of the values down the side in an order; of equal shares the most frequent first.
  public func indices(by order: Facet.Order) -> [Int] {
    guard case .share(let column) = order else { return rows.indices(by: order) }
    // Shares are compared as whole numbers, so that equal ones are equal.
    let byCount = rows.indices(by: .count)
    let parts = rows.values.indices.map { count(row: $0, column: column) }
    return byCount.enumerated().sorted { left, right in
      let one = parts[left.element] * rows.values[right.element].count
      let other = parts[right.element] * rows.values[left.element].count
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  init(rows: Facet, columns: Facet, cells: [Pair: Int], totals: [Int?: Int]) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.totals = totals
    sumOfTotals = totals.values.reduce(0, +)
    var sums: [Int?: Int] = [:]
    for (pair, count) in cells { sums[pair.row, default: 0] += count }
    self.sums = sums
  }

  /// Counts the selected cases of a library at once.
  public init(
    _ rows: FacetSubject, by columns: FacetSubject, of selection: Selection, in library: Library
  ) {
    var counter = CrossCounter(rows, by: columns)
    for index in 0..<selection.segmentCount {
      counter.add(
        library.segments[index], selection.cases(ofSegment: index),
        firstRow: selection.firstRow(ofSegment: index))
    }
    self = counter.cross
  }
}

/// Counts pairs of values, a segment at a time.
public struct CrossCounter: Sendable {
  private var sides: (rows: Side, columns: Side)
  private var cells: [Cross.Pair: (count: Int, lastRow: Int)] = [:]
  private var totals: [Int?: (count: Int, lastRow: Int)] = [:]
  private let pairsInEvents: Bool
  private var caseCount = 0

  /// One of the two fields.
  private struct Side: Sendable {
    let subject: FacetSubject
    var keys = FacetKeys()
    var tally = FacetTally()
    var unknown = 0
    /// The values of the case or event at hand.
    var ids: [Int] = []

    /// The values; nothing where there is none.
    var values: [Int?] { ids.isEmpty ? [nil] : ids }

    mutating func count(row: Int) {
      for id in ids { tally.count(id, row: row) }
    }

    func facet(_ caseCount: Int) -> Facet {
      Facet(
        subject: subject,
        values: (0..<tally.size).map { subject.value($0, keys, count: tally.count(of: $0)) },
        unknownCount: unknown, caseCount: caseCount)
    }
  }

  /// Begins with no case.
  public init(_ rows: FacetSubject, by columns: FacetSubject) {
    sides = (Side(subject: rows), Side(subject: columns))
    pairsInEvents = rows.isOfOneEvent(with: columns)
  }

  /// Counts the selected cases of a segment.
  public mutating func add(_ segment: Segment, _ cases: Bitmap, firstRow: Int) {
    var rows = FacetReader(sides.rows.subject, in: segment, firstRow: firstRow)
    var columns = FacetReader(sides.columns.subject, in: segment, firstRow: firstRow)
    let type = sides.rows.subject.eventType.map { segment.typeIndex($0) }
    for row in cases {
      caseCount += 1
      var isKnown = (rows: false, columns: false)
      let events = pairsInEvents ? segment.events(ofCase: row) : 0..<1
      // Whether a case has a value of the first field is not known before its last event.
      var unsaid: [Int?] = []
      for event in events {
        if pairsInEvents, let type, segment.eventTypes[event] != type { continue }
        read(&rows, &columns, event, row)
        isKnown.rows = isKnown.rows || !sides.rows.ids.isEmpty
        isKnown.columns = isKnown.columns || !sides.columns.ids.isEmpty
        let isEmpty = sides.rows.ids.isEmpty && sides.columns.ids.isEmpty
        if isEmpty, pairsInEvents, type == nil { continue }
        sides.rows.count(row: firstRow + row)
        sides.columns.count(row: firstRow + row)
        if sides.rows.ids.isEmpty { unsaid += sides.columns.values }
        for left in sides.rows.ids {
          for right in sides.columns.values { count(left, right, firstRow + row) }
        }
      }
      if !isKnown.columns { sides.columns.unknown += 1 }
      guard !isKnown.rows else { continue }
      sides.rows.unknown += 1
      for right in unsaid.isEmpty ? [nil] : unsaid { count(nil, right, firstRow + row) }
    }
  }

  private mutating func read(
    _ rows: inout FacetReader, _ columns: inout FacetReader, _ event: Int, _ row: Int
  ) {
    sides.rows.ids = []
    sides.columns.ids = []
    var ids: [Int] = []
    if pairsInEvents {
      rows.readEvent(event, of: row, &sides.rows.keys) { ids.append(Int($0)) }
      sides.rows.ids = ids
      ids = []
      columns.readEvent(event, of: row, &sides.columns.keys) { ids.append(Int($0)) }
    } else {
      rows.readCase(row, &sides.rows.keys) { ids.append(Int($0)) }
      sides.rows.ids = ids
      ids = []
      columns.readCase(row, &sides.columns.keys) { ids.append(Int($0)) }
    }
    sides.columns.ids = ids
  }

  private mutating func count(_ left: Int?, _ right: Int?, _ row: Int) {
    let pair = Cross.Pair(row: left, column: right)
    let cell = cells[pair]
    if cell?.lastRow == row { return }
    cells[pair] = ((cell?.count ?? 0) + 1, row)
    let total = totals[right]
    if total?.lastRow == row { return }
    totals[right] = ((total?.count ?? 0) + 1, row)
  }

  /// What was counted so far.
  public var cross: Cross {
    Cross(
      rows: sides.rows.facet(caseCount), columns: sides.columns.facet(caseCount),
      cells: cells.mapValues(\.count), totals: totals.mapValues(\.count))
  }
}

extension FacetSubject {
  /// Whether this and another subject are keys of the same events.
  fileprivate func isOfOneEvent(with other: FacetSubject) -> Bool {
    isOfEvents && other.isOfEvents && eventType == other.eventType
  }
}
