import Testing

@testable import CasebookCore

/// While large tables are joined, the cases of their first rows can be looked at.
struct BeginningsTests {
  private let folder = ScratchFolder()

  /// Two rows for each person, the second far behind the first.
  private func table(people: Int, header: String = "case_id,type,date,note") -> String {
    let note = String(repeating: "words ", count: 40)
    let rows = (0..<2).flatMap { round in
      (0..<people).map { "p\($0),hearing,2024-0\(round + 1)-03,\(note)" }
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func loader() throws -> Loader {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    loader.showsBeginnings = true
    loader.leastBeginningBytes = 1 << 20
    return loader
  }

  /// The names of the steps of a load; `stopsAt` is the number of the step that is answered with no.
  private func steps(
    _ path: String, _ loader: Loader, stopsAt: Int = .max
  ) -> (names: [String], libraries: [Library]) {
    var names: [String] = []
    var library = Library(title: "t")
    var libraries: [Library] = []
    loader.load([.path(path)]) { step in
      library.apply(step)
      libraries.append(library)
      names.append(name(step))
      return names.count <= stopsAt
    }
    return (names, libraries)
  }

  private func name(_ step: LoadStep) -> String {
    switch step {
    case .found: "found"
    case .segment: "segment"
    case .beginnings: "beginnings"
    case .cutShort: "cut short"
    case .restarted: "restarted"
    }
  }

  @Test func theFirstCasesComeBeforeAllRowsAreJoined() throws {
    let path = folder.write(table(people: 20_000), to: "rows.csv")
    let (names, libraries) = try steps(path, loader())
    #expect(names.prefix(4) == ["found", "beginnings", "restarted", "found"])
    #expect(names.dropFirst(4).allSatisfy { $0 == "segment" })
    let early = libraries[1]
    let whole = try #require(libraries.last)
    #expect(early.holdsBeginnings)
    #expect(!whole.holdsBeginnings)
    #expect((1_000..<20_000).contains(early.caseCount))
    #expect(whole.caseCount == 20_000)
    for row in stride(from: 0, to: early.caseCount, by: 99) + [early.caseCount - 1] {
      #expect(early.id(ofRow: row) == whole.id(ofRow: row))
      #expect(try early.decode(row: row).get().events.count == 1)
      #expect(try whole.decode(row: row).get().events.count == 2)
    }
  }

  @Test func whatIsStoppedMeanwhileHoldsNoCaseThatIsNotWhole() throws {
    let path = folder.write(table(people: 20_000), to: "rows.csv")
    let (names, libraries) = try steps(path, loader(), stopsAt: 1)
    #expect(names == ["found", "beginnings", "restarted", "found"])
    #expect(libraries.last?.caseCount == 0)
    #expect(libraries.last?.holdsBeginnings == false)
  }

  @Test(arguments: [
    // Rows by themselves come in parts anyway, and what is small is soon there.
    ("odd,type,date,note", 20_000, 1 << 20), ("case_id,type,date,note", 3_000, 32 << 20),
  ])
  func elsewhereThereAreNone(header: String, people: Int, least: Int) throws {
    let path = folder.write(table(people: people, header: header), to: "rows.csv")
    var loader = try loader()
    loader.leastBeginningBytes = least
    #expect(!steps(path, loader).names.contains("beginnings"))
  }

  @Test func onlyTheScreenAsksForThem() {
    #expect(!Loader().showsBeginnings)
  }
}
