import ArgumentParser
import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookText

/// `casebook pathways`: which events follow which, in how many cases, after how long.
struct PathwaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathways",
    abstract: "Show which events follow which, how often and how soon.",
    discussion: """
      Events are ordered by their first possible day; events of one day keep the order of the \
      file. Events without such a day are left out.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: ArgumentHelp("Maximum number of steps in a path, 1 to 30.", valueName: "n"))
  var depth = 4
  @Option(
    help: ArgumentHelp(
      "Show the N most frequent next steps (default in text: 10, from 1 % of the cases).",
      valueName: "n"))
  var top: Int?
  @Option(
    help: ArgumentHelp(
      "Use only these event types, separated by commas (default: all).", valueName: "a,b,c"),
    completion: FilterCompletion.typeList)
  var types: String?
  @Option(
    help: ArgumentHelp("Leave out these event types, separated by commas.", valueName: "a,b,c"),
    completion: FilterCompletion.typeList)
  var hide: String?
  @Flag(help: "Treat consecutive events of one type as one step.") var mergeRepeats = false
  @Option(
    help: ArgumentHelp(
      "Start each path at TYPE (its first event), 'last TYPE' or '2 TYPE'.", valueName: "event"),
    completion: FilterCompletion.anchor)
  var from: String?
  @Flag(help: "Follow events back in time instead of forward.") var backwards = false
  @Option(help: "Output format.") var format = TableFormat.text
  @Flag(help: "Draw the pathways as an SVG picture.") var svg = false
  @Option(help: ArgumentHelp("Width of text output in columns, 20 to 500.", valueName: "n"))
  var width: Int?
  @Flag(help: "Draw with ASCII characters only.") var ascii = false

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
    if svg {
      let source = filter.source(of: library)
      var output = Output()
      try output.write(
        PathwaysPicture.svg(
          pathways, top: top, source: source, vocabulary: library.vocabulary))
      try output.flush()
    } else {
      try format.write(
        text: text(pathways, library.vocabulary), csv: PathwayData.csv(pathways, top: top),
        json: PathwayData.json(pathways, top: top))
    }
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
