/// How a table of a library was read: by which profile, and what became of each column.
public struct TableReading: Sendable, Equatable {
  /// What a column became.
  public enum Use: Sendable, Equatable {
    /// Its values join rows to cases.
    case id
    /// It says something of the case, under a key such as `subject.sex`.
    case ofCase(String)
    /// It dates an event of a type, as its start or as its end.
    case date(of: String, isEnd: Bool)
    /// It says something of an event of a type, under a key.
    case ofEvent(type: String, key: String)
    /// It says where a row comes from.
    case source
    /// A template names it for something else, such as a condition.
    case named
    /// It became a field of its own under a key.
    case field(String)
    /// It may say who a person is, or the profile leaves it out.
    case dropped
    /// It is shown in the original row only.
    case unread
  }

  /// A column of the table.
  public struct Column: Sendable, Equatable {
    /// Its name in the file.
    public var name: String
    /// What it became; more than one thing if several templates name it.
    public var uses: [Use]
    /// The order of day and month of its dates; `nil` if they do not need one or do not show it.
    public var order: DateOrder?
  }

  /// The file, with the sheet or table that is meant.
  public var file: String
  /// The name of the profile.
  public var profile: String
  /// Whether the profile is one for any table, because none knows this one.
  public var isUnknown: Bool
  /// The columns, in the order of the file.
  public var columns: [Column]

  init(_ table: TableDecoder, file: String) {
    self.file = file
    profile = table.profile.name
    isUnknown = table.profile.header.isEmpty
    let uses = Self.uses(table.binding)
    let names = table.header.names
    columns = names.indices.map { column in
      var found = uses[column] ?? []
      switch table.binding.roles[column] {
      case .named: if found.isEmpty { found = [.named] }
      case .field(let key): found = [.field(key)]
      case .dropped: found = [.dropped]
      case .unread: found = [.unread]
      }
      let order =
        table.dateOrders[column]
        ?? (table.binding.dateColumns.contains(column) ? table.profile.dates.order : nil)
      return Column(name: names[column], uses: found, order: order)
    }
  }

  private static func uses(_ binding: ProfileBinding) -> [Int: [Use]] {
    var uses: [Int: [Use]] = [:]
    func note(_ use: Use, _ expression: BoundExpression?) {
      for column in expression?.namedColumns(in: binding) ?? []
      where !(uses[column] ?? []).contains(use) {
        uses[column, default: []].append(use)
      }
    }
    note(.id, binding.caseID)
    for event in binding.events {
      let type = event.type?.words(in: binding) ?? "record"
      note(.date(of: type, isEnd: false), event.date)
      note(.date(of: type, isEnd: true), event.end)
      for entry in event.entries {
        note(
          entry.key == "source" ? .source : .ofEvent(type: type, key: entry.key), entry.value)
      }
    }
    for entry in binding.caseEntries {
      note(.ofCase(entry.map.map { "\($0).\(entry.key)" } ?? entry.key), entry.value)
    }
    for value in binding.sourceValues { note(.source, value) }
    return uses
  }
}

extension BoundExpression {
  /// The columns it names, itself or by named values, in rising order.
  fileprivate func namedColumns(in binding: ProfileBinding) -> [Int] {
    var found: Set<Int> = []
    for part in alternatives.flatMap(\.parts) {
      switch part {
      case .column(let column, _): found.insert(column)
      case .value(let number, _):
        found.formUnion(binding.values[number].source.alternatives.compactMap(\.soleColumn))
      case .text, .nothing, .row, .file: break
      }
    }
    return found.sorted()
  }

  /// The text it always is; `nil` if it names a column.
  fileprivate func words(in binding: ProfileBinding) -> String? {
    guard alternatives.count == 1, case .text(let value)? = alternatives[0].sole else { return nil }
    return String(decoding: binding.constants.slice(value.start, value.end), as: UTF8.self)
  }
}

extension Library {
  /// How each table was read, in the order of the files.
  public var tableReadings: [TableReading] {
    files.compactMap { file in
      file.table.map { TableReading($0, file: file.displayPath) }
    }
  }
}
