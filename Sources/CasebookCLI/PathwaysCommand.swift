import ArgumentParser
import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookText

/// `casebook pathways`: which events follow which, in how many cases, after how long.
struct PathwaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathways",
    abstract: "Print which events follow which, in how many cases, after how long.",
    discussion: """
      Events stand in the order of their first possible days, those of one day in the order of the \
      file; an event without such a day is no step.
      """)

  /// How pathways are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: "The most steps of a path, from 1 to 30.") var depth = 4
  @Option(
    help:
      "How many steps side by side are told apart; all in csv and json, else ten at most, of 1 % of the cases."
  )
  var top: Int?
  @Option(
    help: "The event types that are steps, parted by commas; all where none is given.",
    completion: FilterCompletion.typeList)
  var types: String?
  @Option(
    help: "Event types that are no steps, parted by commas.",
    completion: FilterCompletion.typeList)
  var hide: String?
  @Flag(help: "Events of one type in a row are one step.") var mergeRepeats = false
  @Option(
    help: "Paths begin at the first event of a type, or at 'last TYPE', '2 TYPE'.",
    completion: FilterCompletion.anchor)
  var from: String?
  @Flag(help: "Paths are read towards the past.") var backwards = false
  @Option(help: "How pathways are written.") var format = Format.text
  @Flag(help: "Draw them as a picture for print (SVG).") var svg = false
  @Option(help: "Columns of text, from 20 to 500.") var width: Int?
  @Flag(help: "Draw with ASCII alone.") var ascii = false

  func validate() throws {
    guard (1...Pathways.depthLimit).contains(depth) else {
      throw ValidationError("--depth takes a number from 1 to \(Pathways.depthLimit).")
    }
    if let top, top < 1 { throw ValidationError("--top takes a number from 1.") }
    if let width, !(20...500).contains(width) {
      throw ValidationError("--width takes a number from 20 to 500.")
    }
  }

  func run() throws {
    let library = try self.library.open()
    let rule = try rule(in: Schema(of: library))
    let selection = try filter.selection(in: library)
    let pathways = Pathways(
      of: selection, in: library, rule: rule, depth: depth, threads: Environment.processors)
    var output = Output()
    if svg {
      let source = filter.source(of: library)
      try output.write(
        PathwaysPicture.svg(
          pathways, top: top, source: source, vocabulary: library.vocabulary))
      try output.flush()
      return try LibraryOptions.finish(library)
    }
    switch format {
    case .text:
      for line in text(pathways, library.vocabulary) { try output.line(line) }
    case .csv: try output.write(PathwayData.csv(pathways, top: top))
    case .json: try output.write(PathwayData.json(pathways, top: top))
    }
    try output.flush()
    try LibraryOptions.finish(library)
  }

  private func text(_ pathways: Pathways, _ vocabulary: Vocabulary) -> [ShownText] {
    let columns =
      width ?? Environment.value("COLUMNS").flatMap { Int($0) } ?? Environment.columns ?? 100
    let isASCII = ascii || !Environment.isUTF8
    return PathwayText.lines(
      pathways, top: top, columns: min(500, max(20, columns)),
      vocabulary: vocabulary, glyphs: isASCII ? .ascii : .unicode)
  }

  private func rule(in schema: Schema) throws(Failure) -> PathRule {
    do {
      return PathRule(
        types: try types.map { try Self.names($0, schema) },
        hidden: try hide.map { try Self.names($0, schema) } ?? [], mergesRepeats: mergeRepeats,
        start: try from.map { try EventAnchor(words: $0, in: schema) }, isBackwards: backwards)
    } catch let error as QueryError {
      throw .usage("Pathways: \(CommandFailure(query: error).line)")
    } catch {
      throw .usage("Pathways: the types cannot be read.")
    }
  }

  private static func names(_ list: String, _ schema: Schema) throws -> Set<String> {
    var names: Set<String> = []
    for name in list.split(separator: ",") { names.insert(try schema.typeName(String(name))) }
    return names
  }
}
