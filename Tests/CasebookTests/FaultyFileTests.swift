import CasebookTesting
import Foundation
import Testing

/// Files with mistakes beside good ones: each mistake is named by its place, the others open.
@Suite struct FaultyFileTests {
  private static let files = [
    "a-good.yaml": "id: good-1\ntitle: A good case\nevents:\n  - {type: entry, date: 2013}\n",
    "b-date.yaml":
      "id: bad-date\ntitle: A wrong date\nevents:\n  - {type: entry, date: 2013-02-30}\n",
    "c-indent.yaml":
      "id: bad-indent\ntitle: A wrong indent\nevents:\n  - type: entry\n   date: 2013\n",
    "d-key.yaml": "id: unknown-key\ntitle: An unknown key\nevent:\n  - {type: entry}\n",
    "e-quote.yaml": "id: open-quote\ntitle: \"No end\nevents: []\n",
    "f-good.yaml": "id: good-2\ntitle: Another good case\ndate: 2014-05\n",
  ]

  /// A folder of the files, which is removed at the end.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "casebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body(folder.path)
  }

  private func run(_ arguments: [String]) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.arguments = arguments
    launch.size.columns = 200
    return try PseudoTerminal(launch)
  }

  private static let messages = [
    #"b-date.yaml:4:25: "2013-02-30" is not a date"#,
    "c-indent.yaml:5:4: ",
    #"d-key.yaml:3:1: Key "event" is not one of the format"#,
    "e-quote.yaml:",
  ]

  @Test func checkNamesEachMistakeByLineAndColumn() throws {
    try withFolder { folder in
      let terminal = try run(["check", folder])
      #expect(try terminal.waitForExit() == .exited(1))
      for message in Self.messages { try terminal.wait(for: message) }
      #expect(terminal.screen.text.contains("The quote opened at line 2, column 8"))
    }
  }

  @Test func theOthersOpenAndTheProblemsAreAPage() throws {
    try withFolder { folder in
      let terminal = try run([folder])
      try terminal.wait(for: "2 refused (!)")
      try terminal.wait(for: "A good case")
      try terminal.wait(for: "Another good case")
      terminal.send("!")
      try terminal.wait(for: "Problems in the files")
      for message in Self.messages { try terminal.wait(for: message) }
      terminal.send("qq")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
