import CasebookApp
import CasebookCore
import CasebookText

/// Statistics as lines, CSV or JSON.
struct StatisticsOutput {
  private let statistics: Statistics
  private let library: Library

  /// Writes statistics of cases of a library.
  init(_ statistics: Statistics, _ library: Library) {
    self.statistics = statistics
    self.library = library
  }

  // MARK: - Text

  /// A heading, and a row a line; without groups the row is called `all`.
  var text: [ShownText] {
    let heads = StatisticsWords.columns(statistics)
    let rows = statistics.rows.map { row in
      StatisticsWords.labels(row, statistics) + StatisticsWords.cells(row, statistics, library)
    }
    let names: [ShownText] =
      statistics.fields.isEmpty ? [""] : statistics.fields.map { Gate.shown($0.name) }
    return TextTable.lines([names + heads] + rows, labels: names.count)
  }

  // MARK: - Data

  /// A header and a record a group.
  var csv: [UInt8] {
    var writer = CSVWriter()
    let lengths = statistics.lengths.map { "within_\($0.text)" }
    writer.row(
      statistics.fields.map { Output.data($0.name) }
        + [statistics.unit.rawValue, "have", "median", "q1", "q3", "min", "max"] + lengths
        + ["values", "open", "inexact", "min_id", "max_id"])
    for row in statistics.rows {
      let numbers = [row.median, row.first, row.third, row.least?.value, row.greatest?.value]
      writer.row(
        row.group.map { Output.data($0?.text ?? "") } + ["\(row.count)", "\(row.have)"]
          + numbers.map { $0.map(NumberText.written) ?? "" }
          + row.within.map { NumberText.share($0, of: row.count) }
          + ["\(row.values)", "\(row.open)", "\(row.inexact)"]
          + [row.least, row.greatest].map(id))
    }
    return writer.take()
  }

  private func id(_ extreme: Statistics.Extreme?) -> String {
    extreme.map { Output.data(library.id(ofRow: $0.row)) } ?? ""
  }

  /// A list of objects; what is not said is null.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for row in statistics.rows { write(row, to: &writer) }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ row: Statistics.Row, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("group")
    writer.beginObject()
    for (field, value) in zip(statistics.fields, row.group) {
      writer.key(field.name)
      if let value { writer.string(value.text) } else { writer.null() }
    }
    writer.endObject()
    writer.key("cases")
    writer.number(row.count)
    writer.key("have")
    writer.number(row.have)
    let numbers = [
      ("median", row.median), ("q1", row.first), ("q3", row.third), ("min", row.least?.value),
      ("max", row.greatest?.value),
    ]
    for (key, value) in numbers {
      writer.key(key)
      if let value { writer.number(written: NumberText.written(value)) } else { writer.null() }
    }
    writer.key("within")
    writer.beginObject()
    for (length, count) in zip(statistics.lengths, row.within) {
      writer.key(length.text)
      writer.number(written: NumberText.share(count, of: row.count))
    }
    writer.endObject()
    writer.key("unit")
    writer.string(statistics.unit.rawValue)
    for (key, count) in [("values", row.values), ("open", row.open), ("inexact", row.inexact)] {
      writer.key(key)
      writer.number(count)
    }
    for (key, extreme) in [("min_id", row.least), ("max_id", row.greatest)] {
      writer.key(key)
      if let extreme { writer.string(library.id(ofRow: extreme.row)) } else { writer.null() }
    }
    writer.endObject()
  }
}

/// Numbers as data.
enum NumberText {
  /// A number, without a fraction if it is whole.
  static func written(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// A share from 0 to 1 to four digits; of nothing 0.
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0" }
    return written((Double(part) / Double(whole) * 10_000).rounded() / 10_000)
  }
}
