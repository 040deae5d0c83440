/// The events that have each value of a field, or each pair of values of two.
public struct EventFacets: Sendable {
  /// The values with the number of events of each.
  public let facet: Facet
  /// The pairs with the number of events of each; nil if one field is counted.
  public let cross: Cross?

  /// Counts the events of the selected cases: those of the type that the first field is of, or all
  /// if it is of no type. A second field may be of the same events or of their cases.
  ///
  /// - Throws: A first field that events do not have, or that the events of its type lack.
  public init(
    _ request: FacetRequest, of selection: Selection, in library: Library, threads: Int = 1
  ) throws(QuestionError) {
    let subject = request.rows
    guard subject.isOfEvents else { throw .notOfEvents(subject.text) }
    let type = subject.eventType
    if let type, let target = subject.target {
      try library.check(target.name, ofType: type, Schema(of: library))
    }
    let measure = Measure(eventsOf: type)
    let fields = [subject, request.columns].compactMap(\.self).map { GroupField($0, ofType: type) }
    let rows = { (fields: [GroupField]) in
      Statistics(
        measure, by: fields, counting: .events, of: selection, in: library, asOf: nil,
        threads: threads
      ).rows
    }
    let total = rows([]).first?.count ?? 0
    let facets = fields.map { Self.facet($0, rows([$0]), total) }
    facet = facets[0]
    cross = facets.count < 2 ? nil : Self.cross(facets[0], facets[1], rows(fields))
  }

  private static func facet(
    _ field: GroupField, _ rows: [Statistics.Row], _ total: Int
  ) -> Facet {
    var values: [FacetValue] = []
    var unknown = 0
    for row in rows {
      guard var value = row.group[0] else {
        unknown = row.count
        continue
      }
      value.count = row.count
      values.append(value)
    }
    return Facet(
      subject: field.subject ?? .dates, values: values, unknownCount: unknown, caseCount: total)
  }

  private static func cross(_ rows: Facet, _ columns: Facet, _ pairs: [Statistics.Row]) -> Cross {
    let index = { (facet: Facet) in
      Dictionary(facet.values.enumerated().map { ($1.text, $0) }) { first, _ in first }
    }
    let (ofRows, ofColumns) = (index(rows), index(columns))
    var cells: [Cross.Pair: Int] = [:]
    for pair in pairs {
      let row = pair.group[0].flatMap { ofRows[$0.text] }
      let column = pair.group[1].flatMap { ofColumns[$0.text] }
      cells[Cross.Pair(row: row, column: column), default: 0] += pair.count
    }
    var totals: [Int?: Int] = [nil: columns.unknownCount]
    for (index, value) in columns.values.enumerated() { totals[index] = value.count }
    return Cross(rows: rows, columns: columns, cells: cells, totals: totals)
  }
}

extension FacetSubject {
  /// The dates of all events.
  fileprivate static let dates = FacetSubject(
    name: "date", kind: .days(FieldTarget(name: "date"), .year), isOfEvents: true)
}

extension Measure {
  /// The number of events of a type, or of all.
  init(eventsOf type: String?) {
    name = "count(\(type ?? ""))"
    kind = .count(type)
  }
}

extension GroupField {
  /// A subject of a facet; if events have it, that of the events of a type.
  init(_ subject: FacetSubject, ofType type: String?) {
    name = subject.text
    let isSame = subject.eventType == nil || subject.eventType == type
    kind = .subject(subject, isOfEvent: subject.isOfEvents && isSame)
  }
}
