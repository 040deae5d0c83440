import Testing

@testable import CasebookCore

/// What a load may come to is told before it begins, and each limit is named where it is reached.
struct LoadBoundsTests {
  private func load(_ change: (inout Loader) -> Void) -> Library {
    var loader = Loader()
    loader.availableMemory = nil
    change(&loader)
    let line = #"{"id":"a","events":[{"type":"hearing","date":"2013"}]}"# + "\n"
    let files = ["a", "b", "c"].map { name in
      SourceLocation.embedded(
        name: name + ".jsonl", bytes: SourceBytes(Array(String(repeating: line, count: 40).utf8)))
    }
    return loader.load(files, title: "t")
  }

  private func facts(_ library: Library) -> [Problem.Fact] {
    library.problems.problems.map(\.fact).filter {
      if case .duplicateID = $0 { false } else { true }
    }
  }

  @Test func nothingIsSaidWhereEverythingFits() {
    let library = load { $0.availableMemory = 1 << 30 }
    #expect(facts(library) == [])
    #expect(!library.isPartial)
    #expect(library.caseCount == 120)
  }

  @Test func filesThatWillNotFitAreAnnouncedFirst() {
    let library = load { $0.availableMemory = 1_000 }
    #expect(facts(library).first == .mayNotFit(needed: 5_940, available: 1_000))
  }

  @Test func loadingEndsWhereMemoryIsTakenAndSaysSo() {
    let library = load { $0.limits.memory = 1_000 }
    #expect(facts(library).last == .limitReached(name: "memory", limit: 1_000))
    #expect(library.isPartial)
    #expect(library.caseCount > 0)
  }

  @Test func whatASnapshotHoldsTakesNoMemoryOfTheLibrary() {
    var parts = Segment.Parts()
    parts.idBytes = FixedArray([UInt8](repeating: 65, count: 2_000))
    var limits = Limits()
    limits.memory = 1_000
    var bounds = LoadBounds(limits, available: nil)
    parts.isMapped = true
    #expect(bounds.reached(with: Segment(parts)) == nil)
    parts.isMapped = false
    #expect(bounds.reached(with: Segment(parts)) == .limitReached(name: "memory", limit: 1_000))
  }

  @Test func theLimitOfCasesIsNamed() {
    let library = load { $0.limits.cases = 10 }
    #expect(facts(library) == [.limitReached(name: "cases", limit: 10)])
    #expect(library.isPartial)
  }

  @Test func theLimitOfEventsIsNamed() {
    let library = load { $0.limits.events = 10 }
    #expect(facts(library) == [.limitReached(name: "events", limit: 10)])
  }

  /// Records with three keys and an event of a type of their own.
  private func different(_ change: (inout Loader) -> Void) throws -> Library {
    var loader = Loader()
    change(&loader)
    let lines = (0..<60).map { number in
      let type = number % 2 == 0 ? "hearing" : "t\(number)"
      return #"{"id":"\#(number)","a\#(number)":"word\#(number)","b\#(number)":{"x\#(number)":1},"#
        + #""events":[{"type":"\#(type)"}]}"# + "\n"
    }
    let bytes = SourceBytes(Array(lines.joined().utf8))
    return loader.load([.embedded(name: "a.jsonl", bytes: bytes)], title: "t")
  }

  @Test func keysBeyondTheLimitStayWithTheirCasesAndAreCounted() throws {
    let library = try different { $0.limits.paths = 50 }
    #expect(library.caseCount == 60)
    let beyond = try #require(
      library.problems.problems.first { $0.fact == .keysBeyondLimit(50) })
    #expect(beyond.count > 60)
    #expect(library.segments.reduce(0) { $0 + $1.columns.count } <= 50)
    let last = try library.decode(row: 59).get()
    #expect(last.text("a59") == "word59")
    #expect(try TestLibrary.ids("word59", in: library) == "59")
  }

  @Test func keysOfTheWholeLibraryAreBounded() throws {
    var loader = Loader()
    loader.limits.paths = 60
    let files = (0..<8).map { file in
      let keys = (0..<20).map { #""k\#(file)_\#($0)":1"# }.joined(separator: ",")
      return SourceLocation.embedded(
        name: "\(file).jsonl", bytes: SourceBytes(Array(#"{"id":"\#(file)",\#(keys)}"#.utf8)))
    }
    let library = loader.load(files, title: "t")
    #expect(library.caseCount == 8)
    #expect(Set(library.segments.flatMap { $0.columns.map(\.path) }).count <= 60)
    #expect(library.problems.problems.contains { $0.fact == .keysBeyondLimit(60) })
  }

  @Test func typesBeyondTheLimitRefuseTheirRecordsAlone() throws {
    let library = try different { $0.limits.types = 4 }
    #expect(library.refusedCount == 27)
    #expect(library.caseCount == 33)
    #expect(library.problems.problems.contains { $0.fact == .tooManyTypes(limit: 4) })
  }

  @Test func theSystemSaysHowMuchMemoryThereIs() throws {
    #expect(try #require(SystemMemory.available()) > 0)
  }
}
