import Testing

/// The page of questions, whose answers are what the program prints.
@Suite struct QuestionPageTests {
  @Test func everyAnswerIsWhatTheProgramPrints() throws {
    let path = #filePath.replacing(
      "Tests/CasebookCLITests/QuestionPageTests.swift",
      with: "Sources/CasebookCore/CasebookCore.docc/Questions.md")
    let page = try ShellRun("cat '\(path)'").text
    var blocks: [[String]] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```" {
        isInside.toggle()
        if isInside { blocks.append([]) }
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    #expect(blocks.count >= 15)
    for block in blocks {
      let line = try #require(block.first)
      #expect(line.hasPrefix("$ "))
      let run = try ShellRun(String(line.dropFirst(2)))
      #expect(run.text == block.dropFirst().map { $0 + "\n" }.joined(), "\(line) \(run.complaint)")
    }
  }
}
