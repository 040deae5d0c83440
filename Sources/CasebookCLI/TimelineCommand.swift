import ArgumentParser
import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookText

/// `casebook timeline`: the strip of one case as text or as a picture.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Print the timeline of one case.")

  @Argument(help: "Case id, or an unambiguous prefix of one.", completion: CaseCompletion.id)
  var id: String
  @OptionGroup var library: LibraryOptions
  @OptionGroup var time: TimeOptions
  @Option(help: ArgumentHelp("Width of text output in columns, 20 to 500.", valueName: "n"))
  var width: Int?
  @Flag(help: "Draw with ASCII characters only.") var ascii = false
  @Flag(help: "Draw long gaps between events to scale.") var noFold = false
  @Flag(help: "Draw the timeline as an SVG picture.") var svg = false

  func validate() throws {
    if let width, !(20...500).contains(width) {
      throw ValidationError("--width takes a number from 20 to 500.")
    }
  }

  func run() throws {
    let library = try self.library.open()
    let rows = try library.rows(ofID: id)
    if svg {
      try writePicture(rows, of: library)
    } else {
      try writeText(rows, of: library)
    }
    try LibraryOptions.finish(library)
  }

  private func writeText(_ rows: [Int], of library: Library) throws {
    let isASCII = ascii || !Environment.isUTF8
    var options = StripDrawing.Options(
      foldsGaps: !noFold, intervals: library.intervals, asOf: try time.day(for: library),
      glyphs: isASCII ? .ascii : .unicode)
    let columns =
      width ?? Environment.value("COLUMNS").flatMap { Int($0) } ?? Environment.columns ?? 100
    var output = Output()
    for (index, row) in rows.enumerated() {
      if index > 0 { try output.line("") }
      let content = try library.content(ofRow: row)
      options.sources = content.sourceTable
      let lines = StripText.lines(
        content.chronology, title: Gate.shown(content.title ?? content.id),
        vocabulary: library.vocabulary, options: options, columns: min(500, max(20, columns)))
      for line in lines { try output.line(line) }
    }
    try output.flush()
  }

  private func writePicture(_ rows: [Int], of library: Library) throws {
    guard rows.count == 1 else {
      throw Failure.usage(
        "\(rows.count) cases have the id \(Gate.shown(id)). A picture shows one; name it with ~2.")
    }
    _ = try library.content(ofRow: rows[0])
    let loaded = LoadedCase(
      library: library, row: rows[0], asOf: try time.day(for: library), reader: CaseReader())
    var output = Output()
    try output.write(
      StripPicture.svg(loaded, vocabulary: library.vocabulary, foldsGaps: !noFold))
    try output.flush()
  }
}
