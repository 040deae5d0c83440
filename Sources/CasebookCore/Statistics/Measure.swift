/// What statistics are made of: a number that each case or each event has.
///
/// It is written `detainer->ice_arrest` or `ice_custody.end->ice_custody`, the days between two ends
/// of events; `length_of_stay`, a named interval; `ice_custody.length`, the days that each event
/// lasts; `age` or `detainer.bond_amount`, a field of numbers; or `count(ice_custody)`, how many
/// events of a type a case has, `count()` of all types.
public struct Measure: Sendable, Hashable {
  /// As it was asked for, with whole names.
  public let name: String
  let kind: Kind

  enum Kind: Sendable, Hashable {
    case interval(from: EventEnd, to: EventEnd)
    case named(NamedInterval)
    case length(String)
    case number(FieldTarget, isOfEvents: Bool)
    case count(String?)
  }

  /// Reads what is measured.
  ///
  /// - Throws: A name that means nothing, or why nothing of the kind can be measured in the cases
  ///   that the schema counted.
  public init(_ text: String, in library: Library, schema: Schema) throws(QuestionError) {
    let text = text.trimmingBlanks
    let bytes = Array(text.utf8)
    let reader = AtomReader(bytes, 0..<bytes.count, depth: 0)
    if let arrow = reader.arrows.first {
      guard reader.arrows.count == 1, !arrow.isAbsence else {
        let wrong = reader.arrows.first { $0.isAbsence } ?? reader.arrows[1]
        let written = String(decoding: bytes[wrong.range], as: UTF8.self)
        throw .query(QueryError(.unexpected(written), at: wrong.range))
      }
      let first = String(decoding: bytes[..<arrow.range.lowerBound], as: UTF8.self)
      let last = String(decoding: bytes[arrow.range.upperBound...], as: UTF8.self)
      let from = try EventEnd(first, at: 0, in: schema)
      let to = try EventEnd(last, at: arrow.range.upperBound, in: schema)
      (name, kind) = ("\(from.text)->\(to.text)", .interval(from: from, to: to))
    } else if text.hasPrefix("count("), text.hasSuffix(")") {
      let inner = String(text.dropFirst(6).dropLast())
      let type = inner.isEmpty ? nil : try EventEnd(inner, at: 6, in: schema).type
      (name, kind) = ("count(\(type ?? ""))", .count(type))
    } else if text.hasSuffix(".length") {
      let type = try EventEnd(String(text.dropLast(7)), at: 0, in: schema).type
      try library.checkLasting(type)
      (name, kind) = ("\(type).length", .length(type))
    } else {
      (name, kind) = try Self.field(text, in: library, schema)
    }
  }

  private static func field(
    _ text: String, in library: Library, _ schema: Schema
  ) throws(QuestionError) -> (String, Kind) {
    let resolved: ResolvedName
    do {
      let range = 0..<text.utf8.count
      resolved = try schema.resolve(
        WrittenName(text: Array(text.utf8).unquoted(range), range: range))
    } catch {
      throw .query(error)
    }
    switch resolved {
    case .interval(let interval): return (interval.key, .named(interval))
    case .type(let type): throw .notANumber(type)
    case .field(let target):
      if let type = target.eventType { try library.check(target.name, ofType: type, schema) }
      guard let field = schema.fields[target.eventName], library.hasNumbers(target) else {
        throw .notANumber(target.writtenName)
      }
      let isOfEvents = target.eventType != nil || !field.isOfCases
      return (target.writtenName, .number(target, isOfEvents: isOfEvents))
    }
  }

  /// The type whose events each have a value; nil if cases have it, or events of all types.
  var eventType: String? {
    switch kind {
    case .interval(let from, _): from.type
    case .named(let interval): interval.startTypes.count == 1 ? interval.startTypes[0] : nil
    case .length(let type): type
    case .number(let target, _): target.eventType
    case .count(let type): type
    }
  }

  /// Whether events have the values, so that a field of theirs can group them.
  var isOfEvents: Bool {
    if case .number(_, let isOfEvents) = kind { isOfEvents } else { true }
  }

  /// Whether days are measured.
  public var isTime: Bool {
    switch kind {
    case .interval, .named, .length: true
    case .number, .count: false
    }
  }
}

extension Schema {
  /// The event type that a text names, of which there are events.
  ///
  /// - Throws: A name that means nothing, or that of a type without events.
  public func occurringType(_ text: String) throws(QuestionError) -> String {
    let type: String
    do {
      type = try typeName(text.trimmingBlanks)
    } catch {
      throw .query(error)
    }
    guard types[type]?.eventCount ?? 0 > 0 else { throw .noEvent(of: type) }
    return type
  }
}

extension Library {
  /// Makes sure that the events of a type last, so that people can be there at midnight.
  ///
  /// - Throws: The type, if none of its events has an end.
  public func checkLasting(_ type: String) throws(QuestionError) {
    guard vocabulary.type(type).isInterval || hasIntervals(ofType: type) else {
      throw .withoutLength(type)
    }
  }

  /// Whether some event of a type has two ends.
  func hasIntervals(ofType type: String) -> Bool {
    segments.contains { segment in
      guard let type = segment.typeIndex(type) else { return false }
      return segment.withEvents { _, types, spans in
        types.indices.contains { types[$0] == type && spans[$0].flags.contains(.interval) }
      }
    }
  }

  /// Whether some value of a field is a number.
  func hasNumbers(_ target: FieldTarget) -> Bool {
    segments.contains { segment in
      segment.columns(of: target).contains { column in
        (0..<column.valueCount).contains { NumberReader.number(column.value(UInt32($0))) != nil }
      }
    }
  }

  /// Whether some event of a type has a field.
  func hasField(_ name: String, ofType type: String) -> Bool {
    segments.contains { segment in
      guard let type = segment.typeIndex(type), let column = segment.column(.init(.event, name))
      else { return false }
      return column.rows.withBuffer { rows in
        segment.eventTypes.withBuffer { types in rows.contains { types[Int($0)] == type } }
      }
    }
  }

  /// Makes sure that a field exists on events of a type.
  ///
  /// - Throws: The types that have it, if this one has not.
  func check(_ name: String, ofType type: String, _ schema: Schema) throws(QuestionError) {
    guard schema.types[type]?.eventCount ?? 0 > 0 else { throw .noEvent(of: type) }
    if name == "date" || name == "type" || hasField(name, ofType: type) { return }
    let others = schema.types.keys.filter { hasField(name, ofType: $0) }.sorted()
    throw .notOfType(field: name, type: type, others: others)
  }
}
