import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook facets`: the values of a field with the number of cases, or those of two fields.
struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Count cases by the values of one field or two.")

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
      "Second field; or year, quarter, month, week, weekday or fiscal-year for dates. Repeatable.",
      valueName: "field"),
    completion: FilterCompletion.field)
  var by: [String] = []
  @Option(help: "Order by count or by value (default: by value for dates and numbers).")
  var order: Order?
  @Option(
    help: ArgumentHelp(
      "With two fields, sort by the share of this value of the second.", valueName: "value"))
  var rank: String?
  @Option(help: "Count cases, or the events that the field belongs to.")
  var count = CountUnit.cases
  @Option(
    help: ArgumentHelp(
      "Upper bounds for a length or number, such as 12h,72h,7d.", valueName: "bounds"))
  var bins: String?
  @Option(help: "Output format.") var format = TableFormat.text

  func run() throws {
    let library = try self.library.open()
    if let bins { return try printBins(bins, of: library) }
    let request = try self.request(in: library, asOf: filter.time.day(for: library))
    let selection = try filter.selection(in: library)
    let table: FacetOutput
    if count == .events {
      let found = try events(request, selection, library)
      if rank != nil, found.cross == nil { throw Self.rankNeedsTwo }
      let order = try found.cross.flatMap { cross in try rank.map { try share($0, cross) } }
      table = FacetOutput(found, order ?? self.order?.meant)
    } else if let columns = request.columns {
      let cross = Cross(request.rows, by: columns, of: selection, in: library)
      table = FacetOutput(cross, try rank.map { try share($0, cross) } ?? order?.meant)
    } else {
      if rank != nil { throw Self.rankNeedsTwo }
      let facet = Facet(
        request.rows, of: selection, in: library, threads: Environment.processors)
      table = FacetOutput(facet, order?.meant)
    }
    try format.write(text: table.text, csv: table.csv, json: table.json)
    try LibraryOptions.finish(library)
  }

  private static let rankNeedsTwo = Failure.usage(
    "--rank needs a second field: add --by and one.")

  private func events(
    _ request: FacetRequest, _ selection: Selection, _ library: Library
  ) throws(Failure) -> EventFacets {
    do {
      return try EventFacets(
        request, of: selection, in: library, threads: Environment.processors)
    } catch {
      throw .usage("Facet: \(QuestionWords.failure(error).line)")
    }
  }

  /// Prints how many cases or events have a length or number in each bin.
  private func printBins(_ text: String, of library: Library) throws {
    let asOf = try filter.time.day(for: library)
    let selection = try filter.selection(in: library)
    let histogram: Histogram
    do throws(QuestionError) {
      guard let bounds = BinBound.list(text) else { throw .notBins(text) }
      let measure = try Measure(field, in: library, schema: Schema(of: library))
      histogram = try Histogram(
        measure, bounds: bounds, counting: count, of: selection, in: library, asOf: asOf,
        threads: Environment.processors)
    } catch {
      throw Failure.usage("Facet: \(QuestionWords.failure(error).line)")
    }
    try format.write(
      text: BinOutput.text(histogram), csv: BinOutput.csv(histogram),
      json: BinOutput.json(histogram))
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
