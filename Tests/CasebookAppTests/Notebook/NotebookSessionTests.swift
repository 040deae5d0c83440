import CasebookApp
import CasebookCore
import CasebookTesting
import CasebookText
import Testing

/// Marks, notes and saved filters of a session, and what becomes of a save that fails.
struct NotebookSessionTests {
  private static let full = NotebookFailure.system(path: "/n", errno: 28)

  private func session(_ notebook: MemoryNotebook = MemoryNotebook()) -> Session {
    let file = "{\"cases\": [{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}]}"
    return Session(TestLibrary.library([("c.json", file)]), notebook: notebook)
  }

  @Test func eachChangeIsKeptAtOnce() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    for line in ["mark", "set theme dark", "filter a", "save-filter one", "forget one", "mark"] {
      session.run(line: line)
    }
    #expect(
      notebook.changes == [
        .mark(library: "l", caseID: "a", isMarked: true), .setting(name: "theme", value: "dark"),
        .filter(name: "one", text: "a"), .filter(name: "one", text: nil),
        .mark(library: "l", caseID: "a", isMarked: false),
      ])
  }

  @Test func aNoteKnowsItsCaseItsDayAndItsText() throws {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    session.run(line: "note ask  again ")
    guard case .note("l", let note)? = notebook.changes.first else {
      Issue.record("no note was kept")
      return
    }
    let content = try session.workspace.library.decode(row: 0).get()
    #expect(note.text == "ask  again")
    #expect(note.caseID == "a")
    #expect(note.madeOn == "2026-07-01")
    #expect(note.fingerprint == content.fingerprint)
  }

  @Test func aNoteOnAnEarlierTextSaysSo() {
    var contents = NotebookContents()
    contents.notes = [
      Note(number: 1, caseID: "a", text: "old", madeOn: "2024-04-05", fingerprint: 1)
    ]
    let session = session(MemoryNotebook(contents))
    #expect(
      session.run(line: "notes")
        == .done(
          Answer(
            [
              "Notes 1 to 1 of 1.", "1. a: old (5 April 2024, made on an earlier text).",
              "End of list.",
            ],
            choices: Choices(
              "note", [.init("1. a: old (5 April 2024, made on an earlier text)", line: "go a")]))))
  }

  @Test func markedCasesCanBeAskedFor() {
    var contents = NotebookContents()
    contents.marked = ["b", "gone"]
    let session = session(MemoryNotebook(contents))
    session.run(line: "marks")
    #expect(session.workspace.results.count == 1)
    session.run(line: "mark")
    // The list stays until it is asked for again.
    #expect(session.workspace.results.count == 1)
    session.run(line: "filter is:marked")
    #expect(session.workspace.results.count == 0)
  }

  @Test func aSavedFilterStandsInOthersByItsName() {
    var contents = NotebookContents()
    contents.filters = [
      SavedFilter(name: "one", text: "title:A or title:B sort:-title"),
      SavedFilter(name: "loop", text: "@loop"), SavedFilter(name: "bad", text: "colour:red"),
    ]
    let session = session(MemoryNotebook(contents))
    session.run(line: "filter @one")
    #expect(session.workspace.results.row(at: 0) == 1)
    session.run(line: "filter -@one")
    #expect(session.workspace.results.count == 0)
    #expect(
      session.run(line: "filter @loop")
        == .failed(
          CommandFailure("The saved filter \"loop\" uses itself", next: "Save it without that")))
    #expect(
      session.run(line: "filter @bad")
        == .failed(
          CommandFailure(
            "In the saved filter \"bad\": no field \"colour\"",
            next: "Type one that the cases have")))
    #expect(
      session.run(line: "filter @onee")
        == .failed(
          CommandFailure("No saved filter \"onee\"", next: "Did you mean @one?")))
  }

  @Test func keptSettingsHoldUnderFlags() {
    var contents = NotebookContents()
    contents.settings = ["theme": "dark", "page": "7", "gone": "x", "fold": "perhaps"]
    let session = session(MemoryNotebook(contents))
    #expect(session.state.settings[.theme] == "dark")
    #expect(session.state.look.theme == "dark")
    #expect(session.state.settings.origin(of: .page) == .kept)
    #expect(session.state.settings[.fold] == "on")
  }

  @Test func aFailedSaveIsSaidAndKeptForAnotherTry() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    notebook.fail(with: Self.full)
    let failed = Session.Outcome.failed(
      CommandFailure(
        "Not saved: /n: the disk is full", next: "It holds in this session, type retry"))
    #expect(session.run(line: "mark") == failed)
    #expect(session.state.notebook.marked.contains("a"))
    #expect(session.run(line: "retry") == failed)
    session.run(line: "next")
    #expect(session.run(line: "mark") == failed)
    notebook.fail(with: nil)
    #expect(session.run(line: "retry") == .done(Answer(["Everything is saved."])))
    #expect(
      notebook.changes == [
        .mark(library: "l", caseID: "a", isMarked: true),
        .mark(library: "l", caseID: "b", isMarked: true),
      ])
  }

  @Test func theNextChangeThatIsKeptTakesTheOthersAlong() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    notebook.fail(with: Self.full)
    session.run(line: "mark")
    notebook.fail(with: nil)
    session.run(line: "set page 5")
    #expect(notebook.changes.count == 2)
    #expect(session.state.notebook.unsaved == [])
  }

  @Test func leavingWithUnsavedChangesTakesTwo() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    notebook.fail(with: Self.full)
    session.run(line: "mark")
    session.press(.character("q"))
    #expect(!session.state.isOver)
    #expect(
      session.state.message?.text
        == "1 change is not saved. Type quit again to leave without saving.")
    session.press(.character("q"))
    #expect(session.state.isOver)
  }

  @Test func leavingTriesOnceMore() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    notebook.fail(with: Self.full)
    session.run(line: "mark")
    notebook.fail(with: nil)
    session.press(.character("q"))
    #expect(session.state.isOver)
    #expect(notebook.changes.count == 1)
  }

  @Test func anObstacleIsSaidAtTheStart() {
    let notebook = MemoryNotebook()
    notebook.fail(with: .noPlace)
    let session = session(notebook)
    #expect(
      session.state.message?.text
        == """
        Marks and notes cannot be saved: no folder for them is known, for HOME is not set. \
        They hold in this session.
        """)
  }

  @Test func damageIsSaidAtTheStart() {
    var contents = NotebookContents()
    var damage = NotebookDamage(copy: "/n.bad")
    damage.notes = 99
    damage.marks = 1
    damage.unreadable = 1
    contents.damage = damage
    let expected: ShownText = """
      The notebook was damaged. Saved from it: 99 notes, 1 mark. 1 entry could not be read. \
      The damaged file is kept as /n.bad.
      """
    #expect(session(MemoryNotebook(contents)).state.message?.text == expected)
    damage.unreadable = 0
    #expect(
      NotebookWords.damage(damage) == """
        The notebook was damaged. Everything in it was saved: 99 notes, 1 mark. \
        The damaged file is kept as /n.bad.
        """)
  }

  @Test func thePlaceIsKept() {
    let notebook = MemoryNotebook()
    let session = session(notebook)
    session.run(line: "filter title:B")
    session.keepPlace()
    let record = SessionRecord(filter: "title:B", caseID: "b", region: "list", event: 0)
    #expect(notebook.changes == [.session(library: "l", record)])
  }
}
