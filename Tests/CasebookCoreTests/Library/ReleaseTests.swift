import Glibc
import Testing

@testable import CasebookCore

/// Tables of one folder whose profiles say so are one release: a person is one case in all of them.
struct ReleaseTests {
  let folder = ScratchFolder()

  init() {
    for name in ["a", "b", "cache"] { mkdir(folder.path(name), 0o755) }
    folder.write(
      """
      Unique Identifier,Detainer Prepare Date,Detainer Lift Reason,Gender
      p1,2024-01-05,Booked into Detention,Male
      ,2024-01-06,,Female
      p2,2024-01-07,Detainer Declined by LEA,Female
      p1,2024-03-01,,Male

      """, to: "a/detainers.csv")
    folder.write(
      """
      Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier,Gender
      2024-02-01,CAP,ERO,p2,Male
      2024-02-02,CAP,ERO,p3,Male
      2024-01-06,CAP,ERO,p1,Male

      """, to: "a/arrests.csv")
    folder.write("{id: note-1, title: Between the tables}", to: "a/between.yaml")
  }

  private func loader(threads: Int = 1) throws -> Loader {
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return loader
  }

  private func load(_ path: String = "a", threads: Int = 1) throws -> Library {
    try loader(threads: threads).load([.path(folder.path(path))], title: "t")
  }

  /// `p1: ice_arrest 2024-01-06 arrests#row 4; ...`, a line a case.
  private func outline(_ library: Library) throws -> [String] {
    try (0..<library.caseCount).map { row in
      let content = try library.decode(row: row).get()
      let events = content.events.map { event in
        "\(event.type) \(event.date?.text ?? "-")"
          + event.sources.map { " \($0.id)#\($0.locator ?? "")" }.joined()
      }
      return "\(content.id): \(events.joined(separator: "; "))"
    }
  }

