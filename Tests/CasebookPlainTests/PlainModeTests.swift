import CasebookApp
import CasebookPlain
import CasebookTesting
import Testing

/// What typed lines mean in plain mode, beside the commands.
struct PlainModeTests {
  /// What is said to some lines.
  private static func said(_ lines: [String]) throws -> [String] {
    var said: [String] = []
    var plain = PlainMode(Session(try TestLibrary.samples(), columns: 100)) { line, _ in
      said.append(line.string)
    }
    for line in lines { plain.run(line) }
    return said
  }

  @Test func aFilterWithATabSaysHowItCanGoOn() throws {
    let said = try Self.said(["filter outcome:dec\t", "1"])
    #expect(
      said.prefix(3) == ["Ways to go on 1 to 1 of 1.", "1. declined, 6 cases.", "End of list."])
    #expect(said[3] == "Filter 1: outcome is declined. 6 of 36 cases match. 14 do not say.")
  }

  @Test func aTabElsewhereIsABlank() throws {
    #expect(try Self.said(["list\t1\t"]).first == "Cases 1 to 1 of 36.")
    #expect(try Self.said(["filter\toutcome:declined"]).first?.hasPrefix("Filter 1:") == true)
  }

  /// A short utterance is understood at once.
  private static let mostWords = 14

  @Test(arguments: [
    "find-a-case", "follow-its-time", "session-narrow", "session-compare", "session-pathways",
  ])
  func briefUtterancesAreShort(session: String) throws {
    let script = try #require(Script.all.first { $0.name == session })
    let said = try Self.said(["set verbosity brief"] + script.lines)
    // What the case itself tells is as long as it is.
    for line in said where !line.hasPrefix("Summary") && !line.hasPrefix("Text: ") {
      #expect(line.split(separator: " ").count <= Self.mostWords, "\(line)")
    }
  }

  @Test func theGreetingTellsRecordsAndFilesApart() {
    let files = [("a.jsonl", "{\"id\":\"b\"}\n{\"events\":1}\n"), ("a.csv", "")]
    var said: [String] = []
    var plain = PlainMode(Session(TestLibrary.library(files))) { line, _ in
      said.append(line.string)
    }
    plain.greet(.flag)
    let greeting = said.joined(separator: " ")
    #expect(greeting.contains(" 1 record refused, 1 file not read, type check."), "\(greeting)")
  }
}
