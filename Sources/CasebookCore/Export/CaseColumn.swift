/// A named column of cases: what a table of cases shows of each.
///
/// The names are those of the filter language, with the same short forms: a field of the case, of
/// its subject or of its events; `TYPE` for the dates of the events of a type; `TYPE.key` for a key
/// of those events; the key of a named interval, such as `detainer_to_release`. Beside them stand
/// `first_date` and `last_date`, where policies do not count.
public struct CaseColumn: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case values(FieldTarget)
    case firstDate, lastDate
    case interval(NamedInterval, asOf: DayNumber?)
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
    switch text {
    case "first_date": (name, subject) = (text, .firstDate)
    case "last_date": (name, subject) = (text, .lastDate)
    default:
      let range = 0..<text.utf8.count
      switch try schema.resolve(WrittenName(text: text, range: range)) {
      case .type(let type):
        (name, subject) = (type, .values(FieldTarget(name: "date", eventType: type)))
      case .interval(let interval):
        (name, subject) = (interval.key, .interval(interval, asOf: asOf))
      case .field(let target): (name, subject) = (target.writtenName, .values(target))
      }
    }
  }

  /// The values of a case as written, in the order of the file: of the case, then of its events.
  public func values(of content: Case) -> [String] {
    switch subject {
    case .firstDate: Self.dates(of: content).prefix(1).map(\.text)
    case .lastDate: Self.dates(of: content).suffix(1).map(\.text)
    case .values(let target): Self.values(target, of: content)
    case .interval(let name, let asOf):
      CaseIntervals(content.chronology, names: [name], asOf: asOf).named.map { interval in
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
    case "date": return event.date.map { [$0.text] } ?? []
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

extension String {
  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
