import CEmbedded
import CasebookApp
import CasebookCore
import CasebookText

/// Files of every format: what is loaded can be read again, what is refused is named by a place
/// inside the file, and records that go straight into columns come to what they are as trees.
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
    requireSame(library, load(bytes, name: name, readsOnlyTrees: true))
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

  private static func requireSame(_ library: Library, _ other: Library) {
    require(library.caseCount == other.caseCount, "as many cases both ways")
    require(library.refusedCount == other.refusedCount, "as many refused both ways")
    require(library.problems.problems == other.problems.problems, "the same problems both ways")
    require(library.segments.count == other.segments.count, "as many segments both ways")
    for (segment, same) in zip(library.segments, other.segments) {
      require(segment.typeNames == same.typeNames, "the same types both ways")
      require(segment.columns.map(\.path) == same.columns.map(\.path), "the same fields both ways")
      for index in 0..<segment.caseCount {
        require(segment.id(ofCase: index) == same.id(ofCase: index), "the same ids both ways")
        require(segment.events(ofCase: index) == same.events(ofCase: index), "the same events")
      }
      for event in 0..<segment.eventCount {
        require(segment.eventSpans[event] == same.eventSpans[event], "the same dates both ways")
        require(segment.eventTypes[event] == same.eventTypes[event], "the same types both ways")
      }
    }
  }

  /// The profiles that are part of the program: without one no table is more than its header.
  private static let profiles = (0..<cembedded_count()).compactMap { index -> Profile? in
    guard let file = cembedded_at(index)?.pointee, String(cString: file.kind) == "profile" else {
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
    return try? Profile.parse(bytes, name: String(cString: file.name))
  }

  private static func load(
    _ bytes: UnsafeRawBufferPointer, name: String, readsOnlyTrees: Bool = false
  ) -> Library {
    var loader = Loader()
    loader.threads = 1
    loader.profiles = profiles
    loader.readsOnlyTrees = readsOnlyTrees
    let location = SourceLocation.embedded(name: name, bytes: SourceBytes(bytes))
    return loader.load([location], title: "input")
  }
}
