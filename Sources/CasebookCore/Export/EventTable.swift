/// Cases as a table of events: one row an event, in the columns of Casebook's own profile, so that
/// the table reads back as cases.
///
/// A table holds what it has columns for: single values of the case that the profile names, and the
/// single values of events. Lists and maps of the files' own, and accounts that differ, are left to
/// JSON Lines, which lose nothing.
public struct EventTable {
  /// The columns of the case, each with where its value stands.
  private static let caseColumns: [(name: String, path: String)] = [
    ("case_id", "id"), ("title", "title"), ("status", "status"), ("summary", "summary"),
    ("case_place", "place"), ("tags", "tags"), ("related", "related"),
    ("subject", "subject.label"), ("age", "subject.age"), ("sex", "subject.sex"),
    ("citizenship", "subject.citizenship"),
  ]
  private static let eventColumns = [
    "type", "date", "label", "place", "facility", "agency", "charge", "charge_status", "outcome",
    "outcome_basis", "by", "role", "text", "basis", "level", "source",
  ]

  private let ownColumns: [String]

  /// Makes a table whose events may have keys of their own as well, in some order.
  ///
  /// Keys that the table already has for cases are left out, for they would be read as those.
  public init(ownKeys: [String] = []) {
    let taken = Set(Self.caseColumns.map(\.name) + Self.eventColumns + ["id", "case"])
    ownColumns = ownKeys.filter { !taken.contains($0) }
  }

  /// The names of the columns.
  public var header: [String] {
    Self.caseColumns.map(\.name) + Self.eventColumns + ownColumns
  }

  /// The keys of the events of a case that hold single values.
  public static func keys(of content: Case) -> [String] {
    content.events.flatMap(\.fields).filter { $0.value.written != nil }.map(\.key)
  }

  /// The rows of a case, in the order of the file; one without events has one row of type `record`.
  public func rows(of content: Case) -> [[String]] {
    let own = Self.caseColumns.map { column in
      column.path == "id"
        ? content.id
        : FieldPathValues.texts(column.path, in: content.fields).joined(separator: "; ")
    }
    let events = content.events.isEmpty ? [Event(type: "record")] : content.events
    return events.map { event in own + cells(of: event) }
  }

  private func cells(of event: Event) -> [String] {
    (Self.eventColumns + ownColumns).map { name in
      switch name {
      case "type": event.type
      case "date": event.writtenDate ?? ""
      case "source": event.sources.map(\.written).joined(separator: "; ")
      default: event.text(name) ?? ""
      }
    }
  }
}
