/// A person's path through custody: what one record of a file says, whole and as written.
public struct Case: Sendable, Hashable, FieldCarrying {
  /// The id written in the file, or its path in the library where none is written.
  public var id: String
  /// Every key but sources and events, in the order of the file.
  public var fields: [Field]
  /// What the events rest on, by their ids.
  public private(set) var sourceTable: SourceTable
  /// What happened, in the order of the file.
  public var events: [Event]

  /// Makes a case.
  public init(id: String, fields: [Field] = [], sources: [Source] = [], events: [Event] = []) {
    self.id = id
    self.fields = fields
    sourceTable = SourceTable(sources)
    self.events = events
  }

  /// What the events rest on, in the order of the file.
  public var sources: [Source] {
    get { sourceTable.all }
    set { sourceTable = SourceTable(newValue) }
  }

  /// The title, or nothing where the file gives none.
  public var title: String? { text("title") }
  /// Where the person stands now, in the file's words.
  public var status: String? { text("status") }
  /// Free text.
  public var summary: String? { text("summary") }
  /// The place the case belongs to.
  public var place: String? { text("place") }
  /// The person, under a pseudonym.
  public var subject: Subject { Subject(fields: mapFields("subject")) }
  /// Words to group cases by.
  public var tags: [String] { texts("tags") }
  /// The ids of cases that belong with this one.
  public var related: [String] { texts("related") }

  /// Accounts of what is said once of the case that differ, each with its own values and sources;
  /// what is said of the subject stands under keys such as `subject.sex`.
  public var claims: [Claim] {
    guard case .list(let accounts) = value("claims") else { return [] }
    return accounts.compactMap { account in
      guard case .map(let fields) = account else { return nil }
      return Claim(
        fields: fields.filter { $0.key != "source" }.flatMap(Self.flattened),
        sources: fields.filter { $0.key == "source" }.flatMap(\.value.leaves)
          .compactMap(\.written).map { SourceReference($0) })
    }
  }

  /// The keys of the case whose values differ between its claims, in the order they first stand.
  public var disputedKeys: [String] { claims.disputedKeys }

  private static func flattened(_ field: Field) -> [Field] {
    guard field.key == "subject", case .map(let fields) = field.value else { return [field] }
    return fields.map { Field("subject.\($0.key)", $0.value) }
  }

  /// The source with an id.
  public func source(_ id: String) -> Source? {
    sourceTable[id]
  }

  /// The events oldest first; equal days in the order of the file, unknown dates last.
  public var chronology: [Event] {
    events.enumerated().sorted { left, right in
      switch (left.element.date, right.element.date) {
      case (let before?, let after?):
        before == after ? left.offset < right.offset : before < after
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left.offset < right.offset
      }
    }.map(\.element)
  }

  private func mapFields(_ key: String) -> [Field] {
    guard case .map(let fields) = value(key) else { return [] }
    return fields
  }
}

/// The person a case is about, never by name.
public struct Subject: Sendable, Hashable, FieldCarrying {
  /// What the file says of the person, in its order.
  public var fields: [Field]

  /// Makes a subject.
  public init(fields: [Field]) {
    self.fields = fields
  }

  /// The pseudonym.
  public var label: String? { text("label") }
  /// The age in years as written, at the time that `ageAsOf` names.
  public var age: String? { text("age") }
  /// When the age was true, as written.
  public var ageAsOf: String? { text("age_as_of") }
  /// The sex as written.
  public var sex: String? { text("sex") }
  /// The citizenship as written.
  public var citizenship: String? { text("citizenship") }
}

/// Where facts come from.
public struct Source: Sendable, Hashable, FieldCarrying {
  /// What the file says of the source, in its order.
  public var fields: [Field]

  /// Makes a source.
  public init(fields: [Field]) {
    self.fields = fields
  }

  /// The id events refer to.
  public var id: String { text("id") ?? "" }
  /// Press release, news, court record and so on.
  public var kind: String? { text("kind") }
  /// Who published it.
  public var publisher: String? { text("publisher") }
  /// When, as written.
  public var date: String? { text("date") }
  /// The source this one took its facts from.
  public var derivedFrom: [String] { texts("derived_from") }
}

/// A reference to a source, with the page, sheet or row where the file names one.
public struct SourceReference: Sendable, Hashable {
  /// The id of the source.
  public var id: String
  /// What stands behind `#`: a page, a sheet, a row.
  public var locator: String?

  /// Reads `id` or `id#locator`; without an id, `#locator` is a place in the case's own files.
  public init(_ written: String) {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    id = String(parts[0])
    locator = parts.count > 1 ? String(parts[1]) : nil
  }
}
