/// A named column of cases: what a table of cases shows of each.
///
/// The names are those of the filter language, with the same short forms: a field of the case, of
/// its subject or of its events; `TYPE` for the dates of the events of a type; `TYPE.key` for a key
/// of those events; `TYPE->TYPE`, or the key of a named interval such as `detainer_to_release`, for
/// the time between events. Beside them stand `first_date` and `last_date`, where policies do not
/// count.
public struct CaseColumn: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case values(FieldTarget)
    case firstDate, lastDate
    case interval(NamedInterval, asOf: DayNumber?)
    /// From the first event of a type to the first of another at or after it.
    case gap(from: String, to: String)
  }

  /// What its values are.
  public enum Kind: Sendable, Hashable {
    /// Text as written.
    case text
    /// Dates as written.
    case date
    /// A stretch of time.
    case interval
  }

  /// The whole name.
  public let name: String
  let subject: Subject

  /// The names of columns that are worked out.
  public static let derivedNames = ["first_date", "last_date"]

  /// Finds what a name means; intervals that go on are counted to the day `asOf`.
  ///
  /// - Throws: A name that means nothing, or more than one thing.
  public init(_ text: String, in schema: Schema, asOf: DayNumber? = nil) throws(QueryError) {
    let range = 0..<text.utf8.count
    if text == "first_date" {
      self = .firstDate
    } else if text == "last_date" {
      (name, subject) = (text, .lastDate)
    } else if let arrow = text.parts(around: "->") {
      let from = try schema.resolveType(WrittenName(text: arrow.before, range: range))
      let to = try schema.resolveType(WrittenName(text: arrow.after, range: range))
      self = .interval(from: from, to: to)
    } else {
      switch try schema.resolve(WrittenName(text: text, range: range)) {
      case .type(let type): self = .dates(ofType: type)
      case .interval(let interval):
        (name, subject) = (interval.key, .interval(interval, asOf: asOf))
      case .field(let target): (name, subject) = (target.writtenName, .values(target))
      }
    }
  }

  private init(name: String, _ subject: Subject) {
    self.name = name
    self.subject = subject
  }

  /// The earliest date of a case, policies aside.
  public static let firstDate = CaseColumn(name: "first_date", .firstDate)

  /// The values of a field of the case or its events.
  public static func field(_ name: String) -> CaseColumn {
    CaseColumn(name: name, .values(FieldTarget(name: name)))
  }

  /// The dates of the events of a type.
  public static func dates(ofType type: String) -> CaseColumn {
    CaseColumn(name: type, .values(FieldTarget(name: "date", eventType: type)))
  }

  /// The days from the first event of a type to the first of another at or after it.
  public static func interval(from: String, to: String) -> CaseColumn {
    CaseColumn(name: "\(from)->\(to)", .gap(from: from, to: to))
  }

  /// What its values are.
  public var kind: Kind {
    switch subject {
    case .firstDate, .lastDate: .date
    case .interval, .gap: .interval
    case .values(let target): target.isDate ? .date : .text
    }
  }

  /// The type of the events whose dates it holds, where it holds those.
  public var datedType: String? {
    guard case .values(let target) = subject, target.name == "date" else { return nil }
    return target.eventType
  }

  /// The time between two types that it measures in a case; `nil` for a column of another kind, or
  /// if an end is missing or uncertain.
  public func gap(in chronology: [Event]) -> DayInterval? {
    guard case .gap(let from, let to) = subject,
      let start = chronology.firstIndex(where: { $0.type == from && $0.date != nil }),
      let first = chronology[start].date,
      let last = chronology[(start + 1)...].first(where: { $0.type == to })?.date
    else { return nil }
    let interval = DayInterval(from: first, to: last)
    return interval.isKnown ? interval : nil
  }

  /// The named intervals that it measures in a case; none for a column of another kind.
  public func intervals(in chronology: [Event]) -> [CaseInterval] {
    guard case .interval(let name, let asOf) = subject else { return [] }
    return CaseIntervals(chronology, names: [name], asOf: asOf).told
  }

  /// The values of a case as written, in the order of the file: of the case, then of its events; of
  /// an interval the days, such as `111` or `28..58`.
  public func values(of content: Case) -> [String] {
    switch subject {
    case .firstDate: Self.dates(of: content).prefix(1).map(\.text)
    case .lastDate: Self.dates(of: content).suffix(1).map(\.text)
    case .gap: gap(in: content.chronology).map { [$0.days.written] } ?? []
    case .values(let target): Self.values(target, of: content)
    case .interval:
      intervals(in: content.chronology).map { interval in
        let length = IntervalWords.long(interval.interval)
        return interval.isSoFar ? length + " so far" : length
      }
    }
  }

  // MARK: - Private

  /// The dates of the case's own path, oldest first: those of policies are none of it.
  private static func dates(of content: Case) -> [CalendarDate] {
    content.chronology.filter { $0.type != "policy" }.compactMap(\.date)
  }

  private static func values(_ target: FieldTarget, of content: Case) -> [String] {
    var values: [String] = []
    if target.eventType == nil { values += ofCase(target.name, content) }
    for event in content.events where target.eventType == nil || target.eventType == event.type {
      values += ofEvent(target.eventName, event)
    }
    return values
  }

  private static func ofCase(_ name: String, _ content: Case) -> [String] {
    if name == "id" { return [content.id] }
    if let key = name.dropping(prefix: "sources.") {
      return content.sources.flatMap { FieldPathValues.texts(key, in: $0.fields) }
    }
    // The date of a case is that of the event it is short for.
    if name == "date" { return [] }
    let own = FieldPathValues.texts(name, in: content.fields)
    if name.hasPrefix(FieldTarget.subjectPrefix) { return own }
    return own + FieldPathValues.texts(FieldTarget.subjectPrefix + name, in: content.fields)
  }

  private static func ofEvent(_ name: String, _ event: Event) -> [String] {
    switch name {
    case "date": return event.writtenDate.map { [$0] } ?? []
    case "type": return [event.type]
    case "source": return event.sources.map(\.written)
    case "claims.source": return event.claims.flatMap { $0.sources.map(\.written) }
    default: break
    }
    if let key = name.dropping(prefix: "claims.") {
      return event.claims.flatMap { FieldPathValues.texts(key, in: $0.fields) }
    }
    return FieldPathValues.texts(name, in: event.fields)
  }
}

