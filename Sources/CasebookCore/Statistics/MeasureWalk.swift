// Hot path: some ten nanoseconds an event of the type.

/// A value that a measure found, or the lack of one.
struct Measured {
  /// The event that has it; nil if the case has it.
  var event: Int?
  /// The value; nil if it is not said.
  var value: Double?
  /// The day that it is counted from, if it is a time.
  var from: Int32 = 0
  /// Whether it is a time that goes on, counted to the day that was asked about.
  var isOpen = false
  /// Whether a date of it may mean several days or be wrong.
  var isInexact = false
}

/// Finds the values of a measure in the cases of one segment, in ascending order.
struct MeasureWalk {
  private let segment: Segment
  private let measure: Measure
  private let asOf: Int32?
  private let type: UInt16?
  private let lastType: UInt16?
  /// Whether events of the two types last, so that a single date of theirs is no end.
  private let lasts: (Bool, Bool)
  private var intervals: IntervalWalk?
  private var numbers: NumberReader?

  init(_ measure: Measure, in segment: Segment, of library: Library, asOf: DayNumber?) {
    self.segment = segment
    self.measure = measure
    self.asOf = asOf?.rawValue
    type = measure.eventType.flatMap { segment.typeIndex($0) }
    var last: String?
    if case .interval(_, let to) = measure.kind { last = to.type }
    lastType = last.flatMap { segment.typeIndex($0) }
    let lasts = { (name: String?) in name.map { library.vocabulary.type($0).isInterval } ?? false }
    self.lasts = (lasts(measure.eventType), lasts(last))
    switch measure.kind {
    case .named(let name): intervals = IntervalWalk(name, in: segment, asOf: asOf)
    case .number(let target, _): numbers = NumberReader(target, in: segment)
    default: break
    }
  }

  /// Calls the body with each value of a case, or with the lack of one by event; those of events in
  /// the order of the file. A case of which nothing could have a value calls it for none.
  mutating func visit(_ row: Int, _ body: (Measured) -> Void) {
    let events = Int(segment.eventStarts[row])..<Int(segment.eventStarts[row + 1])
    switch measure.kind {
    case .interval(let from, let to):
      guard type != nil else { return }
      for event in events where segment.eventTypes[event] == type {
        body(interval(from, to, event, among: events))
      }
    case .named:
      var found: [Measured] = []
      intervals?.visitEnds(row) { ends, from, to in
        let inexact = segment.eventSpans[ends.first.event].isInexact
        let last = ends.last.map { segment.eventSpans[$0.event].isInexact } ?? false
        found.append(
          Measured(
            event: ends.first.event, value: Double(from.distance(to: to)), from: from.rawValue,
            isOpen: ends.last == nil, isInexact: inexact || last))
      }
      found.sort { ($0.event ?? 0) < ($1.event ?? 0) }
      for one in found { body(one) }
    case .length:
      guard type != nil else { return }
      for event in events where segment.eventTypes[event] == type { body(length(event)) }
    case .number(let target, let isOfEvents):
      guard isOfEvents else {
        numbers?.readCase(row) { body(Measured(value: $0)) }
        return
      }
      guard target.eventType == nil || type != nil else { return }
      for event in events where target.eventType == nil || segment.eventTypes[event] == type {
        var hasValue = false
        numbers?.readEvent(event, of: row) {
          hasValue = true
          body(Measured(event: event, value: $0))
        }
        // Of all types, only those that have the field are asked.
        if !hasValue, target.eventType != nil { body(Measured(event: event)) }
      }
    case .count(let name):
      for event in events where name == nil || segment.eventTypes[event] == type {
        body(Measured(event: event))
      }
    }
  }

  // MARK: - Times

  private func interval(
    _ from: EventEnd, _ to: EventEnd, _ event: Int, among events: Range<Int>
  ) -> Measured {
    var found = Measured(event: event)
    guard let day = from.day(segment.eventSpans[event], lasts: lasts.0), let lastType else {
      return found
    }
    var (least, last) = (Int32.max, event)
    for other in events where other != event && segment.eventTypes[other] == lastType {
      guard let later = to.day(segment.eventSpans[other], lasts: lasts.1), later >= day,
        later < least
      else { continue }
      (least, last) = (later, other)
    }
    guard last != event else { return found }
    found.value = Double(Int(least) - Int(day))
    found.from = day
    found.isInexact = segment.eventSpans[event].isInexact || segment.eventSpans[last].isInexact
    return found
  }

  private func length(_ event: Int) -> Measured {
    var found = Measured(event: event)
    let span = segment.eventSpans[event]
    guard span.flags.contains(.interval), span.hasFirstDay else { return found }
    found.isOpen = span.flags.contains(.openEnd)
    guard let last = found.isOpen ? asOf : span.latestDay?.rawValue, last >= span.earliest else {
      found.isOpen = false
      return found
    }
    found.value = Double(Int(last) - Int(span.earliest))
    found.from = span.earliest
    found.isInexact = span.isInexact
    return found
  }
}

/// Reads the numbers of a field, case by case or event by event, in ascending order.
struct NumberReader {
  private var reader: FacetReader
  private var keys = FacetKeys()
  /// The number of each value that was met; nil if it is none.
  private var numbers: [Double?] = []

  init(_ target: FieldTarget, in segment: Segment) {
    let subject = FacetSubject(
      name: target.writtenName, kind: .values(target), isOfEvents: target.eventType != nil)
    reader = FacetReader(subject, in: segment, firstRow: 0)
  }

  /// Calls the body with the numbers of a case.
  mutating func readCase(_ row: Int, _ body: (Double) -> Void) {
    var ids: [UInt32] = []
    reader.readCase(row, &keys) { ids.append($0) }
    visit(ids, body)
  }

  /// Calls the body with the numbers of an event.
  mutating func readEvent(_ event: Int, of row: Int, _ body: (Double) -> Void) {
    var ids: [UInt32] = []
    reader.readEvent(event, of: row, &keys) { ids.append($0) }
    visit(ids, body)
  }

  /// The number that a value is; tables have theirs as text.
  static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      Ascii.isDigit(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  private mutating func visit(_ ids: [UInt32], _ body: (Double) -> Void) {
    for id in ids {
      while numbers.count <= Int(id) {
        let next = numbers.count
        numbers.append(Self.number(keys.text(next)))
      }
      if let number = numbers[Int(id)] { body(number) }
    }
  }
}
