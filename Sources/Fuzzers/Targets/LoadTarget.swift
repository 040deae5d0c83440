import CasebookApp
import CasebookCore
import CasebookText

/// Files of every format: what is loaded can be read again, what is refused is named by a place
/// inside the file, and the same bytes give the same library.
enum LoadTarget {
  static let json = target("json", "a JSON file", [".json"])
  static let jsonLines = target("jsonl", "a file of JSON Lines", [".jsonl", ".ndjson"])
  static let yaml = target("yaml", "a YAML file", [".yaml", ".yml"])
  static let table = target("csv", "a table", [".csv", ".tsv", ".psv"])

  private static func target(_ ending: String, _ what: String, _ seeds: [String]) -> FuzzTarget {
    FuzzTarget(
      name: ending, summary: "Loads \(what), and reads each case of it again.", seeds: seeds
    ) { bytes in
      check(bytes, name: "input." + ending)
    }
  }

  private static func check(_ bytes: UnsafeRawBufferPointer, name: String) {
    let library = load(bytes, name: name)
    let reader = CaseReader()
    for row in 0..<min(library.caseCount, 50) {
      let id = library.id(ofRow: row)
      require(library.rows(withID: id).contains(row), "row \(row) is found by its id")
      let read = reader.content(ofRow: row, in: library)
      require((try? read.get()) != nil, "row \(row) was loaded and can be read again")
      guard case .success(let content) = read else { continue }
      require(content.id == id, "case \(row) keeps its id")
      let (segment, index) = library.locate(row)
      require(
        content.events.count == segment.events(ofCase: index).count, "case \(row) keeps its events")
    }
    for problem in library.problems.problems {
      HarmlessText.require(ProblemWords.line(problem))
      guard let position = problem.position else { continue }
      require(position.line >= 1 && position.column >= 1, "places begin at 1")
      require((position.byteOffset ?? 0) <= bytes.count, "places are inside the file")
    }
  }

  private static func load(_ bytes: UnsafeRawBufferPointer, name: String) -> Library {
    var loader = Loader()
    loader.threads = 1
    let location = SourceLocation.embedded(name: name, bytes: SourceBytes(bytes))
    return loader.load([location], title: "input")
  }
}
