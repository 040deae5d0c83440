import CasebookCore
import CasebookTesting
import Foundation
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

/// The page of plain mode holds what is said.
struct PlainModePageTests {
  @Test func theSessionIsSaidNow() throws {
    let page = try ProjectFiles.text(
      ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/PlainMode.md"))
    let said = try ProjectFiles.text(
      ProjectFiles.url("Tests/CasebookPlainTests/Snapshots/plain-mode-page.plain.txt"))
    #expect(page.contains("```\n\(said)case> quit\n```"))
  }
}

/// The page of sessions holds what was recorded.
struct SessionPageTests {
  private static let sessions = [
    ("find-a-case", "find-a-case"), ("follow-its-time", "follow-its-time"),
    ("session-narrow", "narrow"), ("session-compare", "compare"),
    ("session-pathways", "pathways"),
  ]

  @Test(arguments: sessions)
  func thePageHoldsWhatIsSaidNow(script: String, session: String) throws {
    let page = try ProjectFiles.text(
      ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/Sessions.md"))
    let said = try ProjectFiles.text(
      ProjectFiles.url("Tests/CasebookPlainTests/Snapshots/\(script).plain.txt"))
    #expect(
      page.contains("```\n\(said)```"), "Tests/Generators/sessions_page.py writes it anew")
    for reader in ["yasr", "fenrir", "brltty"] {
      let recorded = try ProjectFiles.text(
        ProjectFiles.url("Tests/Readers/Heard/\(reader).txt"))
      let part = try #require(
        recorded.components(separatedBy: "# \(session), screen, \(reader)\n").dropFirst().first)
      let heard = try #require(part.components(separatedBy: "\n\n").first)
      #expect(page.contains(heard.trimmingCharacters(in: .newlines)), "\(reader)")
    }
  }
}
