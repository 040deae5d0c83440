import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook show`: one case whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one case in full.")

  /// How a case is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, yaml, markdown
  }

  @Argument(help: "Case id, or an unambiguous prefix of one.", completion: CaseCompletion.id)
  var id: String
  @OptionGroup var library: LibraryOptions
  @Option(help: "Output format.") var format = Format.text
  @Flag(help: "Print the original record, as it is in its file.") var raw = false
  @Flag(help: "In JSON and YAML, add the first and last possible day of each date.") var days =
    false

  func run() throws {
    let library = try self.library.open()
    let rows = try library.rows(ofID: id)
    var output = Output()
    for (index, row) in rows.enumerated() {
      try write(row, isFirst: index == 0, of: library, to: &output)
    }
    try output.flush()
    try LibraryOptions.finish(library)
  }

  private func write(
    _ row: Int, isFirst: Bool, of library: Library, to output: inout Output
  ) throws(Failure) {
    if raw {
      if !isFirst { try output.line("") }
      for line in RawRecord.lines(library, row: row) { try output.line(line) }
      return
    }
    let content = try library.content(ofRow: row)
    switch format {
    case .text:
      if !isFirst { try output.line("") }
      for line in CaseText.lines(content, library: library, row: row) {
        try writeWrapped(line, to: &output)
      }
    case .json:
      var writer = JSONWriter(.indented)
      writer.value(content.tree(days: days))
      try output.write(writer.take() + [UInt8(ascii: "\n")])
    case .markdown:
      if !isFirst { try output.line("") }
      let origin = OriginWords.line(library, row: row)
      for line in Chronology.lines(content, settings: library.settings, origin: origin) {
        try output.line(line)
      }
    case .yaml:
      var writer = YAMLWriter()
      writer.document(content.tree(days: days), isFirst: isFirst)
      try output.write(writer.take())
    }
  }

  /// On a terminal a line goes on below itself, indented; elsewhere it is one line.
  private func writeWrapped(_ line: ShownText, to output: inout Output) throws(Failure) {
    guard let columns = Environment.columns, columns > 20, !line.isEmpty else {
      return try output.line(line)
    }
    let indent = line.string.prefix { $0 == " " }.count
    for part in line.wrapped(to: columns, hanging: indent + 2) { try output.line(part) }
  }
}
