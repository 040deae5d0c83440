import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook facets`: the values of a field with the number of cases, or those of two fields.
struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Count cases by the values of one field or two.")

  /// How values are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  /// How values are put in order.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case count, natural
  }

  @Argument(
    help: "FIELD, TYPE (its years), TYPE.field, TYPE->TYPE or a named interval.",
    completion: FilterCompletion.field)
  var field: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Second field, or month, day or weekday for dates. Repeatable.", valueName: "field"),
    completion: FilterCompletion.field)
  var by: [String] = []
  @Option(help: "Order by count or by value (default: by value for dates and numbers).")
  var order: Order?
  @Option(
    help: ArgumentHelp(
      "With two fields, sort by the share of this value of the second.", valueName: "value"))
  var rank: String?
  @Option(help: "Output format.") var format = Format.text

  func run() throws {
    let library = try self.library.open()
    let request = try self.request(in: library, asOf: filter.time.day(for: library))
    let selection = try filter.selection(in: library)
    let table: FacetOutput
    if let columns = request.columns {
      let cross = Cross(request.rows, by: columns, of: selection, in: library)
      table = FacetOutput(cross, try rank.map { try share($0, cross) } ?? order?.meant)
    } else {
      if rank != nil { throw Failure.usage("--rank needs a second field: add --by and one.") }
      let facet = Facet(
        request.rows, of: selection, in: library, threads: Environment.processors)
      table = FacetOutput(facet, order?.meant)
    }
    var output = Output()
    switch format {
    case .text: for line in table.text { try output.line(line) }
    case .csv: try output.write(table.csv)
    case .json: try output.write(table.json)
    }
    try output.flush()
    try LibraryOptions.finish(library)
  }

  private func share(_ value: String, _ cross: Cross) throws(Failure) -> Facet.Order {
    guard let order = FacetOrders.share(of: value, cross.columns) else {
      let name = Gate.shown(cross.columns.subject.text)
      throw .usage("No case has \(Gate.shown(value)) for \(name).")
    }
    return order
  }

  private func request(in library: Library, asOf: DayNumber?) throws(Failure) -> FacetRequest {
    let text = ([field] + by).joined(separator: " by ")
    do {
      return try FacetRequest(text, in: Schema(of: library), asOf: asOf)
    } catch {
      throw .usage("Facet: \(CommandFailure(query: error).line)")
    }
  }
}

extension FacetsCommand.Order {
  /// The order of the values.
  fileprivate var meant: Facet.Order {
    switch self {
    case .count: .count
    case .natural: .natural
    }
  }
}
