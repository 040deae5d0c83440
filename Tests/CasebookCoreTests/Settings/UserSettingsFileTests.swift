import CasebookCore
import Testing

/// The user's file of settings, as written.
struct UserSettingsFileTests {
  private func parse(_ text: String) -> UserSettingsFile {
    UserSettingsFile.parse(text, path: "c.yaml", known: ["theme", "page"])
  }

  @Test func entriesStandInTheOrderOfTheFile() {
    let file = parse("# mine\npage: 5\ntheme: dark\n")
    #expect(file.entries.map(\.name) == ["page", "theme"])
    #expect(file.entries.map(\.value) == ["5", "dark"])
    #expect(file.entries.map(\.position.line) == [2, 3])
    #expect(file.problems == [])
  }

  @Test(arguments: ["", "# nothing\n"]) func aFileThatSaysNothingIsFine(text: String) {
    #expect(parse(text).entries == [])
    #expect(parse(text).problems == [])
  }

  @Test(arguments: [
    ("page: [1]", 1, 7), ("a: 1\npage: 2", 1, 1), ("page: 2\npage: 3", 2, 1), ("- page", 1, 1),
    ("page: {", 1, 8), ("page: null", 1, 7),
  ])
  func whatIsWrongHasItsPlace(text: String, line: Int, column: Int) {
    let problem = parse(text).problems.first
    #expect(problem?.position.map { [$0.line, $0.column] } == [line, column])
  }

  @Test func theRestOfAFileHolds() {
    #expect(parse("colour: red\npage: 5").entries.map(\.value) == ["5"])
  }

  @Test func aFileThatIsNotThereIsNone() {
    #expect(UserSettingsFile.reading("/no/such/file", known: []) == nil)
  }
}
