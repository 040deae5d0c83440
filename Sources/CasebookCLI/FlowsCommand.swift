import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook flows`: from which value of a field to which other people move.
struct FlowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flows",
    abstract: "Print how many people move from one value of a field to another.",
    discussion: """
      Neighbours among the events of a type with different values are a move; two in a row with the \
      same value are none. The days run from the beginning of one event to that of the next.
      """)

  @Argument(help: "Type of events.", completion: FilterCompletion.typeList)
  var type: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    parsing: .unconditional, help: "Field whose values people move between.",
    completion: FilterCompletion.field)
  var by: String
  @Option(help: "Moves within a stay, or from any event of a person to the next.")
  var per = Flows.Span.stay
  @Option(help: "Output format.") var format = TableFormat.text

  func run() throws {
    let library = try self.library.open()
    let asOf = try filter.time.day(for: library)
    let selection = try filter.selection(in: library)
    let flows: Flows
    do throws(QuestionError) {
      let schema = Schema(of: library)
      let type = try schema.occurringType(self.type)
      let field = try GroupField(
        by, ofType: type, isOfEvents: true, in: library, schema: schema, asOf: asOf)
      guard field.isOfEvent else { throw .notOfEvents(field.name) }
      flows = Flows(
        type, by: field, per: per, of: selection, in: library, threads: Environment.processors)
    } catch {
      throw Failure.usage("Flows: \(QuestionWords.failure(error).line)")
    }
    try format.write(
      text: FlowOutput.text(flows), csv: FlowOutput.csv(flows), json: FlowOutput.json(flows))
    for note in FlowWords.notes(flows) { try FilterOptions.note(note) }
    try LibraryOptions.finish(library)
  }
}

extension Flows.Span: ExpressibleByArgument {}

/// Moves as lines, CSV or JSON.
enum FlowOutput {
  static func text(_ flows: Flows) -> [ShownText] {
    let rows = flows.rows.map { row -> [ShownText] in
      [
        StatisticsWords.label(row.from, flows.field), StatisticsWords.label(row.to, flows.field),
        .grouped(row.people), .grouped(row.moves),
        row.median.map(StatisticsWords.number) ?? "-",
      ]
    }
    return TextTable.lines([["from", "to", "people", "moves", "median days"]] + rows, labels: 2)
  }

  static func csv(_ flows: Flows) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["from", "to", "people", "moves", "median_days"])
    for row in flows.rows {
      writer.row(
        [row.from, row.to].map { Output.data($0?.text ?? "") }
          + ["\(row.people)", "\(row.moves)", row.median.map(NumberText.written) ?? ""])
    }
    return writer.take()
  }

  static func json(_ flows: Flows) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for row in flows.rows {
      writer.beginObject()
      for (key, value) in [("from", row.from), ("to", row.to)] {
        writer.key(key)
        if let value { writer.string(value.text) } else { writer.null() }
      }
      writer.key("people")
      writer.number(row.people)
      writer.key("moves")
      writer.number(row.moves)
      writer.key("median_days")
      if let median = row.median {
        writer.number(written: NumberText.written(median))
      } else {
        writer.null()
      }
      writer.endObject()
    }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }
}
