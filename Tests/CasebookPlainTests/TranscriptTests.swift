import CasebookCore
import CasebookTesting
import Testing

/// The same commands in plain mode and on the screen.
struct TranscriptTests {
  private static let snapshots = Snapshots()

  @Test(arguments: Script.all) func plainModeAnswersAsExpected(script: Script) throws {
    let transcript = script.transcript(on: try TestLibrary.samples())
    try Self.snapshots.compare(transcript, with: script.name + ".plain")
  }

  @Test(arguments: Script.all) func theScreenEndsAsExpected(script: Script) throws {
    let screen = script.screen(on: try TestLibrary.samples())
    try Self.snapshots.compare(screen, with: script.name + ".screen")
  }

  @Test func everySnapshotBelongsToAScript() throws {
    let names = Script.all.flatMap { [$0.name + ".plain", $0.name + ".screen"] }
    #expect(try Self.snapshots.stale(but: names) == [])
  }

  @Test func thereAreScripts() {
    #expect(Script.all.count >= 12)
    #expect(Script.all.allSatisfy { !$0.lines.isEmpty })
  }

  @Test(arguments: Script.all) func everyCommandIsAnswered(script: Script) throws {
    let answers = script.answers(on: try TestLibrary.samples())
    #expect(answers.filter(\.lines.isEmpty).map(\.command) == [])
  }
}