/// The values under keys joined by dots.
enum FieldPathValues {
  /// The single values at a path, lists taken apart; none where a map stands there.
  static func texts(_ path: String, in fields: [Field]) -> [String] {
    var found: [String] = []
    var work: [(path: Substring, fields: [Field])] = [(path[...], fields)]
    while let (path, fields) = work.popLast() {
      for field in fields {
        if path == field.key {
          found += field.value.single
        } else if path.hasPrefix(field.key),
          path.dropFirst(field.key.count).first == ".", !field.key.isEmpty
        {
          let rest = path.dropFirst(field.key.count + 1)
          work += field.value.maps.reversed().map { (rest, $0) }
        }
      }
    }
    return found
  }
}

extension FieldValue {
  /// The single values of a value or of the lists in it.
  fileprivate var single: [String] {
    if let written { return [written] }
    guard case .list(let values) = self else { return [] }
    return values.flatMap(\.single)
  }

  /// The maps of a value or of the lists in it.
  fileprivate var maps: [[Field]] {
    switch self {
    case .map(let fields): [fields]
    case .list(let values): values.flatMap(\.maps)
    default: []
    }
  }
}

extension DayCount {
  /// The days as the filter language writes numbers and ranges of them.
  fileprivate var written: String {
    switch self {
    case .exact(let days): "\(days)"
    case .range(let days): "\(days.lowerBound)..\(days.upperBound)"
    case .atLeast(let days): "\(days).."
    case .atMost(let days): "..\(days)"
    case .unknown: ""
    }
  }
}

extension String {
  /// What stands before and behind the first arrow.
  fileprivate func parts(around arrow: String) -> (before: String, after: String)? {
    guard let range = firstRange(of: arrow) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }

  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
