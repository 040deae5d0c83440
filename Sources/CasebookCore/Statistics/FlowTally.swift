// Hot path: one call an event of the type.

/// The moves of some segments so far.
struct FlowTally: Sendable {
  private let type: String
  private let field: GroupField
  private let span: Flows.Span
  private var table = GroupTable(fields: 1)
  private var moves: [Move: Count] = [:]
  private(set) var same = 0
  private(set) var undated = 0

  private struct Move: Hashable {
    var from: Int
    var to: Int
  }

  private struct Count {
    var people = 0
    var lastRow = -1
    var days: [Int32] = []
  }

  /// An event with its value.
  private struct Step {
    var dated: DatedEvent
    var groups: [Int]
    var stay: UInt32
  }

  init(_ type: String, by field: GroupField, per span: Flows.Span) {
    self.type = type
    self.field = field
    self.span = span
  }

  /// Counts the selected cases of a segment.
  mutating func add(_ segment: Segment, number: Int, _ cases: Bitmap, firstRow: Int) {
    guard let type = segment.typeIndex(type) else { return }
    var reader = GroupReader([field], in: segment, number: number, firstRow: firstRow)
    var stays = segment.column(FieldPath(.event, "stay")).map(StayReader.init)
    var steps: [Step] = []
    for row in cases {
      steps.removeAll(keepingCapacity: true)
      reader.begin(row, &table)
      for event in segment.events(ofCase: row) where segment.eventTypes[event] == type {
        guard let dated = DatedEvent(event, segment.eventSpans[event]) else {
          undated += 1
          continue
        }
        var groups: [Int] = []
        reader.visit(event, of: row, &table) { groups.append($0) }
        let stay = stays?.stay(of: event) ?? StayReader.none
        steps.append(Step(dated: dated, groups: groups, stay: stay))
      }
      if steps.count < 2 { continue }
      steps.sort { DatedEvent.isBefore($0.dated, $1.dated) }
      for (one, other) in zip(steps, steps.dropFirst()) where follows(other, one) {
        note(one, other, firstRow + row)
      }
    }
  }

  /// Whether an event belongs to the same stay as the one before it.
  private func follows(_ step: Step, _ before: Step) -> Bool {
    guard span == .stay else { return true }
    if step.stay != StayReader.none || before.stay != StayReader.none {
      return step.stay == before.stay
    }
    guard before.dated.lasts, let end = before.dated.end else { return false }
    return end.distance(to: step.dated.start) <= 1
  }

  private mutating func note(_ one: Step, _ other: Step, _ row: Int) {
    let days = Int32(clamping: one.dated.start.distance(to: other.dated.start))
    for from in one.groups {
      for to in other.groups {
        if from == to {
          same += 1
          continue
        }
        var count = moves.removeValue(forKey: Move(from: from, to: to)) ?? Count()
        if count.lastRow != row { count.people += 1 }
        count.lastRow = row
        count.days.append(days)
        moves[Move(from: from, to: to)] = count
      }
    }
  }

  /// Takes in what was counted in other segments.
  mutating func add(_ other: FlowTally) {
    let numbers = table.numbers(of: other.table, [field])
    for (move, count) in other.moves {
      let mine = Move(from: numbers[move.from], to: numbers[move.to])
      moves[mine, default: Count()].people += count.people
      moves[mine, default: Count()].days += count.days
    }
    same += other.same
    undated += other.undated
  }

  /// The moves, in no order.
  var rows: [Flows.Row] {
    moves.map { move, count in
      let values = [move.from, move.to].map { table.values(ofGroup: $0, [field])[0] }
      let sorted = count.days.sorted().map(Double.init)
      return Flows.Row(
        from: values[0], to: values[1], people: count.people, moves: sorted.count,
        median: Quantile.quarter(2, of: sorted))
    }
  }
}

/// Reads which stay each event of a segment is of, in ascending order.
struct StayReader {
  private let column: ValueColumn
  private var position = 0

  /// No stay is written.
  static let none = UInt32.max

  init(_ column: ValueColumn) {
    self.column = column
  }

  /// The number of the stay of an event.
  mutating func stay(of event: Int) -> UInt32 {
    while position < column.rows.count, Int(column.rows[position]) < event { position += 1 }
    guard position < column.rows.count, Int(column.rows[position]) == event else {
      return Self.none
    }
    return column.codes[position]
  }
}
