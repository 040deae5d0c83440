import CasebookApp
import CasebookCore
import CasebookText
import Testing

/// What the settings of a library name that its cases do not have.
struct SettingsDoubtsTests {
  private func problems(_ yaml: String) -> [String] {
    let settings = Array(yaml.utf8).withUnsafeBytes {
      LibrarySettings.parse($0, file: "lib/casebook.yaml")
    }
    var loader = Loader()
    loader.settings = settings
    let text = #"{"id":"a","status":"open","events":[{"type":"hearing","date":"2020"}]}"#
    let bytes = SourceBytes(Array(text.utf8))
    let library = loader.load([.embedded(name: "a.jsonl", bytes: bytes)], title: "t")
    return SettingsDoubts.problems(library).map { ProblemWords.line($0).string }
  }

  @Test func whatCasesHaveIsNotDoubted() {
    let text = """
      columns: [title, hearing=20, detainer_to_release]
      filters:
        open: status:open
        again: "@open"
      """
    #expect(problems(text) == [])
    #expect(problems("title: only one") == [])
  }

  @Test func unknownColumnsAndFiltersAreNamedWithTheirPlaces() {
    let text = """
      columns: [title, facilty]
      filters:
        other: statuss:open
        round: "@round"
      """
    #expect(
      problems(text) == [
        "warning: lib/casebook.yaml:1:18: The column \"facilty\" is passed over: "
          + "No field \"facilty\". Did you mean facility?",
        "warning: lib/casebook.yaml:3:10: The filter \"other\" cannot be read: "
          + "No field \"statuss\". Did you mean status?",
        "warning: lib/casebook.yaml:4:10: The filter \"round\" cannot be read: "
          + "The saved filter \"round\" uses itself. Save it without that.",
      ])
  }
}
