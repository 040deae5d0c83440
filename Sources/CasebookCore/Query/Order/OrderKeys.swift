import Dispatch
import Synchronization

// Hot path: an order that is not ready begins with a number for each of a million rows.

/// Makes a number for every row of a library, so that the numbers have the order of one key.
///
/// Of several values of a row the least counts, or the greatest where the order goes down.
struct OrderKeys {
  let library: Library
  let key: OrderKey
  let cache: QueryCache?

  /// The number of rows without a value: they come last, whatever the direction.
  static let missing = UInt64.max

  /// The numbers by row, found by some threads that share the segments.
  func numbers(threads: Int = 1) -> [UInt64] {
    let values = OrderedValues(library, key.subject, cache, threads: threads)
    let strands = max(1, min(threads, library.segments.count))
    let next = Atomic(0)
    return [UInt64](unsafeUninitializedCapacity: library.caseCount) { buffer, filled in
      let all = RowNumbers(buffer, isDescending: key.isDescending)
      DispatchQueue.concurrentPerform(iterations: strands) { _ in
        while case let index = next.add(1, ordering: .relaxed).oldValue,
          index < library.segments.count
        {
          let rows = library.firstRows[index]..<library.firstRows[index + 1]
          add(segment: index, values, to: all.begun(rows))
        }
      }
      filled = library.caseCount
    }
  }

  private func add(segment index: Int, _ values: OrderedValues, to numbers: RowNumbers) {
    let segment = library.segments[index]
    switch key.subject {
    case .values: values.add(segment, number: index, to: numbers)
    case .days(let target): addDays(target, of: segment, to: numbers)
    case .interval(let from, let to):
      segment.visitIntervals(from: from, to: to) { days, row in numbers.add(UInt64(days), row) }
    case .named(let name, let asOf): addIntervals(name, asOf, of: segment, to: numbers)
    case .eventCount(let type): addCounts(type, of: segment, to: numbers)
    }
  }

  // MARK: - Of one segment

  private func addDays(_ target: FieldTarget, of segment: Segment, to numbers: RowNumbers) {
    let type = target.eventType.map { segment.typeIndex($0) }
    if let type, type == nil { return }
    if target.eventPart == .date {
      segment.eventSpans.withBuffer { spans in
        segment.visitEvents(ofType: type ?? nil, rows: .cases) { event, row in
          if let number = spans[event].orderNumber { numbers.add(number, row) }
        }
      }
    }
    for column in segment.columns(of: target) {
      let dates = (0..<column.valueCount).map { code in
        DateSpan.parse(column.value(UInt32(code)))?.orderNumber
      }
      segment.visit(column, ofType: type ?? nil, rows: .cases) { code, row, _ in
        guard code < ValueColumn.longText, let number = dates[Int(code)] else { return }
        numbers.add(number, row)
      }
    }
  }

  private func addIntervals(
    _ name: NamedInterval, _ asOf: DayNumber, of segment: Segment, to numbers: RowNumbers
  ) {
    var walk = IntervalWalk(name, in: segment, asOf: asOf)
    guard walk.isPossible else { return }
    for row in 0..<segment.caseCount {
      walk.visit(row) { from, to in numbers.add(UInt64(from.distance(to: to)), row) }
    }
  }

  private func addCounts(_ name: String?, of segment: Segment, to numbers: RowNumbers) {
    let type = name.map { segment.typeIndex($0) }
    segment.withEvents { starts, types, _ in
      for row in 0..<segment.caseCount {
        let events = Int(starts[row])..<Int(starts[row + 1])
        let count =
          type.map { type in events.reduce(0) { $0 + (types[$1] == type ? 1 : 0) } }
          ?? events.count
        numbers.add(UInt64(count), row)
      }
    }
  }
}

/// The numbers of some rows in a row, while they are found.
struct RowNumbers: @unchecked Sendable {
  // Sound to share: each thread writes to the rows of its own segments.
  private let buffer: UnsafeMutableBufferPointer<UInt64>
  private let isDescending: Bool

  init(_ buffer: UnsafeMutableBufferPointer<UInt64>, isDescending: Bool) {
    (self.buffer, self.isDescending) = (buffer, isDescending)
  }

  /// Some of the rows, which are counted from 0 then and have no value yet.
  func begun(_ rows: Range<Int>) -> RowNumbers {
    let part = UnsafeMutableBufferPointer(rebasing: buffer[rows])
    part.initialize(repeating: OrderKeys.missing)
    return RowNumbers(part, isDescending: isDescending)
  }

  /// Takes in a value of a row.
  @inline(__always)
  func add(_ number: UInt64, _ row: Int) {
    // Greatest first is least first of the complement, which is never that of a missing value.
    let directed = isDescending ? OrderKeys.missing - 1 - number : number
    if directed < buffer[row] { buffer[row] = directed }
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
  @inline(__always)
  func visitIntervals(from: String, to: String, _ body: (_ days: Int, _ row: Int) -> Void) {
    guard let from = typeIndex(from), let to = typeIndex(to) else { return }
    withEvents { starts, types, spans in
      for row in 0..<caseCount {
        let events = Int(starts[row])..<Int(starts[row + 1])
        for event in events where types[event] == from {
          if let days = Self.days(from: event, to: to, among: events, types, spans) {
            body(days, row)
          }
        }
      }
    }
  }

  /// Calls the body with such days of one case.
  @inline(__always)
  func visitIntervals(from: String, to: String, ofCase row: Int, _ body: (Int) -> Void) {
    guard let from = typeIndex(from), let to = typeIndex(to) else { return }
    let events = events(ofCase: row)
    withEvents { _, types, spans in
      for event in events where types[event] == from {
        if let days = Self.days(from: event, to: to, among: events, types, spans) { body(days) }
      }
    }
  }

  /// The days from an event to the first other one of a type at or after it.
  @inline(__always)
  private static func days(
    from event: Int, to type: UInt16, among events: Range<Int>,
    _ types: UnsafeBufferPointer<UInt16>, _ spans: UnsafeBufferPointer<DateSpan>
  ) -> Int? {
    guard spans[event].hasFirstDay else { return nil }
    let day = Int(spans[event].earliest)
    var least = Int.max
    for other in events where types[other] == type && other != event {
      let later = Int(spans[other].earliest)
      // An event without a first possible day is before every day.
      if later >= day { least = min(least, later - day) }
    }
    return least == .max ? nil : least
  }
}
