import Glibc
import Testing

@testable import CasebookCore

/// Links in a folder that was opened are followed as long as they stay in it.
struct LinkTests {
  private let folder = ScratchFolder()

  /// A library in "lib", and what is not to be read beside it.
  init() {
    for name in ["lib", "lib/in", "out", "library"] { mkdir(folder.path(name), 0o700) }
    folder.write("id: a\n", to: "lib/a.yaml")
    folder.write("id: b\n", to: "lib/in/b.yaml")
    folder.write("id: outside\n", to: "out/x.yaml")
    folder.write("title: Outside\n", to: "out/casebook.yaml")
    folder.write("id: near\n", to: "library/n.yaml")
  }

  private func link(_ name: String, to target: String) {
    symlink(target.replacing("FOLDER", with: folder.path), folder.path(name))
  }

  private func load(_ name: String = "lib") -> (ids: [String], facts: [Problem.Fact]) {
    let library = Loader().load([.path(folder.path(name))], title: "t")
    let ids = (0..<library.caseCount).map { library.id(ofRow: $0) }
    let facts = library.problems.problems.map(\.fact)
    return (
      ids.sorted(), facts.filter { if case .unreadable = $0 { true } else { false } }
    )
  }

  @Test(arguments: [
    ("../out/x.yaml", "out/x.yaml"), ("FOLDER/out/x.yaml", "out/x.yaml"),
    ("in/../../out/x.yaml", "out/x.yaml"), ("../out", "out"), ("FOLDER/out", "out"),
    // A folder whose name only begins as that of the library is another one.
    ("../library", "library"), ("../library/n.yaml", "library/n.yaml"), ("..", ""),
  ])
  func aLinkThatLeadsOutIsNamedAndNotRead(target: String, real: String) {
    link("lib/link.yaml", to: target)
    let full = real.isEmpty ? folder.path : folder.path(real)
    let found = load()
    #expect(found.ids == ["a", "b"])
    #expect(found.facts == [.unreadable(.leadsOut(target: full))])
  }

  @Test func aChainOfLinksIsFollowedToItsEnd() {
    link("lib/1.yaml", to: "2.yaml")
    link("lib/2.yaml", to: "in/3.yaml")
    link("lib/in/3.yaml", to: "../../out/x.yaml")
    #expect(load().ids == ["a", "b"])
    #expect(load().facts.count == 3)
  }

  @Test(arguments: ["in/b.yaml", "FOLDER/lib/in/b.yaml", "../lib/in/b.yaml", "again.yaml"])
  func aLinkThatStaysInsideIsRead(target: String) {
    link("lib/again.yaml", to: "in/b.yaml")
    link("lib/link.yaml", to: target)
    let found = load()
    #expect(found.ids == ["a", "b", "b", "b"])
    #expect(found.facts == [])
  }

  @Test func aFolderIsReadOnceWhateverLinksLeadToIt() {
    link("lib/zz", to: "in")
    link("lib/loop", to: ".")
    let found = load()
    #expect(found.ids == ["a", "b"])
    #expect(found.facts == [.unreadable(.loop), .unreadable(.loop)])
    let library = Loader().load([.path(folder.path("lib"))], title: "t")
    #expect(library.unreadFileCount == 0)
    #expect(library.refusedCount == 0)
  }

  @Test func theOpenedPathItselfMayBeALink() {
    link("opened", to: "lib")
    link("lib/link.yaml", to: "in/b.yaml")
    link("file.yaml", to: "out/x.yaml")
    #expect(load("opened").ids == ["a", "b", "b"])
    #expect(load("opened").facts == [])
    #expect(load("opened/").ids == ["a", "b", "b"])
    #expect(load("file.yaml").ids == ["outside"])
    #expect(load("opened/../lib").ids == ["a", "b", "b"])
  }

  @Test func plainTextThatLeadsOutIsOnlyNoted() {
    folder.write("words\n", to: "out/readme.txt")
    link("lib/readme.txt", to: "../out/readme.txt")
    let library = Loader().load([.path(folder.path("lib"))], title: "t")
    #expect(library.problems.problems.map(\.severity) == [.note])
    #expect(library.unreadFileCount == 0)
  }

  @Test func theSettingsOfALibraryAreNotReadFromElsewhere() throws {
    link("lib/casebook.yaml", to: "../out/casebook.yaml")
    let settings = try #require(LibrarySettings.reading(folder: folder.path("lib")))
    #expect(settings.title == nil)
    #expect(
      settings.problems.map(\.fact)
        == [.unreadable(.leadsOut(target: folder.path("out/casebook.yaml")))])
    link("opened", to: "out")
    #expect(LibrarySettings.reading(folder: folder.path("opened"))?.title == "Outside")
  }

  /// A link that takes the place of a file or a folder after the walk.
  @Test(arguments: ["lib/in/b.yaml", "lib/in"])
  func whatIsExchangedBeforeItIsReadDoesNotLeadOut(name: String) throws {
    let loader = Loader()
    let found = loader.find([.path(folder.path("lib"))])
    let file = try #require(found.files.first { $0.name == "in/b.yaml" })
    rename(folder.path(name), folder.path("moved"))
    folder.write("id: stolen\n", to: "out/b.yaml")
    link(name, to: name.hasSuffix(".yaml") ? "../../out/b.yaml" : "../out")
    #expect(throws: SourceFileError.leadsOut(target: folder.path("out/b.yaml"))) {
      _ = try FileReader(file.place)
    }
  }
}
