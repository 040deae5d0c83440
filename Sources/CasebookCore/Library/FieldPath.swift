/// Where a field lives: its keys from the case or the event down, joined by dots.
public struct FieldPath: Sendable, Hashable, Comparable {
  /// Whether a field belongs to the case or to its events.
  public enum Scope: UInt8, Sendable, Hashable {
    /// One value set a case.
    case wholeCase
    /// One value set an event.
    case event
  }

  /// What carries the field.
  public var scope: Scope
  /// The keys joined by dots, such as `subject.age` or `facility`.
  public var name: String

  /// Makes a path.
  public init(_ scope: Scope, _ name: String) {
    self.scope = scope
    self.name = name
  }

  /// Orders paths of cases before those of events, then by name.
  public static func < (left: FieldPath, right: FieldPath) -> Bool {
    (left.scope.rawValue, left.name) < (right.scope.rawValue, right.name)
  }
}

/// What the format means by a key; everything else is a field.
enum KeyRole: UInt8 {
  case field, casebook, id, events, sources, subject, caseDate, eventDate, eventType
  case eventSource, claims, attachments

  static let caseKeys: [(String, KeyRole)] = [
    ("casebook", .casebook), ("id", .id), ("events", .events), ("sources", .sources),
    ("subject", .subject), ("date", .caseDate), ("attachments", .attachments), ("title", .field),
    ("status", .field), ("summary", .field), ("place", .field), ("jurisdiction", .field),
    ("tags", .field), ("related", .field), ("claims", .claims),
  ]

  static let eventKeys: [(String, KeyRole)] = [
    ("type", .eventType), ("date", .eventDate), ("source", .eventSource), ("claims", .claims),
    ("label", .field), ("place", .field), ("facility", .field), ("agency", .field),
    ("charge", .field), ("charge_status", .field), ("outcome", .field),
    ("outcome_basis", .field), ("by", .field), ("role", .field), ("text", .field),
    ("basis", .field), ("level", .field),
  ]
}

/// The keys of the format by scope, for telling a known key from one of the file's own.
public enum FormatKeys {
  /// The keys of a case.
  public static let ofCase = KeyRole.caseKeys.map(\.0)
  /// The keys of an event.
  public static let ofEvent = KeyRole.eventKeys.map(\.0)
  /// Keys whose values are no text to search: types, dates and references to sources.
  public static let withoutText = ["type", "date", "age_as_of", "source", "derived_from"]
}
