import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookTesting
import Foundation
import Synchronization
import Testing

/// What changes on disk is read again, and the reader stays at the case at hand.
struct ReloadTests {
  private let folder: URL
  private let files: LiveFiles
  private let session: Session

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "casebook-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a", "c", "e"] { try Self.write([name], to: name, in: folder) }
    let locations = [CasebookCore.SourceLocation.path(folder.path)]
    files = LiveFiles { library, deliver in
      Loader().reload(library, locations, deliver: deliver)
    }
    session = Session(
      library: Loader().load(locations, title: "test"), today: TestLibrary.today,
      size: Size(columns: 80, rows: 24), files: files)
  }

  private static func write(_ ids: [String], to name: String, in folder: URL) throws {
    let lines = ids.map { "{\"id\":\"\($0)\",\"title\":\"Case \($0)\",\"status\":\"open\"}\n" }
    try lines.joined().write(
      to: folder.appending(path: name + ".jsonl"), atomically: true, encoding: .utf8)
  }

  private func answer(_ line: String) -> [String] {
    guard case .done(let answer) = session.run(line: line) else { return [] }
    return answer.lines.map(\.string)
  }

  private var ids: [String] {
    (0..<session.workspace.results.count).compactMap { session.workspace.loadedCase(at: $0)?.id }
  }

  private var idAtHand: String? {
    session.workspace.loadedCase(at: session.state.list.position)?.id
  }

  @Test func theCaseAtHandStaysWhereOthersComeBeforeIt() throws {
    session.run(line: "go c")
    try Self.write(["a", "b"], to: "a", in: folder)
    #expect(
      answer("reload") == [
        "Read again: a.jsonl changed. 4 cases, 3 before.", "Case 3 of 4. Case c. Open.",
      ])
    #expect(ids == ["a", "b", "c", "e"])
    #expect(idAtHand == "c")
  }

  @Test func theFilterInForceHoldsForWhatIsNew() throws {
    session.run(line: "filter id:c or id:d")
    #expect(ids == ["c"])
    try Self.write(["d"], to: "d", in: folder)
    session.run(line: "reload")
    #expect(ids == ["c", "d"])
    #expect(session.state.filter.applied == "id:c or id:d")
  }

  @Test func aCaseThatIsGoneLeavesTheReaderAtTheFirst() throws {
    session.run(line: "go e")
    try FileManager.default.removeItem(at: folder.appending(path: "e.jsonl"))
    #expect(
      answer("reload") == [
        "Read again: e.jsonl removed. 2 cases, 3 before.", "Case e is gone.",
        "Case 1 of 2. Case a. Open.",
      ])
    #expect(idAtHand == "a")
  }

  @Test func whereNothingChangedThatIsSaid() {
    #expect(answer("reload") == ["Nothing has changed on disk. 3 cases."])
  }

  @Test func onTheScreenItIsReadAtOnce() throws {
    try Self.write(["e", "f"], to: "e", in: folder)
    files.note(["e.jsonl"])
    session.takeNews()
    #expect(session.state.message?.text == "Read again: e.jsonl changed. 4 cases, 3 before.")
    #expect(ids == ["a", "c", "e", "f"])
  }

  @Test func inPlainModeNothingChangesBeforeItIsAskedFor() throws {
    var look = session.state.look
    look.isPlain = true
    session.send(.lookChanged(look))
    try Self.write(["e", "f"], to: "e", in: folder)
    files.note(["e.jsonl"])
    session.takeNews()
    #expect(ids == ["a", "c", "e"])
    let change = try #require(session.state.files.change)
    #expect(
      FileWords.noticed(change) == "Changed on disk: e.jsonl. Type reload to read it again.")
    session.run(line: "reload")
    #expect(ids == ["a", "c", "e", "f"])
    #expect(session.state.files.change == nil)
  }

  @Test func aFileThatIsOnlyTouchedIsNoNews() throws {
    let path = folder.appending(path: "a.jsonl").path
    try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    files.note(["a.jsonl"])
    session.takeNews()
    #expect(ids == ["a", "c", "e"])
  }
}
