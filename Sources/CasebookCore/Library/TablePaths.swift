internal import CColumns

/// The paths of what the rows of tables say, looked up anew only where new ones were met.
struct TablePaths {
  /// The paths of one table.
  private struct Table {
    var rules: [[UInt32]]
    var fields: [UInt32]
    var caseFields: [UInt32]
    var sources: [[UInt32]]
  }

  /// Whether no case and no event can have a key twice, and none holds pairs or lists.
  let isPlain: Bool
  /// The path of the key of each case entry, or of the map that holds it.
  private(set) var tops: [UInt32]
  /// The path of each case entry.
  private(set) var entries: [UInt32]
  private let columns: OpaquePointer?
  private var tables: [Table] = []
  /// How many paths there were when they were looked up.
  private var pathCount: UInt32 = 0

  /// What stands for a path that was not met, and for a column that has none.
  static let none = UInt32(CCOLUMNS_NONE)

  /// Begins with no path met.
  init(_ rows: TableTree, _ columns: OpaquePointer?) {
    self.columns = columns
    isPlain = rows.tables.allSatisfy(\.decoder.binding.isPlain)
    tops = rows.joined.entries.map { _ in Self.none }
    entries = tops
  }

  /// Looks up the paths, where there are more than the last time.
  mutating func refresh(_ rows: TableTree) {
    let count = ccolumns_path_count(columns)
    if count == pathCount { return }
    pathCount = count
    let whole = FieldPath.Scope.wholeCase.root
    for (index, entry) in rows.joined.entries.enumerated() {
      tops[index] = path(of: entry.map ?? entry.key, under: whole)
      entries[index] = entry.map == nil ? tops[index] : path(of: entry.key, under: tops[index])
    }
    tables = rows.tables.map { table in
      let binding = table.decoder.binding
      let event = FieldPath.Scope.event.root
      let sources = path(of: "sources", under: whole)
      let keys = binding.roles.map { role in
        if case .field(let key) = role { key } else { nil as String? }
      }
      return Table(
        rules: binding.events.map { $0.entries.map { path(of: $0.key, under: event) } },
        fields: keys.map { $0.map { path(of: $0, under: event) } ?? Self.none },
        caseFields: keys.map { $0.map { path(of: $0, under: whole) } ?? Self.none },
        sources: binding.sourceKeys.map { $0.map { path(of: $0, under: sources) } })
    }
  }

  /// The path of a value of an event; ``none`` where it was not met.
  func entry(_ index: Int, ofRule rule: Int, table: Int) -> UInt32 {
    tables[table].rules[rule][index]
  }

  /// The path of a column by itself.
  func field(_ column: Int, table: Int, isCase: Bool) -> UInt32 {
    isCase ? tables[table].caseFields[column] : tables[table].fields[column]
  }

  /// The path of a key of a source.
  func key(_ index: Int, ofSource source: Int, table: Int) -> UInt32 {
    tables[table].sources[source][index]
  }

  private func path(of key: String, under parent: UInt32) -> UInt32 {
    if parent == Self.none { return Self.none }
    return key.withBytes { ccolumns_find_path(columns, parent, parent, $0, $1) }
  }
}

extension ProfileBinding {
  /// Whether no case and no event can have a key twice, and none holds pairs or lists.
  fileprivate var isPlain: Bool {
    let fields = roles.compactMap { role in
      if case .field(let key) = role { key } else { nil as String? }
    }
    let rules = events.map { rule in
      (rule.entries.map(\.key) + (profile.rest == .event ? fields : []), rule.entries)
    }
    let ofCase = caseEntries.map { "\($0.map ?? "").\($0.key)" } + fields.map { "." + $0 }
    return Set(ofCase).count == ofCase.count && sourceKeys.allSatisfy { Set($0).count == $0.count }
      && rules.allSatisfy { keys, entries in
        Set(keys).count == keys.count
          && entries.allSatisfy { $0.key != "*" && $0.value.separator == nil }
      }
  }
}
