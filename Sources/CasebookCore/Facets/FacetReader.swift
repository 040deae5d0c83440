// Hot path: facets follow every keystroke.

/// Reads the values of one segment, case by case or event by event, in ascending order.
struct FacetReader {
  private let segment: Segment
  private let firstRow: Int
  private let subject: FacetSubject
  private var columns: [Column] = []
  private var typeIDs: [UInt32] = []
  private var walk: IntervalWalk?
  private let type: UInt16?
  private let hasNoSuchType: Bool

  static let unset = UInt32.max
  static let none = UInt32.max - 1

  /// A column with its place, and the number of each value where it was met.
  private struct Column {
    let column: ValueColumn
    var position = 0
    var ids: [UInt32]
  }

  init(_ subject: FacetSubject, in segment: Segment, firstRow: Int) {
    self.segment = segment
    self.firstRow = firstRow
    self.subject = subject
    let type = subject.eventType.map { segment.typeIndex($0) }
    self.type = type ?? nil
    hasNoSuchType = type.map { $0 == nil } ?? false
    switch subject.kind {
    case .values(let target), .days(let target, _):
      columns = segment.columns(of: target).map { column in
        Column(column: column, ids: Array(repeating: Self.unset, count: column.valueCount))
      }
    case .interval: break
    case .named(let name, let asOf): walk = IntervalWalk(name, in: segment, asOf: asOf)
    }
  }

  /// Calls the body with the number of each value of a case.
  @inline(__always)
  mutating func readCase(_ row: Int, _ keys: inout FacetKeys, _ body: (UInt32) -> Void) {
    if hasNoSuchType { return }
    if case .interval(let from, let to) = subject.kind {
      segment.visitIntervals(from: from, to: to, ofCase: row) { days in
        body(keys.id(group: DayBucket.index(of: days), row: firstRow + row))
      }
      return
    }
    if walk != nil {
      walk?.visit(row) { from, to in
        let bucket = DayBucket.index(of: from.distance(to: to))
        body(keys.id(group: bucket, row: firstRow + row))
      }
      return
    }
    let events = Int(segment.eventStarts[row])..<Int(segment.eventStarts[row + 1])
    for index in columns.indices {
      let isOfCase = columns[index].column.path.scope == .wholeCase
      read(index, isOfCase ? row..<row + 1 : events, row, &keys, body)
    }
    readParts(events, row, &keys, body)
  }

  /// Calls the body with the number of each value of an event of a case.
  mutating func readEvent(
    _ event: Int, of row: Int, _ keys: inout FacetKeys, _ body: (UInt32) -> Void
  ) {
    if hasNoSuchType { return }
    for index in columns.indices where columns[index].column.path.scope == .event {
      read(index, event..<event + 1, row, &keys, body)
    }
    readParts(event..<event + 1, row, &keys, body)
  }

  // MARK: - Columns

  @inline(__always)
  private mutating func read(
    _ index: Int, _ rows: Range<Int>, _ row: Int, _ keys: inout FacetKeys, _ body: (UInt32) -> Void
  ) {
    let column = columns[index].column
    var position = columns[index].position
    let count = column.rows.count
    while position < count, Int(column.rows[position]) < rows.lowerBound { position += 1 }
    while position < count, Int(column.rows[position]) < rows.upperBound {
      let entry = position
      position += 1
      if let type, column.path.scope == .event,
        segment.eventTypes[Int(column.rows[entry])] != type
      {
        continue
      }
      let id = id(index, column.codes[entry], row, &keys)
      if id != Self.none { body(id) }
    }
    columns[index].position = position
  }

  @inline(__always)
  private mutating func id(
    _ index: Int, _ code: UInt32, _ row: Int, _ keys: inout FacetKeys
  ) -> UInt32 {
    let column = columns[index].column
    guard code < ValueColumn.longText else {
      return subject.id(of: code, in: column, segment, &keys, row: firstRow + row)
    }
    let known = columns[index].ids[Int(code)]
    if known != Self.unset { return known }
    let made = subject.id(of: code, in: column, segment, &keys, row: firstRow + row)
    columns[index].ids[Int(code)] = made
    return made
  }

  // MARK: - What is no column

  @inline(__always)
  private mutating func readParts(
    _ events: Range<Int>, _ row: Int, _ keys: inout FacetKeys, _ body: (UInt32) -> Void
  ) {
    switch subject.kind {
    case .days(let target, let grouping) where target.eventPart == .date:
      for event in events where type == nil || segment.eventTypes[event] == type {
        if let group = grouping.group(segment.eventSpans[event]) {
          body(keys.id(group: group, row: firstRow + row))
        }
      }
    case .values(let target) where target.eventPart == .type:
      for event in events { body(typeID(Int(segment.eventTypes[event]), row, &keys)) }
    case .values(let target) where target == FieldTarget(name: "id"):
      segment.idBytes.withBuffer { bytes in
        let range = Int(segment.idStarts[row])..<Int(segment.idStarts[row + 1])
        let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
        body(keys.id(raw, .text, row: firstRow + row))
      }
    default: break
    }
  }

  private mutating func typeID(_ index: Int, _ row: Int, _ keys: inout FacetKeys) -> UInt32 {
    if typeIDs.isEmpty {
      typeIDs = Array(repeating: Self.unset, count: segment.typeNames.count)
    }
    if typeIDs[index] == Self.unset {
      var name = segment.typeNames[index]
      typeIDs[index] = name.withUTF8 {
        keys.id(UnsafeRawBufferPointer($0), .text, row: firstRow + row)
      }
    }
    return typeIDs[index]
  }
}

extension FacetSubject {
  /// The number of a value, or ``FacetReader/none`` where it is no date and one is wanted.
  func id(
    of code: UInt32, in column: ValueColumn, _ segment: Segment, _ keys: inout FacetKeys, row: Int
  ) -> UInt32 {
    let isLong = code >= ValueColumn.longText
    if case .days(_, let grouping) = kind {
      let date = isLong ? nil : DateSpan.parse(column.value(code))
      return date.flatMap(grouping.group).map { keys.id(group: $0, row: row) } ?? FacetReader.none
    }
    if isLong {
      return segment.withFoldedText(column.longRange(code)) { keys.id($0, .folded, row: row) }
    }
    let kind: FacetKeys.Kind = column.kind(code) == .number ? .number : .text
    return column.valueBytes.withBuffer { bytes in
      let range = Int(column.valueStarts[Int(code)])..<Int(column.valueStarts[Int(code) + 1])
      let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
      return keys.id(raw, kind, row: row)
    }
  }
}

extension ValueColumn {
  /// How many long texts there are.
  var longTextCount: Int { longRanges.count / 2 }
}
