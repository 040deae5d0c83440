/// Finds the columns that the names of templates mean.
struct NameBinder {
  let profile: Profile
  private let header: TableHeader
  private let valueNames: [String]
  /// Whether the columns that say who a person is are left out of this table.
  private let leavesOutPersons: Bool
  private(set) var used: Set<Int> = []
  private(set) var dateColumns: Set<Int> = []
  /// Names that the table has no column for, where no other template says the same.
  private(set) var lacking: [String] = []
  private(set) var constants: [UInt8] = []
  private(set) var namesRow = false
  private(set) var namesFile = false

  init(_ profile: Profile, _ header: TableHeader) {
    self.profile = profile
    self.header = header
    valueNames = profile.values.map(\.name)
    leavesOutPersons =
      !profile.keepsIdentifiers && !PersonalColumns.isTableOfThings(header.names)
  }

  /// Whether a column is left out because it says who a person is.
  func isPersonal(_ column: String) -> Bool {
    leavesOutPersons && PersonalColumns.contains(column)
  }

  /// Binds a template; nothing where it names columns and the table has none of them.
  mutating func bind(_ template: Template) -> BoundTemplate? {
    var parts: [BoundTemplate.Part] = []
    var found = false
    for part in template.parts {
      switch part {
      case .text(let text): parts.append(.text(constant(text)))
      case .name(let name, let style):
        let bound = bind(name, style)
        parts.append(bound ?? .nothing)
        found = found || bound != nil
      }
    }
    let hasNames = !template.names.isEmpty
    return hasNames && !found ? nil : BoundTemplate(parts: parts, hasNames: hasNames)
  }

  mutating func bind(_ expression: Profile.Expression) -> BoundExpression {
    let start = lacking.count
    var isWhole = false
    let alternatives = expression.alternatives.compactMap { template in
      let count = lacking.count
      let bound = bind(template)
      isWhole = isWhole || !template.names.isEmpty && lacking.count == count
      return bound
    }
    if isWhole { lacking.removeLast(lacking.count - start) }
    return BoundExpression(alternatives: alternatives, separator: expression.separator)
  }

  mutating func bind(_ entry: Profile.Entry) -> BoundEntry {
    let pieces = entry.key.split(separator: ".", maxSplits: 1).map(String.init)
    let value = bind(entry.value)
    return pieces.count == 2
      ? BoundEntry(map: pieces[0], key: pieces[1], keyText: constant(pieces[1]), value: value)
      : BoundEntry(map: nil, key: entry.key, keyText: constant(entry.key), value: value)
  }

  mutating func bind(_ value: Profile.NamedValue) -> BoundValue {
    var written = ByteTable(minimumCapacity: value.map?.count ?? 0)
    var meanings: [CellValue] = []
    for entry in value.map ?? [] {
      let number = Array(entry.from.trimmed.lowercased().utf8).withUnsafeBytes {
        written.number(of: $0)
      }
      if number == meanings.count { meanings.append(constant(entry.to)) }
    }
    return BoundValue(
      source: bind(value.source), written: written, meanings: value.map == nil ? nil : meanings,
      blank: value.blank.map { constant($0) }, other: value.other.map { constant($0) },
      redacted: value.redacted.map { constant($0) })
  }

  /// Adds a text to the constants.
  mutating func constant(_ text: String) -> CellValue {
    let start = constants.count
    constants.append(contentsOf: text.utf8)
    return CellValue(.constant, start: start, end: constants.count)
  }

  mutating func bind(_ event: Profile.EventRule) -> BoundEvent {
    let date = event.date.map { bind($0) }
    let end = event.end.map { bind($0) }
    for expression in [date, end].compactMap(\.self) {
      dateColumns.formUnion(expression.alternatives.compactMap(\.soleColumn))
    }
    return BoundEvent(
      type: event.type.map { bind($0) }, condition: event.condition.map { bind($0) },
      date: date, end: end, isOpen: event.isOpen, entries: event.entries.map { bind($0) })
  }

  /// A name is a value of the profile, else a column, else `file` or `row`.
  ///
  /// A personal column is never found, so that no template can let it in.
  private mutating func bind(_ name: String, _ style: Template.Style) -> BoundTemplate.Part? {
    if let index = valueNames.firstIndex(of: name) { return .value(index, style) }
    if let column = header.column(name) {
      if isPersonal(name) || isPersonal(header.names[column]) { return nil }
      used.insert(column)
      return .column(column, style)
    }
    switch name {
    case "row":
      namesRow = true
      return .row
    case "file":
      namesFile = true
      return .file
    default:
      lacking.append(name)
      return nil
    }
  }
}
