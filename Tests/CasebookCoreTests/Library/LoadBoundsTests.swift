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

  @Test func theSystemSaysHowMuchMemoryThereIs() throws {
    #expect(try #require(SystemMemory.available()) > 0)
  }
}
