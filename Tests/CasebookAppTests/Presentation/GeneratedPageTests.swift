import CasebookApp
import CasebookTesting
import Foundation
import Testing

/// Pages that are made from the program are what it makes now.
struct GeneratedPageTests {
  @Test func thePageOfCommandsIsCurrent() throws {
    let page = ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/Commands.md")
    let made = CommandReference.markdown.map(\.string).joined(separator: "\n") + "\n"
    #expect(
      try String(contentsOf: page, encoding: .utf8) == made,
      "casebook commands --markdown writes it anew")
  }

  @Test func thePageOfCommandsForPlainModeIsCurrent() throws {
    let page = ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/PlainCommands.md")
    let made = CommandReference.plainMarkdown.map(\.string).joined(separator: "\n") + "\n"
    #expect(
      try String(contentsOf: page, encoding: .utf8) == made,
      "casebook commands --plain-markdown writes it anew")
  }

  @Test(arguments: [
    "apt-get install -y libbrotli-dev libexpat1-dev liblz4-dev liblzma-dev libminizip-dev",
    "swift run -c release --static-swift-stdlib casebook", "swift test",
  ])
  func theReadmeNamesTheCommand(command: String) throws {
    let readme = try String(contentsOf: ProjectFiles.url("README.md"), encoding: .utf8)
    #expect(readme.contains(command))
  }
}
