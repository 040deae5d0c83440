import CasebookCore
import CasebookText

/// Statistics as cells and as sentences.
package enum StatisticsWords {
  /// The headings of the columns behind the groups: the unit first.
  package static func columns(_ statistics: Statistics) -> [ShownText] {
    [unit(statistics.unit), "have", "share", "median", "q1", "q3", "least", "greatest"]
      + statistics.lengths.map { "within \(Gate.shown($0.text))" as ShownText } + ["greatest of"]
  }

  /// "cases" or "events".
  package static func unit(_ unit: CountUnit) -> ShownText {
    switch unit {
    case .cases: "cases"
    case .events: "events"
    }
  }

  /// What a group says of each field; `all` if there are no fields.
  package static func labels(_ row: Statistics.Row, _ statistics: Statistics) -> [ShownText] {
    guard !statistics.fields.isEmpty else { return ["all"] }
    return zip(row.group, statistics.fields).map { label($0, $1) }
  }

  /// What is said of a field.
  package static func label(_ value: FacetValue?, _ field: GroupField) -> ShownText {
    value.map { FacetWords.label($0.text, of: field.subject) } ?? "(not said)"
  }

  /// The numbers of a group, and the case that has the greatest value.
  package static func cells(
    _ row: Statistics.Row, _ statistics: Statistics, _ library: Library
  ) -> [ShownText] {
    let values = [row.median, row.first, row.third, row.least?.value, row.greatest?.value]
    let numbers = values.map { $0.map(number) ?? "-" }
    return [.grouped(row.count), .grouped(row.have), FacetWords.share(row.have, of: row.count)]
      + numbers + row.within.map { FacetWords.share($0, of: row.count) }
      + [row.greatest.map { Gate.shown(library.id(ofRow: $0.row)) } ?? "-"]
  }

  /// "1,234", "13.5": with two digits of a fraction at most.
  package static func number(_ value: Double) -> ShownText {
    let hundredths = (value * 100).rounded()
    guard abs(hundredths) < 1e15 else { return Gate.shown("\(value)") }
    let (whole, rest) = Int(abs(hundredths)).quotientAndRemainder(dividingBy: 100)
    let sign: ShownText = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return sign + .grouped(whole) }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(grouped: whole).\(Gate.shown(digits))"
  }

  /// What the numbers leave open: ends that have not come, dates that are not exact.
  package static func notes(_ statistics: Statistics, asOf: DayNumber?) -> [ShownText] {
    let total = statistics.rows.reduce(0) { $0 + $1.values }
    let open = statistics.rows.reduce(0) { $0 + $1.open }
    let inexact = statistics.rows.reduce(0) { $0 + $1.inexact }
    var notes: [ShownText] = []
    if open > 0, let asOf {
      let day = Gate.shown(FacetSubject.dayText(asOf))
      notes.append("\(grouped: open) of \(grouped: total) values go on, counted to \(day)")
    }
    if inexact > 0 {
      notes.append(
        """
        \(grouped: inexact) of \(grouped: total) values are of dates that are not exact, counted \
        from their first possible days
        """)
    }
    return notes
  }
}
