import CasebookCore
import CasebookText

/// Pathways as data: the empty path with all its cases first, then every branch before those below.
enum PathwayData {
  static func csv(_ pathways: Pathways, top: Int?) -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "path", "level", "cases", "share", "end_here", "first_quartile_days", "median_days",
      "third_quartile_days",
    ])
    writer.row(["", "0", "\(pathways.pathCount)", "1", "0", "", "", ""])
    for index in branches(pathways, top: top) {
      let branch = pathways.branches[index]
      let path = pathways.path(of: index).joined(separator: " > ")
      let days = [branch.gap?.first, branch.gap?.median, branch.gap?.third]
      writer.row(
        [Output.data(path), "\(branch.level)", "\(branch.caseCount)"]
          + [number(share(pathways, index)), "\(branch.endCount)"]
          + days.map { $0.map(number) ?? "" })
    }
    return writer.take()
  }

  static func json(_ pathways: Pathways, top: Int?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    writeAll(pathways, to: &writer)
    for index in branches(pathways, top: top) { write(index, pathways, to: &writer) }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  /// The empty path, and what was left out of all.
  private static func writeAll(_ pathways: Pathways, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("path")
    writer.beginArray()
    writer.endArray()
    let counts = [
      ("cases", pathways.pathCount), ("without_steps", pathways.withoutSteps),
      ("without_start", pathways.withoutStart), ("undated", pathways.undatedCount),
      ("tied", pathways.tiedCount), ("depth", pathways.depth),
    ]
    for (key, count) in counts {
      writer.key(key)
      writer.number(count)
    }
    writer.endObject()
  }

  private static func write(_ index: Int, _ pathways: Pathways, to writer: inout JSONWriter) {
    let branch = pathways.branches[index]
    writer.beginObject()
    writer.key("path")
    writer.beginArray()
    for type in pathways.path(of: index) { writer.string(type) }
    writer.endArray()
    writer.key("cases")
    writer.number(branch.caseCount)
    writer.key("share")
    writer.number(written: number(share(pathways, index)))
    writer.key("end_here")
    writer.number(branch.endCount)
    if let gap = branch.gap {
      let values = [
        ("first_quartile_days", gap.first), ("median_days", gap.median),
        ("third_quartile_days", gap.third),
      ]
      for (key, value) in values {
        writer.key(key)
        writer.number(written: number(value))
      }
    }
    writer.endObject()
  }

  /// The branches, of each node at most the most frequent ones.
  private static func branches(_ pathways: Pathways, top: Int?) -> [Int] {
    guard let top else { return Array(pathways.branches.indices) }
    var found: [Int] = []
    var open = Array(pathways.children(of: nil).prefix(top).reversed())
    while let index = open.popLast() {
      found.append(index)
      open += pathways.children(of: index).prefix(top).reversed()
    }
    return found
  }

  /// The share of the step before, to four digits.
  private static func share(_ pathways: Pathways, _ index: Int) -> Double {
    (pathways.share(of: index) * 10_000).rounded() / 10_000
  }

  /// A number without a fraction where it has none.
  private static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
