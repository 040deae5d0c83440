import ArgumentParser
import CasebookCore
import Glibc

/// Measures everything on the cases of some files.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Print what the engine takes on some files.")

  @Argument(help: "Files or folders of cases.") var paths: [String]
  @Option(help: "A file that says how tables become cases; may be given again.")
  var profile: [String] = []
  @Option(help: "How many threads load.") var threads = 2
  @Option(help: "How often each answer is found; the middle counts.") var repeats = 5
  @Flag(help: "Only what a curve of growth needs.") var brief = false
  @Option(help: "Only one part: search, answers or time.") var only: Part?

  /// What is measured of a loaded library.
  enum Part: String, ExpressibleByArgument {
    case search, answers, time
  }

  func run() throws {
    let before = Measures.residentBytes
    let start = ContinuousClock.now
    let workedBefore = Measures.processorMilliseconds
    var first: Duration?
    var bytes = 0
    var loader = Loader()
    loader.threads = threads
    for path in profile {
      let bytes = try SourceBytes.reading(path).get()
      guard let read = bytes.withBytes({ try? Profile.parse($0, name: path) }) else {
        throw ValidationError("\(path) is no profile.")
      }
      loader.profiles.append(read)
    }
    var library = Library(title: "measured", settings: loader.settings)
    loader.load(paths.map { .path($0) }) { step in
      library.apply(step)
      if case .found(_, let found) = step { bytes = found }
      if library.caseCount > 0, first == nil { first = ContinuousClock.now - start }
      return true
    }
    let loaded = (ContinuousClock.now - start) / .milliseconds(1)
    let worked = Measures.processorMilliseconds - workedBefore
    let measures = Measures(cases: library.caseCount, repeats: repeats)
    measures.tell("load, first cases", (first ?? .zero) / .milliseconds(1), "ms")
    measures.tell("load, all", loaded, "ms")
    measures.tell("load, all, processor time", worked, "ms")
    measures.tell("load, rate", Double(bytes) / loaded / 1_000, "MB/s")
    measures.tell(
      "sign", Measures.milliseconds { for one in library.segments { try? one.text.sign() } }, "ms")
    let folded = Double(library.segments.reduce(0) { $0 + $1.text.byteCount })
    measures.tell("folded text", folded / 1e6, "MB")
    let used = Measures.residentBytes - before
    measures.tell("memory", used / 1e6, "MB")
    measures.tell("memory to folded text", used / folded, "times")
    let asks = { (part: Part) in only == nil || only == part }
    if asks(.search) { try SearchMeasures(library, measures).run(brief: brief) }
    if asks(.answers) { try AnswerMeasures(library, measures).run(brief: brief) }
    if asks(.time) { TimeMeasures(library, measures).run(brief: brief) }
  }
}
