import CasebookCore
import CasebookText

/// What can be counted: the fields of cases and events, each type of event with its own fields, and
/// the named intervals.
struct FacetFields {
  /// All of it, as rows.
  let rows: [FacetRows.Row]

  /// Finds what occurs in a library: first what cases are asked for by and what has most values,
  /// then the types of events, the most frequent first, and last the intervals.
  init(_ schema: Schema, _ library: Library) {
    let fields = schema.fields.values.filter { $0.valueCount > 0 && Self.isCounted($0.name) }
      .map { ($0.name, $0.valueCount) }
    let types = schema.types.values.filter { $0.eventCount > 0 }.map { ($0.name, $0.eventCount) }
    let ofType = Dictionary(grouping: library.eventFields(), by: \.type)
    var rows = fields.sorted(by: Self.before).map { Self.row($0.0, $0.1) }
    for (type, count) in types.sorted(by: Self.before) {
      rows.append(.field(type, note: "\(CountWords.events(count)), by year"))
      rows += (ofType[type] ?? []).filter { Self.isCountedOfEvents($0.name) }.map {
        Self.row("\($0.type).\($0.name)", $0.valueCount)
      }
    }
    let present = Set(types.map(\.0))
    let intervals = schema.intervals.filter { interval in
      interval.startTypes.contains(where: present.contains)
        && (interval.endTypes.isEmpty || interval.endTypes.contains(where: present.contains))
    }
    rows += intervals.map { .field($0.key, note: "days, put together") }
    self.rows = rows
  }

  private static func row(_ name: String, _ count: Int) -> FacetRows.Row {
    .field(name, note: "given \(ShownText.plural(count, "time", "times"))")
  }

  private static func before(_ left: (String, Int), _ right: (String, Int)) -> Bool {
    let ranks = [left, right].map { asked.firstIndex(of: $0.0) ?? asked.count }
    if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
    return left.1 == right.1 ? left.0 < right.0 : left.1 > right.1
  }

  /// The fields that people count by, before those that only have many values.
  private static let asked = [
    "outcome", "status", "facility", "agency", "charge_status", "place", "jurisdiction",
    "citizenship", "age", "sex", "tags", "outcome_basis", "charge",
  ]

  /// Texts of their own in every case, and second names of a field, say nothing when counted.
  private static func isCounted(_ name: String) -> Bool {
    !["id", "title", "summary", "text"].contains(name) && !name.hasPrefix("subject.")
  }

  /// References and texts of single events say nothing when counted.
  private static func isCountedOfEvents(_ name: String) -> Bool {
    !["source", "text", "label"].contains(name) && !name.hasPrefix("claims")
  }
}
