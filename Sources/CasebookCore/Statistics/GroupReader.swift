// Hot path: one call an event, some ten nanoseconds.

/// Reads the groups of the cases or events of one segment, in ascending order.
struct GroupReader {
  private var columns: [Column]

  /// A field with its place in the segment, and its values of the case or event read last.
  private struct Column {
    var reader: FacetReader?
    var present: Bitmap?
    var isOfEvent = false
    var ids: [UInt32] = []
  }

  init(_ fields: [GroupField], in segment: Segment, number: Int, firstRow: Int) {
    columns = fields.map { field in
      switch field.kind {
      case .subject(let subject, let isOfEvent):
        Column(
          reader: FacetReader(subject, in: segment, firstRow: firstRow), isOfEvent: isOfEvent)
      case .presence(let selection): Column(present: selection.cases(ofSegment: number))
      }
    }
  }

  /// Begins a case: reads what is the same for all its events. Cases come in ascending order.
  mutating func begin(_ row: Int, _ table: inout GroupTable) {
    for index in columns.indices where !columns[index].isOfEvent {
      var ids = columns[index].ids
      columns[index].ids = []
      ids.removeAll(keepingCapacity: true)
      if let present = columns[index].present {
        ids.append(present.contains(row) ? 1 : 0)
      } else {
        columns[index].reader?.readCase(row, &table.keys[index]) { id in
          if !ids.contains(id) { ids.append(id) }
        }
      }
      if ids.isEmpty { ids.append(GroupTable.unsaid) }
      columns[index].ids = ids
    }
  }

  /// Calls the body with the number of each group of an event of the case, or of the case without
  /// an event, which then says nothing for the fields of events. Events come in ascending order.
  mutating func visit(
    _ event: Int?, of row: Int, _ table: inout GroupTable, _ body: (Int) -> Void
  ) {
    for index in columns.indices where columns[index].isOfEvent {
      var ids = columns[index].ids
      columns[index].ids = []
      ids.removeAll(keepingCapacity: true)
      if let event {
        columns[index].reader?.readEvent(event, of: row, &table.keys[index]) { id in
          if !ids.contains(id) { ids.append(id) }
        }
      }
      if ids.isEmpty { ids.append(GroupTable.unsaid) }
      columns[index].ids = ids
    }
    switch columns.count {
    case 0: body(table.number([]))
    case 1: for id in columns[0].ids { body(table.number(one: id)) }
    default:
      var groups: [[UInt32]] = [[]]
      for column in columns {
        groups = groups.flatMap { group in column.ids.map { group + [$0] } }
      }
      for group in groups { body(table.number(group)) }
    }
  }
}

/// The groups that were met, numbered.
struct GroupTable: Sendable {
  /// The values of each field.
  var keys: [FacetKeys]
  /// The value of each field, by group.
  private(set) var groups: [[UInt32]] = []
  private var numbers: [[UInt32]: Int] = [:]
  /// The groups of one field by the number of the value, shifted by one; -1 if not met.
  private var ofOne: [Int] = []

  /// What is not said.
  static let unsaid = UInt32.max

  init(fields: Int) {
    keys = Array(repeating: FacetKeys(), count: fields)
  }

  /// The number of a group by its values.
  mutating func number(_ group: [UInt32]) -> Int {
    if let known = numbers[group] { return known }
    numbers[group] = groups.count
    groups.append(group)
    return groups.count - 1
  }

  /// The number of a group of a single field.
  mutating func number(one id: UInt32) -> Int {
    let index = id == Self.unsaid ? 0 : Int(id) + 1
    while ofOne.count <= index { ofOne.append(-1) }
    if ofOne[index] < 0 { ofOne[index] = number([id]) }
    return ofOne[index]
  }

  /// The numbers here of the groups of another table of the same fields, of which those that ask for
  /// presence have values without keys.
  mutating func numbers(of other: GroupTable, _ fields: [GroupField]) -> [Int] {
    other.groups.map { group in
      number(
        group.indices.map { index in
          guard group[index] != Self.unsaid, fields[index].subject != nil else {
            return group[index]
          }
          return keys[index].id(of: other.keys[index], Int(group[index]))
        })
    }
  }

  /// What a group says of each field, with its place in the natural order; nil if nothing.
  func values(ofGroup number: Int, _ fields: [GroupField]) -> [FacetValue?] {
    zip(groups[number], fields.indices).map { id, index in
      guard id != Self.unsaid else { return nil }
      guard let subject = fields[index].subject else {
        return FacetValue(
          text: id == 1 ? "yes" : "no", count: 0, isFolded: false, exampleRow: 0,
          term: (id == 1 ? "" : "-") + fields[index].name, place: .number(1 - Double(id)))
      }
      return subject.value(Int(id), keys[index], count: 0)
    }
  }
}
