/// Which values a field term looks at.
///
/// A plain name means the keys of the case, those of its subject and those of every event alike;
/// `type.name` means the events of that type alone.
struct FieldTarget: Sendable, Hashable {
  /// The keys joined by dots.
  var name: String
  /// The type whose events count, or nothing for the case and all its events.
  var eventType: String?

  static let subjectPrefix = "subject."
  private static let eventsPrefix = "events."

  /// Whether the values are dates by the name of the field.
  static func isDateName(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    return last == "date" || last.hasSuffix("_date") || last == "age_as_of"
  }

  var isDate: Bool { Self.isDateName(name) }

  /// What of an event that is no column is meant.
  enum EventPart: Sendable {
    case date, type
  }

  /// The name among the keys of an event.
  var eventName: String {
    eventType == nil && name.hasPrefix(Self.eventsPrefix)
      ? String(name.dropFirst(Self.eventsPrefix.count)) : name
  }

  var eventPart: EventPart? {
    switch eventName {
    case "date": .date
    case "type": .type
    default: nil
    }
  }

  /// The columns of cases it means; none inside an event.
  var casePaths: [FieldPath] {
    guard eventType == nil else { return [] }
    return [
      FieldPath(.wholeCase, name), FieldPath(.wholeCase, Self.subjectPrefix + name),
    ]
  }

  var eventPath: FieldPath { FieldPath(.event, eventName) }
}
