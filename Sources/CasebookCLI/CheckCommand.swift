import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook check`: every problem of the files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every problem in the files, and how each table was read.")

  /// How problems are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var library: LibraryOptions
  @Option(help: "Output format.") var format = Format.text

  func run() throws {
    let library = try self.library.load()
    var output = Output()
    switch format {
    case .text:
      for problem in problems(library) {
        try output.line(ProblemWords.line(problem))
      }
      for line in TableReadingWords.lines(library) { try output.line(line) }
      let refused = ProblemWords.refused(library)
      let mark: ShownText = library.isPartial ? ", partial" : ""
      let dates = ProblemWords.unreadableDates(library).map { ", \($0)" as ShownText } ?? ""
      let count = CaseCount(library)
      try output.line("\(count.head) loaded, \(refused)\(dates)\(mark).")
      if let people = count.composition { try output.line("\(people).") }
    case .json: try output.write(json(library))
    }
    try output.flush()
    if let failure = Failure(loading: library) { throw failure }
  }

  private func problems(_ library: Library) -> [Problem] {
    library.problems.problems + SettingsDoubts.problems(library)
  }

  private func json(_ library: Library) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("cases")
    writer.number(library.caseCount)
    writer.key("refused")
    writer.number(library.refusedRecordCount)
    writer.key("unread_files")
    writer.number(library.unreadFileCount)
    writer.key("unreadable_dates")
    writer.number(library.problems.unreadableDateCount)
    if library.isPartial {
      writer.key("partial")
      writer.boolean(true)
    }
    writer.key("problems")
    writer.beginArray()
    for problem in problems(library) { write(problem, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ problem: Problem, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("severity")
    writer.string(problem.severity.rawValue)
    writer.key("file")
    writer.string(problem.file)
    if let position = problem.position {
      writer.key("line")
      writer.number(position.line)
      writer.key("column")
      writer.number(position.column)
    }
    if let id = problem.caseID {
      writer.key("case")
      writer.string(id)
    }
    writer.key("message")
    writer.string(ProblemWords.fact(problem.fact).string)
    if problem.count > 1 {
      writer.key("count")
      writer.number(problem.count)
    }
    writer.endObject()
  }
}
