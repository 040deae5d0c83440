/// What the columns of tables became, by the names they have in the tables.
///
/// Who knows a release by its columns can name fields so: `"Detainer Lift Reason":booked` asks for
/// `outcome_raw`, which holds that column as written.
struct SourceColumns: Sendable, Equatable {
  /// For each column, under its name as `TableHeader.key` writes it, the fields and event types it
  /// became; a type stands for the date of its events.
  private(set) var names: [String: Set<String>] = [:]
  private var seen: Set<[String]> = []

  /// Adds the columns of a table; those of tables with the same header and profile are added once.
  mutating func add(_ table: TableDecoder) {
    guard seen.insert([table.profile.name] + table.header.names).inserted else { return }
    var found: [Int: (field: String, rank: Int)] = [:]
    let binding = table.binding
    for entry in binding.caseEntries {
      let name = entry.map.map { $0 == "subject" ? entry.key : "\($0).\(entry.key)" } ?? entry.key
      Self.note(name, entry.value, of: binding, &found)
    }
    for event in binding.events {
      for entry in event.entries where entry.map == nil {
        Self.note(entry.key, entry.value, of: binding, &found)
      }
      if let type = event.type?.soleText(in: binding), let date = event.date {
        Self.note(type, date, of: binding, &found)
      }
    }
    for (column, (name, _)) in found where table.header.names.indices.contains(column) {
      names[TableHeader.key(table.header.names[column]), default: []].insert(name)
    }
  }

  /// A field that is a column as written comes before one that only makes use of it.
  private static func note(
    _ name: String, _ value: BoundExpression, of binding: ProfileBinding,
    _ found: inout [Int: (field: String, rank: Int)]
  ) {
    for template in value.alternatives where template.parts.count == 1 {
      switch template.parts.first {
      case .column(let column, _):
        let rank = template.soleColumn == nil ? 2 : 3
        if rank > found[column]?.rank ?? 0 { found[column] = (name, rank) }
      case .value(let number, _):
        for column in binding.values[number].source.alternatives.compactMap(\.soleColumn)
        where found[column] == nil {
          found[column] = (name, 1)
        }
      default: break
      }
    }
  }
}

extension BoundExpression {
  /// The text it always is; nil if it names a column.
  fileprivate func soleText(in binding: ProfileBinding) -> String? {
    guard alternatives.count == 1, case .text(let value)? = alternatives[0].sole else { return nil }
    return String(decoding: binding.constants.slice(value.start, value.end), as: UTF8.self)
  }
}

extension Schema {
  /// What a column's name means.
  enum ColumnMeaning: Equatable {
    case none
    case one(String)
    case several([String])
  }

  /// What became of the column of a name; capitals, blanks and underscores do not matter.
  func column(_ name: String) -> ColumnMeaning {
    let found = columns.names[TableHeader.key(name)] ?? []
    return found.count > 1 ? .several(found.sorted()) : found.first.map { .one($0) } ?? .none
  }
}
