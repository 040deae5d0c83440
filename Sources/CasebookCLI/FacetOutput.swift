import CasebookApp
import CasebookCore
import CasebookText

/// Counted values, or a cross of two fields, as lines, CSV or JSON.
struct FacetOutput {
  private let facet: Facet
  private let cross: Cross?
  private let order: [Int]
  private let columns: [FacetColumns.Column]
  private var unit = CountUnit.cases

  /// Writes events that were counted.
  init(_ events: EventFacets, _ order: Facet.Order?) {
    self = events.cross.map { FacetOutput($0, order) } ?? FacetOutput(events.facet, order)
    unit = .events
  }

  /// Writes the values of one field. The default order depends on the field.
  init(_ facet: Facet, _ order: Facet.Order?) {
    self.facet = facet
    self.order = facet.indices(by: order ?? facet.usualOrder)
    cross = nil
    columns = []
  }

  /// Writes the pairs of two fields.
  init(_ cross: Cross, _ order: Facet.Order?) {
    facet = cross.rows
    self.order = cross.indices(by: order ?? facet.usualOrder)
    self.cross = cross
    columns = FacetColumns(cross).all
  }

  /// The rows by the number of their value; nothing for what is not said, where there is such.
  private var rows: [Int?] {
    let unknown: [Int?] = facet.unknownCount > 0 ? [nil] : []
    return order.map(Optional.some) + unknown
  }

  private func label(_ row: Int?) -> ShownText {
    row.map { FacetWords.label(facet.values[$0].text, of: facet.subject) } ?? "(not said)"
  }

  private func count(_ row: Int?) -> Int {
    row.map { facet.values[$0].count } ?? facet.unknownCount
  }

  // MARK: - Text

  /// A row a line; shares of all cases, or for a cross those of the row under the values of the
  /// second field, with the totals of the columns last.
  var text: [ShownText] {
    let width = rows.map { label($0).columns }.max() ?? 0
    let lines = rows.map { row -> ShownText in
      let head: ShownText =
        "\(label(row).padded(to: width))  \(ShownText.grouped(count(row)).padded(to: 9, .right))"
      guard cross != nil else {
        return "\(head)  \(FacetWords.share(count(row), of: facet.caseCount).padded(to: 5, .right))"
      }
      return head + cells(row)
    }
    guard cross != nil else {
      guard unit == .events else { return lines }
      let head = ShownText.empty.padded(to: width)
      return ["\(head)  \(StatisticsWords.unit(unit).padded(to: 9, .right))"] + lines
    }
    let heads = columns.map { "  \($0.label.padded(to: self.width($0), .right))" as ShownText }
    let head: ShownText =
      "\(ShownText.empty.padded(to: width))  \(StatisticsWords.unit(unit).padded(to: 9, .right))"
    let total: ShownText =
      "\(("all" as ShownText).padded(to: width))"
      + "  \(ShownText.grouped(facet.caseCount).padded(to: 9, .right))"
    let sums = cells(of: facet.caseCount) { column, cross in
      cross.total(ofColumn: column.index)
    }
    return [head + heads.joined()] + lines + [total + sums]
  }

  private func cells(_ row: Int?) -> ShownText {
    cells(of: count(row)) { column, cross in column.count(inRow: row, cross) }
  }

  private func cells(
    of count: Int, _ part: (FacetColumns.Column, Cross) -> Int
  ) -> ShownText {
    columns.map { column in
      let part = cross.map { part(column, $0) } ?? 0
      let share = part == 0 ? "-" : FacetWords.share(part, of: count)
      return "  \(share.padded(to: width(column), .right))" as ShownText
    }.joined()
  }

  private func width(_ column: FacetColumns.Column) -> Int { max(5, column.label.columns) }

  // MARK: - Data

  /// A header and a record a value; of a cross, the cases of each value of the second field.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(["value", unit.rawValue] + columns.map { Output.data($0.label.string) })
    for row in rows {
      let value = row.map { Output.data(facet.values[$0].text) } ?? ""
      let cells = columns.map { column in
        "\(cross.map { column.count(inRow: row, $0) } ?? 0)"
      }
      writer.row([value, "\(count(row))"] + cells)
    }
    return writer.take()
  }

  /// A list of objects; a value that is not said is null.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      write(row.map { facet.values[$0].text }, count(row), to: &writer)
      if let cross {
        writer.key("of")
        writer.beginArray()
        for column in columns {
          writer.beginObject()
          let value = column.index.map { cross.columns.values[$0].text }
          write(value, column.count(inRow: row, cross), to: &writer)
          writer.endObject()
        }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ text: String?, _ count: Int, to writer: inout JSONWriter) {
    writer.key("value")
    if let text { writer.string(text) } else { writer.null() }
    writer.key(unit.rawValue)
    writer.number(count)
  }
}
