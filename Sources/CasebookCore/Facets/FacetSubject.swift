/// What the cases are counted by.
public struct FacetSubject: Sendable, Hashable {
  /// How days are put together.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// By year.
    case year
    /// By month.
    case month
    /// By day; dates that are less exact are not counted.
    case day
    /// By day of the week; dates that are less exact than a day are not counted.
    case weekday
    /// By week of ISO 8601, from Monday; dates that are less exact than a day are not counted.
    case week
    /// By quarter of the year.
    case quarter
    /// By fiscal year of the United States, which begins on 1 October of the year before.
    case fiscalYear = "fiscal-year"
  }

  enum Kind: Sendable, Hashable {
    case values(FieldTarget)
    case days(FieldTarget, Grouping)
    case interval(String, String)
    case named(NamedInterval, asOf: DayNumber?)
  }

  /// The field as it was asked for, its name whole.
  public let name: String
  let kind: Kind
  /// Whether events alone carry it.
  let isOfEvents: Bool

  init(name: String, kind: Kind, isOfEvents: Bool) {
    self.name = name
    self.kind = kind
    self.isOfEvents = isOfEvents
  }

  /// Finds what is meant: a field, a key of an event type, an event type for its dates, a named
  /// interval, or `type->type` for the days between two events.
  ///
  /// Dates are put together by year where nothing is said; for other values that has no effect.
  /// Intervals that go on are counted to the day `asOf`; without one they are left out.
  ///
  /// - Throws: A name that means nothing, with its range in the text.
  public init(
    _ text: String, by grouping: Grouping? = nil, in schema: Schema, asOf: DayNumber? = nil
  ) throws(QueryError) {
    let bytes = Array(text.utf8)
    let reader = AtomReader(bytes, 0..<bytes.count, depth: 0)
    if let arrow = reader.arrows.first {
      let from = try schema.resolveType(reader.typeName(0..<arrow.range.lowerBound))
      let to = try schema.resolveType(reader.typeName(arrow.range.upperBound..<bytes.count))
      name = "\(from)->\(to)"
      kind = .interval(from, to)
      isOfEvents = false
      return
    }
    let written = WrittenName(text: bytes.unquoted(0..<bytes.count), range: 0..<bytes.count)
    switch try schema.resolve(written) {
    case .interval(let interval):
      name = interval.key
      kind = .named(interval, asOf: asOf)
      isOfEvents = false
    case .type(let type):
      name = type
      kind = .days(FieldTarget(name: "date", eventType: type), grouping ?? .year)
      isOfEvents = true
    case .field(let target):
      name = target.writtenName
      kind = target.isDate ? .days(target, grouping ?? .year) : .values(target)
      let field = schema.fields[target.name]
      isOfEvents = target.eventType != nil || field?.isOfEvents == true && field?.isOfCases == false
    }
  }

  /// Whether values have an order of their own, as numbers of days and dates have.
  public var isOrdered: Bool {
    if case .values = kind { false } else { true }
  }

  /// The type whose events alone carry it.
  var eventType: String? {
    switch kind {
    case .values(let target), .days(let target, _): target.eventType
    case .interval, .named: nil
    }
  }
}

extension FieldTarget {
  /// The name as one types it.
  var writtenName: String {
    eventType.map { "\($0).\(name)" } ?? name
  }
}
