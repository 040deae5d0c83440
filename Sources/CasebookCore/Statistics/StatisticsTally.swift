// Hot path: one call an event of the type.

/// What was measured so far in some segments.
struct StatisticsTally: Sendable {
  private let measure: Measure
  private let fields: [GroupField]
  private let unit: CountUnit
  private let lengths: [CalendarSpan]
  private var table: GroupTable
  private var groups: [Group] = []
  /// The groups of the case that is counted, if events are counted in each.
  private var counts: [Int: Int] = [:]

  /// The values of a group.
  private struct Group: Sendable {
    var values: [Double] = []
    var (count, have, open, inexact) = (0, 0, 0, 0)
    var within: [Int]
    var least: Statistics.Extreme?
    var greatest: Statistics.Extreme?
    /// The last row that was counted, that had a value, and that had one up to each length.
    var (lastRow, lastHave) = (-1, -1)
    var lastWithin: [Int]

    init(lengths: Int) {
      within = Array(repeating: 0, count: lengths)
      lastWithin = Array(repeating: -1, count: lengths)
    }
  }

  init(
    _ measure: Measure, by fields: [GroupField], _ unit: CountUnit, within lengths: [CalendarSpan]
  ) {
    self.measure = measure
    self.fields = fields
    self.unit = unit
    self.lengths = lengths
    table = GroupTable(fields: fields.count)
  }

  /// Measures the selected cases of a segment.
  mutating func add(
    _ segment: Segment, number: Int, _ cases: Bitmap, firstRow: Int, of library: Library,
    asOf: DayNumber?
  ) {
    var walk = MeasureWalk(measure, in: segment, of: library, asOf: asOf)
    var reader = GroupReader(fields, in: segment, number: number, firstRow: firstRow)
    var isCount = false
    if case .count = measure.kind { isCount = true }
    let countsByEvent = fields.contains(where: \.isOfEvent)
    for row in cases {
      reader.begin(row, &table)
      var isEmpty = true
      if isCount {
        isEmpty = !count(row, &walk, &reader, firstRow, byEvent: countsByEvent)
      } else {
        walk.visit(row) { found in
          isEmpty = false
          observe(found, found.event, row, &reader, firstRow)
        }
      }
      if isEmpty, unit == .cases { observe(Measured(), nil, row, &reader, firstRow) }
    }
  }

  private mutating func observe(
    _ found: Measured, _ event: Int?, _ row: Int, _ reader: inout GroupReader, _ firstRow: Int
  ) {
    var numbers: [Int] = []
    reader.visit(event, of: row, &table) { numbers.append($0) }
    for number in numbers { note(found, in: number, firstRow + row) }
  }

  /// Counts the events of a case in each of its groups; says whether the case was noted.
  private mutating func count(
    _ row: Int, _ walk: inout MeasureWalk, _ reader: inout GroupReader, _ firstRow: Int,
    byEvent: Bool
  ) -> Bool {
    counts.removeAll(keepingCapacity: true)
    var numbers: [Int] = []
    var events = 0
    walk.visit(row) { found in
      events += 1
      if byEvent { reader.visit(found.event, of: row, &table) { numbers.append($0) } }
    }
    guard byEvent else {
      guard unit == .cases || events > 0 else { return true }
      reader.visit(nil, of: row, &table) { numbers.append($0) }
      for number in numbers { noteCount(events, in: number, firstRow + row) }
      return true
    }
    for number in numbers { counts[number, default: 0] += 1 }
    for (number, count) in counts { noteCount(count, in: number, firstRow + row) }
    return events > 0
  }

  /// Notes the number of events of a case; with events as the unit all of them are counted.
  private mutating func noteCount(_ count: Int, in number: Int, _ row: Int) {
    note(Measured(value: Double(count)), in: number, row)
    guard unit == .events else { return }
    groups[number].count += count - 1
    groups[number].have += count - 1
  }

  private mutating func note(_ found: Measured, in number: Int, _ row: Int) {
    while groups.count <= number { groups.append(Group(lengths: lengths.count)) }
    let countsAll = unit == .events
    if countsAll || groups[number].lastRow != row { groups[number].count += 1 }
    groups[number].lastRow = row
    guard let value = found.value else { return }
    if countsAll || groups[number].lastHave != row { groups[number].have += 1 }
    groups[number].lastHave = row
    groups[number].values.append(value)
    groups[number].open += found.isOpen ? 1 : 0
    groups[number].inexact += found.isInexact ? 1 : 0
    let extreme = Statistics.Extreme(value: value, row: row)
    groups[number].least = Self.first(groups[number].least, extreme) { $0 < $1 }
    groups[number].greatest = Self.first(groups[number].greatest, extreme) { $0 > $1 }
    guard !lengths.isEmpty else { return }
    let from = DayNumber(rawValue: found.from)
    let to = from.advanced(by: Int(value))
    for (index, length) in lengths.enumerated() where to <= from.advanced(by: length) {
      if countsAll || groups[number].lastWithin[index] != row { groups[number].within[index] += 1 }
      groups[number].lastWithin[index] = row
    }
  }

  /// The more extreme of two values, of equal ones that of the lower row.
  private static func first(
    _ one: Statistics.Extreme?, _ other: Statistics.Extreme?,
    _ isBefore: (Double, Double) -> Bool
  ) -> Statistics.Extreme? {
    guard let one, let other else { return one ?? other }
    if one.value == other.value { return one.row <= other.row ? one : other }
    return isBefore(other.value, one.value) ? other : one
  }

  /// Takes in what was measured in other segments.
  mutating func add(_ other: StatisticsTally) {
    let numbers = table.numbers(of: other.table, fields)
    for (index, group) in other.groups.enumerated() {
      let number = numbers[index]
      while groups.count <= number { groups.append(Group(lengths: lengths.count)) }
      groups[number].values += group.values
      groups[number].count += group.count
      groups[number].have += group.have
      groups[number].open += group.open
      groups[number].inexact += group.inexact
      for place in lengths.indices { groups[number].within[place] += group.within[place] }
      groups[number].least = Self.first(groups[number].least, group.least) { $0 < $1 }
      groups[number].greatest = Self.first(groups[number].greatest, group.greatest) { $0 > $1 }
    }
  }

  /// The groups, in no order.
  var rows: [Statistics.Row] {
    groups.indices.map { number in
      let group = groups[number]
      let sorted = group.values.sorted()
      return Statistics.Row(
        group: table.values(ofGroup: number, fields), count: group.count, have: group.have,
        values: sorted.count, median: Quantile.quarter(2, of: sorted),
        first: Quantile.quarter(1, of: sorted), third: Quantile.quarter(3, of: sorted),
        least: group.least, greatest: group.greatest, within: group.within, open: group.open,
        inexact: group.inexact)
    }
  }
}
