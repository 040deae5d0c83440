import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook list`: the cases that match.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List matching cases.")

  /// How cases are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, jsonl
  }

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: "Output format.") var format = Format.text
  @Option(
    help: ArgumentHelp(
      "Columns of text and csv, separated by commas.", valueName: "a,b,c"),
    completion: FilterCompletion.fieldList)
  var columns = "id,title,status,first_date,place"
  @Option(
    help: ArgumentHelp(
      "Align on an event: TYPE, 'last TYPE' or '2 TYPE'. Cases without it are left out.",
      valueName: "event"),
    completion: FilterCompletion.anchor)
  var align: String?
  @Flag(help: "Draw the timelines of all cases as one SVG picture.") var svg = false
  @Option(help: ArgumentHelp("Maximum number of cases (SVG default: 60).", valueName: "n"))
  var limit: Int?
  @Flag(help: "In JSON, add the first and last possible day of each date.") var days = false
  @Flag(help: "In CSV, leave cells that begin like formulas unchanged.") var rawCSV = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let library = try self.library.open()
    var all = try filter.rows(of: library)
    var offsets: OffsetColumns?
    if let anchor = try anchor(in: library) {
      let alignment = Alignment(on: anchor, of: Selection(allOf: library), in: library)
      let found = all.count
      all = alignment.rows(of: all)
      try sayLeftOut(found - all.count, by: anchor, all.count, of: library)
      offsets = OffsetColumns(anchor, of: alignment.cases, in: library)
    }
    var output = Output()
    if svg {
      let anchor = try anchor(in: library)
      try output.write(picture(all, of: library, from: anchor))
      try output.flush()
      return try LibraryOptions.finish(library)
    }
    let rows = all.prefix(limit ?? .max)
    switch format {
    case .text: try writeText(rows, library, offsets, to: &output)
    case .csv: try writeCSV(rows, library, offsets, to: &output)
    case .json: try writeJSON(rows, library, to: &output)
    case .jsonl: try writeLines(rows, library, to: &output)
    }
    try output.flush()
    try LibraryOptions.finish(library)
  }

  private func anchor(in library: Library) throws(Failure) -> EventAnchor? {
    do {
      return try align.map { try EventAnchor(words: $0, in: Schema(of: library)) }
    } catch let error as QueryError {
      throw .usage("Align: \(CommandFailure(query: error).line)")
    } catch {
      throw .usage("Align: the event cannot be read.")
    }
  }

  /// "casebook: 23 of 36 cases; 13 have no detainer (aligned)."
  private func sayLeftOut(
    _ leftOut: Int, by anchor: EventAnchor, _ count: Int, of library: Library
  ) throws(Failure) {
    guard leftOut > 0 else { return }
    var words = CaseCount(count, of: library.caseCount)
    words.alignment = LineupWords.leftOut(
      leftOut, by: anchor, hasUndated: false, library.vocabulary)
    try FilterOptions.note(words.words)
  }

  // MARK: - Columns

  private func columns(of library: Library) throws(Failure) -> [CaseColumn] {
    let schema = Schema(of: library)
    let asOf = try filter.time.day(for: library)
    var found: [CaseColumn] = []
    for name in columns.split(separator: ",") {
      do {
        found.append(try CaseColumn(String(name), in: schema, asOf: asOf))
      } catch {
        // A column that is usual but that no case of this library has is left empty.
        guard Self.usual.contains(String(name)) else {
          throw .usage("Column: \(CommandFailure(query: error).line)")
        }
      }
    }
    return found
  }

  private static let usual = ["id", "title", "status", "first_date", "place"]

  /// Text columns are sized by the widest value in the first N cases.
  private static let measured = 1_000
  private static let widest = 52

  private func writeText(
    _ rows: ArraySlice<UInt32>, _ library: Library, _ offsets: OffsetColumns?,
    to output: inout Output
  ) throws {
    let reader = CaseReader()
    let columns = try columns(of: library)
    let heads = columns.map { Gate.shown($0.name) } + (offsets == nil ? [] : ["days"])
    var widths = heads.map(\.columns)
    let cells = { (row: UInt32) throws -> [ShownText] in
      let content = try library.content(ofRow: Int(row), reader)
      let own = columns.map { Gate.shown(Self.cell($0, content)) }
      return own + (offsets.map { [Gate.shown($0.line(ofRow: row))] } ?? [])
    }
    for row in rows.prefix(Self.measured) {
      for (index, cell) in try cells(row).enumerated() {
        widths[index] = min(Self.widest, max(widths[index], cell.columns))
      }
    }
    try output.line(line(heads, widths))
    let screen = Environment.columns
    for row in rows {
      let line = line(try cells(row), widths)
      try output.line(screen.map { line.truncated(to: $0) } ?? line)
    }
  }

  /// What the case itself says stands for what its events say.
  private static func cell(_ column: CaseColumn, _ content: Case) -> String {
    content.text(column.name) ?? column.values(of: content).joined(separator: "; ")
  }

  private func line(_ cells: [ShownText], _ widths: [Int]) -> ShownText {
    let padded = cells.enumerated().map { index, cell in
      index + 1 == cells.count ? cell : cell.padded(to: widths[index])
    }
    return padded.joined(separator: "  ")
  }

  private func writeCSV(
    _ rows: ArraySlice<UInt32>, _ library: Library, _ offsets: OffsetColumns?,
    to output: inout Output
  ) throws {
    let reader = CaseReader()
    let columns = try columns(of: library)
    var writer = CSVWriter(exact: rawCSV)
    writer.row(columns.map(\.name) + (offsets?.heads ?? []))
    for row in rows {
      let content = try library.content(ofRow: Int(row), reader)
      writer.row(
        columns.map { Output.data(Self.cell($0, content)) },
        numbers: offsets?.cells(ofRow: row) ?? [])
      try output.write(writer.take())
    }
    try output.write(writer.take())
  }

  // MARK: - JSON

  private func writeJSON(
    _ rows: ArraySlice<UInt32>, _ library: Library, to output: inout Output
  ) throws {
    let reader = CaseReader()
    var writer = JSONWriter(.indented)
    writer.beginArray()
    for row in rows {
      writer.value(try library.content(ofRow: Int(row), reader).tree(days: days))
      try output.write(writer.take())
    }
    writer.endArray()
    try output.write(writer.take() + [UInt8(ascii: "\n")])
  }

  private func writeLines(
    _ rows: ArraySlice<UInt32>, _ library: Library, to output: inout Output
  ) throws {
    let reader = CaseReader()
    for row in rows {
      var writer = JSONWriter()
      writer.value(try library.content(ofRow: Int(row), reader).tree(days: days))
      try output.write(writer.take() + [UInt8(ascii: "\n")])
    }
  }
}

extension Library {
  /// A case whole; a source that cannot be read any more is an error of reading.
  func content(ofRow row: Int, _ reader: CaseReader = CaseReader()) throws(Failure) -> Case {
    switch reader.content(ofRow: row, in: self) {
    case .success(let content): return content
    case .failure(let failure):
      throw .cannotRead(SpokenText.closed(ProblemWords.line(failure.problem)))
    }
  }

  /// The rows that a typed id names, all if it stands more than once; see ``NamedRows``.
  func rows(ofID id: String) throws(Failure) -> [Int] {
    let why: ShownText
    switch rows(named: id) {
    case .rows(let rows): return rows
    case .ambiguous(let count): why = "\(count) cases have ids that begin with"
    case .none: why = "No case has the id"
    }
    throw .usage("\(why) \(Gate.shown(id)). Type casebook list for the ids.")
  }
}
