import CasebookCore
import CasebookNotebook
import CasebookTesting
import Foundation
import Testing

/// What is kept comes back, whoever else keeps something meanwhile.
struct NotebookTests {
  private let place: TemporaryNotebook

  init() throws {
    place = try TemporaryNotebook()
  }

  /// What a program that starts now finds.
  private func contents(of library: String = "l") throws -> NotebookContents {
    let notebook = place.open()
    defer { notebook.close() }
    return try notebook.contents(of: library)
  }

  @Test func aNewNotebookIsEmpty() throws {
    #expect(try contents() == NotebookContents())
  }

  @Test func everyKindOfChangeComesBack() throws {
    let notebook = place.open()
    let session = SessionRecord(filter: "sort:title", caseID: "a", region: "list", event: 2)
    for change: NotebookChange in [
      .setting(name: "theme", value: "dark"), .setting(name: "page", value: "5"),
      .mark(library: "l", caseID: "b", isMarked: true),
      .mark(library: "l", caseID: "a", isMarked: true),
      .note(library: "l", Note(7, "a", "first")), .note(library: "l", Note(3, "b", "second")),
      .filter(name: "old", text: "date:<2020"), .columns(library: "l", "title,status"),
      .session(library: "l", session), .mark(library: "other", caseID: "z", isMarked: true),
    ] {
      try notebook.save(change)
    }
    notebook.close()
    let found = try contents()
    #expect(found.settings == ["theme": "dark", "page": "5"])
    #expect(found.marked == ["a", "b"])
    #expect(found.notes == [Note(7, "a", "first"), Note(3, "b", "second")])
    #expect(found.filters == [SavedFilter(name: "old", text: "date:<2020")])
    #expect(found.columns == "title,status")
    #expect(found.session == session)
    #expect(try contents(of: "other").marked == ["z"])
    #expect(try contents(of: "other").notes == [])
  }

  @Test func whatIsTakenBackIsGone() throws {
    let notebook = place.open()
    for change: NotebookChange in [
      .setting(name: "theme", value: "dark"), .setting(name: "theme", value: nil),
      .mark(library: "l", caseID: "a", isMarked: true),
      .mark(library: "l", caseID: "a", isMarked: false),
      .note(library: "l", Note(7, "a", "first")), .noteRemoved(number: 7),
      .filter(name: "old", text: "x"), .filter(name: "old", text: nil),
      .columns(library: "l", "title"), .columns(library: "l", nil),
    ] {
      try notebook.save(change)
    }
    #expect(try notebook.contents(of: "l") == NotebookContents())
  }

  @Test func aChangeKeptTwiceIsKeptOnce() throws {
    let notebook = place.open()
    for _ in 0..<2 {
      try notebook.save(.note(library: "l", Note(7, "a", "first")))
      try notebook.save(.mark(library: "l", caseID: "a", isMarked: true))
    }
    let found = try notebook.contents(of: "l")
    #expect(found.notes.count == 1)
    #expect(found.marked == ["a"])
  }

  @Test(arguments: [
    "", "two\nlines\r\n", "nul\0inside", "\u{1A}0", "e\u{301} is not \u{E9}", "\u{202E}evil",
    "庇護 ✅", "'; DROP TABLE note; --", "\u{1B}[2J",
  ])
  func anyTextComesBackExact(text: String) throws {
    let notebook = place.open()
    try notebook.save(.note(library: text, Note(1, text, text)))
    try notebook.save(.mark(library: text, caseID: text, isMarked: true))
    notebook.close()
    let found = try contents(of: text)
    let texts = found.notes.flatMap { [$0.text, $0.caseID] } + found.marked
    #expect(texts.map { Array($0.utf8) } == [text, text, text].map { Array($0.utf8) })
  }

  @Test func naughtyTextsComeBackExact() throws {
    guard let corpora = ProcessInfo.processInfo.environment["CASEBOOK_CORPORA"] else { return }
    let file = URL(filePath: corpora).appending(path: "blns/blns.json")
    let texts = try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
    let notebook = place.open()
    for (number, text) in texts.enumerated() {
      try notebook.save(.note(library: "l", Note(UInt64(number), "a", text)))
    }
    let kept = try notebook.contents(of: "l").notes.map { Array($0.text.utf8) }
    #expect(kept == texts.map { Array($0.utf8) })
  }

  @Test func idsThatOnlyLookAlikeStayTwo() throws {
    let notebook = place.open()
    for id in ["\u{E9}", "e\u{301}"] {
      try notebook.save(.mark(library: "l", caseID: id, isMarked: true))
    }
    #expect(try notebook.contents(of: "l").marked.count == 2)
  }

  @Test func twoProgramsAtOnceLoseNothing() async throws {
    let path = place.path
    let all = try await withThrowingTaskGroup(of: Void.self) { group in
      for program in 0..<4 {
        group.addTask {
          // Patience without end: what is tried is that nothing is lost, not how fast the disk is.
          let notebook = Notebook(path: path, today: TemporaryNotebook.today, patience: 86_400)
          defer { notebook.close() }
          for number in 0..<10 {
            let note = Note(UInt64(program * 100 + number), "a", "\(program) \(number)")
            try notebook.save(.note(library: "l", note))
            try notebook.save(.mark(library: "l", caseID: note.text, isMarked: true))
          }
        }
      }
      try await group.waitForAll()
      return try contents()
    }
    #expect(Set(all.notes.map(\.text)).count == 40)
    #expect(all.marked.count == 40)
  }
}
