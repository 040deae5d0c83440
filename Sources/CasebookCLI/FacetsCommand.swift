import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook facets`: the values of a field with the number of cases.
struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets", abstract: "Print the values of a field with the number of cases.")

  /// How values are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Argument(help: "A field, an event type for its years, or TYPE.field.") var field: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: "How values are written.") var format = Format.text

  func run() throws {
    let library = try self.library.open()
    let asOf = try filter.time.day()
    let subject: FacetSubject
    do {
      subject = try FacetSubject(field, in: Schema(of: library), asOf: asOf)
    } catch {
      throw Failure.usage("Facet: \(CommandFailure(query: error).line)")
    }
    let selection = try filter.plan(for: library).selection(in: library)
    let facet = Facet(
      subject, of: selection, in: library, threads: Environment.processors)
    var output = Output()
    switch format {
    case .text: try writeText(facet, to: &output)
    case .csv: try output.write(csv(facet))
    case .json: try output.write(json(facet))
    }
    try output.flush()
    try LibraryOptions.finish(library)
  }

  private func writeText(_ facet: Facet, to output: inout Output) throws {
    var rows = facet.sorted(by: .count).map { (Gate.shown($0.text), $0.count) }
    if facet.unknownCount > 0 { rows.append(("(not said)", facet.unknownCount)) }
    let width = rows.map(\.0.columns).max() ?? 0
    for (text, count) in rows {
      let number = ShownText.grouped(count)
      let share = ShownText.grouped((count * 100 + facet.caseCount / 2) / max(1, facet.caseCount))
      try output.line(
        "\(text.padded(to: width))  \(number.padded(to: 9, .right))  "
          + "\(share.padded(to: 3, .right)) %")
    }
  }

  private func csv(_ facet: Facet) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["value", "cases"])
    for value in facet.sorted(by: .count) {
      writer.row([Output.data(value.text), "\(value.count)"])
    }
    if facet.unknownCount > 0 { writer.row(["", "\(facet.unknownCount)"]) }
    return writer.take()
  }

  private func json(_ facet: Facet) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for value in facet.sorted(by: .count) {
      write(value.text, value.count, to: &writer)
    }
    if facet.unknownCount > 0 { write(nil, facet.unknownCount, to: &writer) }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ text: String?, _ count: Int, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("value")
    if let text { writer.string(text) } else { writer.null() }
    writer.key("cases")
    writer.number(count)
    writer.endObject()
  }
}
