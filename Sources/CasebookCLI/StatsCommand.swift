import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook stats`: median, quartiles and shares of a length or number, by group.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print the median, the quartiles, the least and the greatest of a length or number.",
    discussion: """
      Lengths are in days. Open ends count to the day of --as-of, and a note says how many. \
      --within 30d,90d adds the share of values up to each of these lengths (d, w, mo, y).
      """)

  @Argument(
    help: """
      TYPE->TYPE, TYPE.end->TYPE, TYPE.length, a named interval, a number field or count(TYPE).
      """,
    completion: FilterCompletion.field)
  var measure: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Field, part of the date (year ... weekday) or has:NAME to group by. Repeatable.",
      valueName: "field"),
    completion: FilterCompletion.field)
  var by: [String] = []
  @Option(help: "Count cases or events.") var count = CountUnit.cases
  @Option(help: "Output format.") var format = TableFormat.text

  func run() throws {
    var source = self.library
    let lengths = try source.takeLengths()
    let library = try source.open()
    let asOf = try filter.time.day(for: library)
    let schema = Schema(of: library)
    let measure: Measure
    let fields: [GroupField]
    do throws(QuestionError) {
      measure = try Measure(self.measure, in: library, schema: schema)
      if !lengths.isEmpty, !measure.isTime { throw .notATime(measure.name) }
      var found: [GroupField] = []
      for name in by {
        found.append(try GroupField(name, for: measure, in: library, schema: schema, asOf: asOf))
      }
      fields = found
    } catch {
      throw Failure.usage("Statistics: \(QuestionWords.failure(error).line)")
    }
    let selection = try filter.selection(in: library)
    let statistics = Statistics(
      measure, by: fields, counting: count, within: lengths, of: selection, in: library,
      asOf: asOf, threads: Environment.processors)
    let table = StatisticsOutput(statistics, library)
    try format.write(text: table.text, csv: table.csv, json: table.json)
    for note in StatisticsWords.notes(statistics, asOf: asOf) { try FilterOptions.note(note) }
    try LibraryOptions.finish(library)
  }
}

extension CountUnit: ExpressibleByArgument {}
