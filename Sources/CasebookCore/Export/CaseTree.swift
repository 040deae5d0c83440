extension Case {
  /// The case as the tree a file of it holds: the id, every key in the order of the file, then
  /// sources and events.
  ///
  /// Read back, the tree is an equal case. A date at the level of the case stays there, so the
  /// event it is short for is left out.
  ///
  /// With `days`, each date is followed by its first and last day, as `earliest` and `latest`.
  public func tree(days: Bool = false) -> FieldValue {
    var members = [Field("id", .text(id))]
    var hasID = false
    for field in fields {
      if !hasID, field.key == "id", field.value.written == id {
        hasID = true
        members[0] = field
      } else {
        members.append(field)
      }
    }
    if !sources.isEmpty {
      members.append(Field("sources", .list(sources.map { .map($0.fields) })))
    }
    let written = hasDateOfItsOwn ? events.dropLast() : events[...]
    if !written.isEmpty {
      members.append(Field("events", .list(written.map { $0.tree(days: days) })))
    }
    return .map(members)
  }

  /// Whether the last event stands for a date at the level of the case.
  private var hasDateOfItsOwn: Bool {
    guard let written = text("date"), let last = events.last else { return false }
    return last.type == "record" && last.fields.isEmpty && last.sources.isEmpty
      && last.writtenDate == written
  }
}

extension Event {
  /// The event as the map a file of it holds.
  fileprivate func tree(days: Bool) -> FieldValue {
    var members = [Field("type", .text(type))]
    if let date {
      members.append(Field("date", .text(date.text)))
      if days {
        members.append(Field("earliest", Self.day(date.earliest)))
        members.append(Field("latest", Self.day(date.latest)))
      }
    } else if let unreadableDate {
      members.append(Field("date", .text(unreadableDate)))
    }
    members += fields
    if !claims.isEmpty {
      members.append(Field("claims", .list(claims.map { $0.tree })))
    }
    members += sources.field
    return .map(members)
  }

  private static func day(_ day: DayNumber?) -> FieldValue {
    day.map { .text($0.isoText) } ?? .null
  }
}

extension Claim {
  fileprivate var tree: FieldValue { .map(fields + sources.field) }
}

extension [SourceReference] {
  /// One source as its id, several as a list, none as no field.
  fileprivate var field: [Field] {
    switch count {
    case 0: []
    case 1: [Field("source", .text(self[0].written))]
    default: [Field("source", .list(map { .text($0.written) }))]
    }
  }
}

extension SourceReference {
  /// The reference as a file writes it, with its locator.
  public var written: String {
    locator.map { "\(id)#\($0)" } ?? id
  }
}
