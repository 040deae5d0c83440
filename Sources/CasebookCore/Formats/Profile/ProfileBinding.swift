/// A profile whose names are columns of one table: what is done with each row.
final class ProfileBinding: Sendable {
  /// What is done with a column by itself.
  enum Role: Sendable, Hashable {
    /// A template names it.
    case named
    /// It becomes a field under a key.
    case field(String)
    /// It may identify a person and is not taken in.
    case dropped
    /// It is seen in the original row only.
    case unread
  }

  let profile: Profile
  let roles: [Role]
  /// The keys of the columns that become fields, in the constants.
  let fieldKeys: [CellValue?]
  let values: [BoundValue]
  let caseID: BoundExpression?
  let caseEntries: [BoundEntry]
  /// The columns that a key of the case says by themselves.
  let columnsOfCase: Set<Int>
  /// The keys of each source.
  let sourceKeys: [[String]]
  /// What is said under these keys, of all sources one behind the other.
  let sourceValues: [BoundExpression]
  let events: [BoundEvent]
  let missing: ByteTable
  /// Bytes of the longest of these words.
  let longestMissing: Int
  let redacted: Set<String>
  /// Bytes of the longest word that means blacked out, in whatever letters; -1 for none.
  let longestRedacted: Int
  let isGuarded: Bool
  /// The texts of the profile, one behind the other.
  let constants: ConstantBytes
  /// Whether a template names the row, and whether one names the file.
  let namesRow: Bool
  let namesFile: Bool
  /// The columns that hold dates.
  let dateColumns: [Int]
  /// What is worth knowing before the first row.
  let findings: [TableFinding]

  init(_ profile: Profile, _ header: TableHeader, of text: UnsafeRawBufferPointer) {
    var names = NameBinder(profile, header)
    let taken = Self.takenKeys(profile)
    self.profile = profile
    values = profile.values.map { names.bind($0) }
    caseID = profile.caseID.map { names.bind($0) }
    caseEntries = Self.grouped(profile.caseEntries.map { names.bind($0) }, by: \.map)
    columnsOfCase = Set(
      caseEntries.map(\.value).filter { !$0.isComposed }.flatMap(\.alternatives)
        .flatMap(\.parts).compactMap { part in
          if case .column(let column, _) = part { column } else { nil }
        })
    var binding = names
    sourceKeys = profile.sources.map { $0.map(\.key) }
    sourceValues = profile.sources.flatMap(\.self).map { binding.bind($0.value) }
    events = profile.events.map { binding.bind($0) }
    dateColumns = binding.dateColumns.sorted()
    namesRow = binding.namesRow
    namesFile = binding.namesFile
    missing = Self.table(profile.missing)
    longestMissing = profile.missing.map(\.trimmed.utf8.count).max() ?? 0
    isGuarded = profile.isGuarded
    redacted = Set(profile.redacted.map { $0.trimmed.lowercased() })
    // Letters may change their length with their case.
    longestRedacted = redacted.map { $0.utf8.count * 3 }.max() ?? -1
    var found: [TableFinding] = []
    let roles = header.names.indices.map { column in
      Self.role(of: column, in: header, binding, taken, found: &found, text: text)
    }
    self.roles = roles
    fieldKeys = roles.map { role in
      if case .field(let key) = role { binding.constant(key) } else { nil }
    }
    constants = ConstantBytes(binding.constants)
    findings = found + Self.findings(roles, header, binding, of: text)
  }

  /// Keys the table may not take for a column of its own: they are lists or maps, or the dates
  /// and references that templates give.
  static let structuralKeys: Set<String> = [
    "id", "casebook", "date", "type", "source", "sources", "events", "claims", "subject", "tags",
    "related", "attachments",
  ]

  /// Puts the keys of one map next to each other.
  static func grouped<Entry>(_ entries: [Entry], by map: (Entry) -> String?) -> [Entry] {
    var maps: [String] = []
    for case let map? in entries.map(map) where !maps.contains(map) { maps.append(map) }
    return entries.filter { map($0) == nil }
      + maps.flatMap { name in entries.filter { map($0) == name } }
  }

  private static func table(_ words: [String]) -> ByteTable {
    var table = ByteTable(minimumCapacity: words.count)
    for word in words {
      _ = Array(word.trimmed.utf8).withUnsafeBytes { table.number(of: $0) }
    }
    return table
  }

  private static func role(
    of column: Int, in header: TableHeader, _ names: NameBinder, _ taken: Set<String>,
    found: inout [TableFinding], text: UnsafeRawBufferPointer
  ) -> Role {
    let name = header.names[column]
    let isDropped = names.profile.dropped.contains {
      TableHeader.folded($0) == TableHeader.folded(name)
    }
    if isDropped || names.isPersonal(name) {
      let place = header.position(ofColumn: column, in: text)
      found.append(TableFinding(.droppedColumn(name: name), at: place, row: header.row.number))
      return .dropped
    }
    if names.used.contains(column) { return .named }
    if names.profile.rest == .nowhere { return .unread }
    let key = header.keys[column]
    return .field(taken.contains(key) ? "column_\(key)" : key)
  }

  /// The keys a column by itself may not become.
  private static func takenKeys(_ profile: Profile) -> Set<String> {
    let entries = profile.rest == .case ? profile.caseEntries : profile.events.flatMap(\.entries)
    return structuralKeys.union(entries.map(\.key))
  }
}
