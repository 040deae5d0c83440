import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook census`: how many people have an open event on each day.
struct CensusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "census",
    abstract: "Print how many people have an open event of a type on each day.",
    discussion: """
      At midnight those are counted who are there at the end of the day: they came on or before it, \
      and left after it or are still there. With --at any also those who left on it.
      """)

  @Argument(help: "Type of events that have a length.", completion: FilterCompletion.typeList)
  var type: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    parsing: .unconditional, help: "Field to group by.",
    completion: FilterCompletion.field)
  var by: String?
  @Option(help: "Step between the days.") var every = Census.Step.day
  @Option(help: "First day (default: that of the first such event).") var from: String?
  @Option(help: "Last day (default, and latest: the day of --as-of).") var to: String?
  @Option(help: "Count at the end of the day, or at any time of it.")
  var at = Census.Moment.midnight
  @Option(help: "Output format.") var format = TableFormat.text

  func run() throws {
    let library = try self.library.open()
    let asOf = try filter.time.day(for: library)
    let selection = try filter.selection(in: library)
    let census: Census
    do throws(QuestionError) {
      census = try self.census(of: selection, in: library, asOf: asOf)
    } catch {
      throw Failure.usage("Census: \(QuestionWords.failure(error).line)")
    }
    try format.write(
      text: CensusOutput.text(census), csv: CensusOutput.csv(census),
      json: CensusOutput.json(census))
    for note in CensusWords.notes(census, asOf: asOf) { try FilterOptions.note(note) }
    try LibraryOptions.finish(library)
  }

  private func census(
    of selection: Selection, in library: Library, asOf: DayNumber
  ) throws(QuestionError) -> Census {
    let schema = Schema(of: library)
    let type = try schema.occurringType(self.type)
    if at == .midnight { try library.checkLasting(type) }
    var field: GroupField?
    if let by {
      field = try GroupField(
        by, ofType: type, isOfEvents: true, in: library, schema: schema, asOf: asOf)
    }
    return try Census(
      type, by: field, every: every, from: Self.day(from)?.earliestDay,
      to: Self.day(to)?.latestDay, at: at, of: selection, in: library, asOf: asOf,
      threads: Environment.processors)
  }

  private static func day(_ text: String?) throws(QuestionError) -> DateSpan? {
    guard let text else { return nil }
    guard let span = DateSpan.parse(text), span.isCertain, span.flags.isDisjoint(with: .interval)
    else { throw .notADay(text) }
    return span
  }
}

extension Census.Step: ExpressibleByArgument {}
extension Census.Moment: ExpressibleByArgument {}

/// Counts of people by day as lines, CSV or JSON: without a field every day, with one the groups of
/// each day that have people.
enum CensusOutput {
  static func text(_ census: Census) -> [ShownText] {
    let hasField = census.field != nil
    let head: [ShownText] = hasField ? ["day", "group", "people"] : ["day", "people"]
    let rows = rows(census).map { row -> [ShownText] in
      let day = Gate.shown(FacetSubject.dayText(census.days[row.day]))
      let people = ShownText.grouped(row.people)
      guard hasField else { return [day, people] }
      return [day, CensusWords.label(census.groups[row.group], census), people]
    }
    return CensusWords.summary(census) + TextTable.lines([head] + rows, labels: head.count - 1)
  }

  static func csv(_ census: Census) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["day", "group", "people"])
    for row in rows(census) {
      let group = census.groups[row.group].value?.text ?? ""
      writer.row(
        [FacetSubject.dayText(census.days[row.day]), Output.data(group), "\(row.people)"])
    }
    return writer.take()
  }

  static func json(_ census: Census) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for row in rows(census) {
      writer.beginObject()
      writer.key("day")
      writer.string(FacetSubject.dayText(census.days[row.day]))
      writer.key("group")
      if let text = census.groups[row.group].value?.text {
        writer.string(text)
      } else {
        writer.null()
      }
      writer.key("people")
      writer.number(row.people)
      writer.endObject()
    }
    writer.endArray()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private static func rows(_ census: Census) -> [(day: Int, group: Int, people: Int)] {
    census.days.indices.flatMap { day in
      census.groups.indices.compactMap { group in
        let people = census.groups[group].people[day]
        return people == 0 && census.field != nil ? nil : (day, group, people)
      }
    }
  }
}
