import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

extension CaseExport.Format: ExpressibleByArgument {}

/// `casebook export`: the cases that match, for others.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write matching cases as CSV, JSON Lines or Markdown.",
    discussion: """
      csv is a table of events that can be opened again as cases. jsonl has one case per line and \
      loses nothing. markdown is a chronology to read, with a source for every fact. --share \
      removes or coarsens details that may identify a person; --share-rules lists what it keeps.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: "Output format (default: from the extension of the output file).")
  var format: CaseExport.Format?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?
  @Flag(help: "Remove or coarsen details that may identify a person.") var share = false
  @Flag(help: "List the keys that --share keeps, with reasons, and write no cases.")
  var shareRules = false
  @Flag(help: "In CSV, leave cells that begin like formulas unchanged.") var rawCSV = false

  func run() throws {
    if shareRules {
      var output = Output()
      for line in SharingWords.table { try output.line(line) }
      return try output.flush()
    }
    guard let format = format ?? output.flatMap(CaseExport.Format.init(fileName:)) else {
      throw Failure.usage("Say how with --format csv, jsonl or markdown.")
    }
    let library = try self.library.open()
    let rows = try filter.rows(of: library).map(Int.init)
    let export = CaseExport(format, isShared: share, isRaw: rawCSV)
    try ExportWriter(export, library).write(rows, to: output)
    try LibraryOptions.finish(library)
  }
}

/// `casebook convert`: anything that can be read to JSON Lines, nothing lost.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert any readable file to JSON Lines without losing anything.")

  @OptionGroup var library: LibraryOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let library = try self.library.open()
    try ExportWriter(CaseExport(.jsonl), library)
      .write(Array(0..<library.caseCount), to: output)
    try LibraryOptions.finish(library)
  }
}

/// Writes an export to a file or to standard output.
struct ExportWriter {
  private var export: CaseExport
  private let library: Library

  init(_ export: CaseExport, _ library: Library) {
    self.export = export
    self.library = library
  }

  /// Writes rows; what was written into a file, and what was left out, is said.
  func write(_ rows: [Int], to path: String?) throws {
    guard let path else { return try writeToStandardOutput(rows) }
    let counts: SharingCounts?
    do {
      let file = try CheckedFile(path, but: library.files.compactMap(\.identity))
      counts = try export.write(rows, of: library, to: file.write)
      try file.finish()
    } catch let error as CheckedFile.Failure {
      throw Failure.cannotCreate("\(Gate.shown(path)): \(FileErrorWords.text(error)).")
    } catch let error as SourceFailure {
      throw Failure.cannotRead(SpokenText.closed(ProblemWords.line(error.problem)))
    }
    var output = Output()
    try output.line("\(CountWords.cases(rows.count)) written to \(Gate.shown(path)).")
    if let counts { try output.line(SharingWords.note(counts)) }
    try output.flush()
  }

  private func writeToStandardOutput(_ rows: [Int]) throws {
    var export = export
    export.isForTerminal = Environment.isTerminal(Output.standard)
    var output = Output()
    let counts: SharingCounts?
    do {
      counts = try export.write(rows, of: library) { try output.write($0) }
    } catch let error as SourceFailure {
      throw Failure.cannotRead(SpokenText.closed(ProblemWords.line(error.problem)))
    }
    try output.flush()
    guard let counts, export.format != .markdown else { return }
    var error = Output(Output.error)
    try error.line("casebook: \(SharingWords.note(counts))")
    try error.flush()
  }
}

/// `casebook schema`: what a case file may hold, for editors that check while one types.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of case files for your editor.")

  func run() throws {
    var output = Output()
    let text = EmbeddedFiles.text(kind: "schema", name: "case.schema.json") ?? ""
    try output.write(Array(text.utf8))
    try output.flush()
  }
}
