import Testing

/// What the documentation shows the program to print is what it prints.
@Suite struct DocumentedExampleTests {
  /// A command line of the documentation, and what is shown below it.
  struct Example: CustomTestStringConvertible {
    var line: String
    var output = ""

    var testDescription: String { line }
  }

  @Test(arguments: try examples(of: "README.md"))
  func theReadmeIsTrue(example: Example) throws {
    try expectTrue(example)
  }

  @Test(arguments: try examples(of: "Sources/CasebookCore/CasebookCore.docc/ManyCases.md"))
  func thePageOfManyCasesIsTrue(example: Example) throws {
    try expectTrue(example)
  }

  @Test(arguments: try examples(of: "Sources/CasebookCore/CasebookCore.docc/Questions.md"))
  func thePageOfQuestionsIsTrue(example: Example) throws {
    try expectTrue(example)
  }

  @Test(arguments: try examples(of: "Sources/CasebookCore/CasebookCore.docc/StartHere.md"))
  func theFirstPageIsTrue(example: Example) throws {
    try expectTrue(example)
  }

  @Test func everyPageWithExamplesIsTried() throws {
    let found = try ShellRun(
      "cd '\(Self.root)' && grep -l '^\\$ ' README.md Sources/*/*.docc/*.md"
    ).text
    let pages =
      ["README.md"]
      + ["ManyCases.md", "Questions.md", "StartHere.md"].map {
        "Sources/CasebookCore/CasebookCore.docc/\($0)"
      }
    #expect(found.split(separator: "\n").map(String.init) == pages)
    #expect(try Self.examples(of: "README.md").count >= 2)
    #expect(try Self.examples(of: pages[2]).count >= 15)
  }

  private func expectTrue(_ example: Example) throws {
    // The folder in which the README has files checked.
    let files = "cp '\(Self.root)/Tests/CasebookCLITests/Faulty/'* ."
    let run = try ShellRun("\(files)\n\(example.line)")
    #expect(run.text + run.complaint == example.output)
  }

  // MARK: - Pages

  private static var root: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  /// The blocks of a page whose first line is a command after the prompt of a shell.
  private static func examples(of page: String) throws -> [Example] {
    var found: [Example] = []
    var isInside = false
    for line in try ShellRun("cat '\(root)/\(page)'").text.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isInside = false
      } else if line.hasPrefix("$ ") {
        isInside = true
        found.append(Example(line: String(line.dropFirst(2))))
      } else if isInside {
        found[found.count - 1].output += line + "\n"
      }
    }
    return found
  }
}