  @Test func aPersonIsOneCaseInAllTablesOfTheFolder() throws {
    let library = try load()
    #expect(
      try outline(library) == [
        "p2: ice_arrest 2024-02-01 arrests#row 2; detainer 2024-01-07 detainers#row 4",
        "p3: ice_arrest 2024-02-02 arrests#row 3",
        "p1: ice_arrest 2024-01-06 arrests#row 4; detainer 2024-01-05 detainers#row 2;"
          + " detainer 2024-03-01 detainers#row 5",
        "detainers-000003: detainer 2024-01-06 detainers#row 3",
        "note-1: ",
      ])
    #expect(library.eventCount == 7)
    #expect(library.segments[0].typeNames == ["ice_arrest", "detainer"])
    #expect(try load(threads: 3).dump == library.dump)
  }

  @Test(arguments: [
    ("a.csv", ""), ("./a.csv", "./"), ("x/a.csv", "x/"), ("/a.csv", "/"), ("x/y/a.csv", "x/y/"),
  ])
  func theFolderOfAFileIsItsPathWithoutItsName(path: String, folder: String) {
    #expect(ReleaseSearch.folder(of: path) == folder)
  }

  @Test(arguments: [
    ["a/arrests.csv", "a/detainers.csv"], ["a/detainers.csv", "a/arrests.csv", "a/arrests.csv"],
    ["a/detainers.csv", "a/../a/detainers.csv", "a//arrests.csv"],
  ])
  func filesAreReadOnceAndInTheirOwnOrderHoweverTheyAreNamed(paths: [String]) throws {
    let library = try loader().load(paths.map { .path(folder.path($0)) }, title: "t")
    #expect(
      try outline(library)
        == outline(load()).filter { $0 != "note-1: " }.map {
          $0.replacing("detainers-000003", with: library.id(ofRow: 3))
        })
    #expect(library.rows(withID: "p1").count == 1)
  }

  @Test func idsThatOnlyLookApartAreOne() throws {
    folder.write(
      "Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier\n"
        + "2024-02-01,CAP,ERO,p1\u{A0}\n2024-02-02,CAP,ERO,\u{A0} p1\n2024-02-03,CAP,ERO,NULL\n",
      to: "a/arrests.csv")
    let library = try load()
    #expect(try library.decode(row: 0).get().events.count == 4)
    #expect(library.rows(withID: "NULL") == [])
  }

  @Test func idsDoNotJoinAcrossFolders() throws {
    rename(folder.path("a/detainers.csv"), folder.path("b/detainers.csv"))
    let library = try load("")
    let ids = (0..<library.caseCount).map { library.id(ofRow: $0) }
    #expect(
      ids == ["p2", "p3", "p1", "note-1", "p1", "b/detainers-000003", "p2"])
    let repeated = library.problems.problems.filter {
      if case .duplicateID = $0.fact { true } else { false }
    }
    #expect(repeated.map(\.caseID) == ["p1", "p2"])
  }

  @Test func aTableWhoseProfileSaysNothingStandsForItself() throws {
    folder.write("case_id,type,date\np1,hearing,2024-05-01\n", to: "a/hearings.csv")
    let library = try load()
    #expect(try outline(library).last == "p1: hearing 2024-05-01")
    #expect(library.rows(withID: "p1").count == 2)
  }

  @Test func everyRowIsCitedByItsOwnFile() throws {
    let library = try load()
    #expect(
      try library.rawText(row: 0).get().replacing(folder.path("a/"), with: "") == """
        arrests.csv, row 2
        Apprehension Date: 2024-02-01
        Apprehension Method: CAP
        Arresting Agency: ERO
        Unique Identifier: p2
        Gender: Male

        detainers.csv, row 4
        Unique Identifier: p2
        Detainer Prepare Date: 2024-01-07
        Detainer Lift Reason: Detainer Declined by LEA
        Gender: Female

        """)
    let content = try library.decode(row: 0).get()
    #expect(content.sources.map(\.id) == ["arrests", "detainers"])
    #expect(content.events.map { $0.position?.line } == [2, 4])
  }

  @Test func whatTablesSayDifferentlyIsKeptAndNotedWhereItStands() throws {
    let library = try load()
    let content = try library.decode(row: 0).get()
    #expect(content.events[1].fields.contains { $0.key == "sex" && $0.value.written == "Female" })
    let differing = library.problems.problems.filter {
      $0.fact == .table(.differingValue(key: "sex", first: "Male", other: "Female"))
    }
    #expect(differing.map(\.file) == [folder.path("a/detainers.csv")])
    #expect(differing.map { $0.position?.line } == [4])
  }

  @Test func aTableThatCannotBeReadIsRefusedAndTheOthersAreRead() throws {
    let rows = (0..<40_000).map { "q\($0),2024-01-05,,Male\n" }
    folder.write(
      "Unique Identifier,Detainer Prepare Date,Detainer Lift Reason,Gender\n" + rows.joined(),
      to: "a/detainers.csv")
    var loader = try loader()
    loader.limits.fileSize = 500_000
    let library = loader.load([.path(folder.path("a"))], title: "t")
    #expect(
      try outline(library) == [
        "p2: ice_arrest 2024-02-01 arrests#row 2", "p3: ice_arrest 2024-02-02 arrests#row 3",
        "p1: ice_arrest 2024-01-06 arrests#row 4", "note-1: ",
      ])
    #expect(library.refusedCount == 1)
    #expect(
      library.problems.problems.contains {
        $0.file == folder.path("a/detainers.csv")
          && $0.fact == .unreadable(.tooLarge(limit: 500_000))
      })
  }

  @Test func partsOfTablesFarApartAreJoinedForAnyNumberOfThreads() throws {
    let people = 20_000
    let note = String(repeating: "words ", count: 80)
    let detainers = (0..<people).map { "p\($0),2024-01-05,\"Jail \($0 % 7)\nNorth\",\(note)\n" }
    let arrests = (0..<people).reversed().map { "2024-02-05,CAP,ERO,p\($0),\(note)\n" }
    folder.write(
      "Unique Identifier,Detainer Prepare Date,Detainer Lift Reason,Note\n" + detainers.joined(),
      to: "a/detainers.csv")
    folder.write(
      "Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier,Note\n"
        + arrests.joined(), to: "a/arrests.csv")
    let one = try load(threads: 1)
    #expect(one.segments.count > 2)
    #expect(one.caseCount == people + 1)
    #expect(one.id(ofRow: 0) == "p\(people - 1)")
    let last = try one.decode(row: people - 1).get()
    #expect(last.id == "p0")
    #expect(last.events.map { $0.sources[0].locator } == ["row \(people + 1)", "row 2"])
    #expect(try load(threads: 3).dump == one.dump)
  }

  // MARK: - Changes

  /// Opens through a store that keeps everything; says whether something was read anew.
  private func open() throws -> (library: Library, keeps: Bool) {
    var store = SnapshotStore(folder: folder.path("cache"), program: "this one")
    (store.smallestLibrary, store.settling) = (0, 0)
    var library = Library(title: "t")
    let keep = store.load([.path(folder.path("a"))], with: try loader()) { step in
      library.apply(step)
      return true
    }
    keep?()
    return (library, keep != nil)
  }

  @Test func whatIsKnownOfAReleaseHoldsWholeOrNotAtAll() throws {
    #expect(try open().keeps)
    #expect(try !open().keeps, "everything was known")
    let changes: [(String, () -> Void)] = [
      ("another file changes", { folder.write("{id: note-2}", to: "a/between.yaml") }),
      (
        "a table of it changes",
        {
          folder.write(
            "Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier\n"
              + "2024-02-01,CAP,ERO,p1\n", to: "a/arrests.csv")
        }
      ),
      (
        "a table joins it",
        {
          folder.write(
            "Departed Date,Port of Departure,Final Charge Code,Unique Identifier\n"
              + "2024-04-01,Laredo,,p1\n", to: "a/removals.csv")
        }
      ),
      ("a table leaves it", { unlink(folder.path("a/detainers.csv")) }),
      ("one table is left", { unlink(folder.path("a/removals.csv")) }),
      (
        "a second one comes again",
        {
          folder.write(
            "Departed Date,Port of Departure,Final Charge Code,Unique Identifier\n"
              + "2024-04-01,Laredo,,p1\n", to: "a/removals.csv")
        }
      ),
    ]
    for (name, change) in changes {
      change()
      let fresh = try load().dumpByCase
      let opened = try open()
      #expect(opened.keeps, "\(name)")
      #expect(opened.library.dumpByCase == fresh, "\(name)")
      let again = try open()
      #expect(!again.keeps, "\(name)")
      #expect(again.library.dumpByCase == fresh, "\(name)")
      #expect(try outline(again.library) == outline(load()), "\(name)")
    }
  }
}
