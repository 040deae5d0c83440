/// A field that cases or events are put into groups by.
public struct GroupField: Sendable {
  /// As it was asked for.
  public let name: String
  let kind: Kind

  enum Kind: Sendable {
    /// The values of a case, or of the event that is measured.
    case subject(FacetSubject, isOfEvent: Bool)
    /// Whether a case has something: `has:ice_arrest`.
    case presence(Selection)
  }

  /// Reads a field: a name, `TYPE.field`, an event type for its years, `month` and the like for the
  /// date of the event itself, or `has:NAME`.
  ///
  /// A field that events alone have is that of the events of `type`, if one is given.
  ///
  /// - Throws: A name that means nothing, or a field that only other events have.
  public init(
    _ text: String, ofType type: String?, isOfEvents: Bool, in library: Library, schema: Schema,
    asOf: DayNumber?
  ) throws(QuestionError) {
    let text = text.trimmingBlanks
    name = text
    if let grouping = FacetSubject.Grouping(rawValue: text) {
      guard isOfEvents else { throw .needsEvents(text) }
      let target = FieldTarget(name: "date")
      let subject = FacetSubject(name: text, kind: .days(target, grouping), isOfEvents: true)
      kind = .subject(subject, isOfEvent: true)
      return
    }
    do throws(QueryError) {
      if text.hasPrefix("has:") {
        let plan = try QueryPlan(text, in: schema, today: asOf ?? .max)
        kind = .presence(plan.selection(in: library))
        return
      }
      let request = try FacetRequest(text, in: schema, asOf: asOf)
      guard request.columns == nil else {
        throw QueryError(.unexpected("by"), at: 0..<text.utf8.count)
      }
      kind = Self.kind(request.rows, type, isOfEvents)
    } catch {
      throw .query(error)
    }
    guard case .subject(let subject, let isOfEvent) = kind, let target = subject.target else {
      return
    }
    if let type = target.eventType {
      try library.check(target.name, ofType: type, schema)
    } else if isOfEvent, let type {
      try library.check(target.eventName, ofType: type, schema)
    }
  }

  private static func kind(
    _ subject: FacetSubject, _ type: String?, _ isOfEvents: Bool
  ) -> Kind {
    let isSame = subject.eventType == nil || subject.eventType == type
    return .subject(subject, isOfEvent: isOfEvents && subject.isOfEvents && isSame)
  }

  /// Whether the event that is measured has the values.
  public var isOfEvent: Bool {
    if case .subject(_, let isOfEvent) = kind { isOfEvent } else { false }
  }

  /// Whether values have an order of their own, such as dates.
  var isOrdered: Bool {
    if case .subject(let subject, _) = kind { subject.isOrdered } else { true }
  }

  /// What is counted by it; nil if it asks whether something is there.
  public var subject: FacetSubject? {
    if case .subject(let subject, _) = kind { subject } else { nil }
  }
}

extension FacetSubject {
  /// The field; nil if it is an interval.
  var target: FieldTarget? {
    switch kind {
    case .values(let target), .days(let target, _): target
    case .interval, .named: nil
    }
  }
}

extension GroupField {
  /// Reads a field that groups the values of a measure.
  ///
  /// - Throws: As ``init(_:ofType:isOfEvents:in:schema:asOf:)``.
  public init(
    _ text: String, for measure: Measure, in library: Library, schema: Schema, asOf: DayNumber?
  ) throws(QuestionError) {
    try self.init(
      text, ofType: measure.eventType, isOfEvents: measure.isOfEvents, in: library,
      schema: schema, asOf: asOf)
  }
}

extension FacetSubject {
  /// A day as it is written in files.
  public static func dayText(_ day: DayNumber) -> String { Grouping.day.text(Int(day.rawValue)) }
}

extension CalendarSpan {
  /// The length as it is written, such as `90d`.
  public var text: String { "\(amount)\(unit.rawValue)" }
}
