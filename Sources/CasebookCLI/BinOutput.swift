import CasebookApp
import CasebookCore
import CasebookText

/// Counts of a length or number by bins as lines, CSV or JSON.
enum BinOutput {
  static func text(_ histogram: Histogram) -> [ShownText] {
    let rows = rows(histogram).map { name, count -> [ShownText] in
      let label = name.map(BinWords.label) ?? "(not said)"
      return [label, .grouped(count), FacetWords.share(count, of: histogram.total)]
    }
    let head: [ShownText] = ["", StatisticsWords.unit(histogram.unit), "share"]
    let all: [ShownText] = ["all", .grouped(histogram.total), "100 %"]
    return TextTable.lines([head] + rows + [all], labels: 1)
  }

  static func csv(_ histogram: Histogram) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["value", histogram.unit.rawValue])
    // A bin begins with a sign that is no formula.
    for (name, count) in rows(histogram) { writer.row([name ?? "", "\(count)"]) }
    return writer.take()
  }

  static func json(_ histogram: Histogram) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for (name, count) in rows(histogram) {
      writer.beginObject()
      writer.key("value")
      if let name { writer.string(name) } else { writer.null() }
      writer.key(histogram.unit.rawValue)
      writer.number(count)
      writer.endObject()
    }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  /// The bins, and what is not said if there is such.
  private static func rows(_ histogram: Histogram) -> [(name: String?, count: Int)] {
    let bins = zip(histogram.names, histogram.counts).map { (name: Optional($0), count: $1) }
    return bins + (histogram.unknownCount > 0 ? [(nil, histogram.unknownCount)] : [])
  }
}
