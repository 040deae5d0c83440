import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookPlain
import CasebookTesting
import Testing

/// Plain mode while cases still come.
struct LoadingTests {
  private static let files = [("a.jsonl", "{\"id\":\"a\"}\n"), ("b.jsonl", "{\"id\":\"b\"}\n")]

  /// What is said to some lines; `more` comes between the first and the others.
  private static func said(
    _ first: [String], then others: [String], after more: (Arrivals) -> Void
  ) -> [String] {
    var said: [String] = []
    let arrivals = Arrivals(elapsed: { .zero }, wake: {})
    for step in TestLibrary.steps([Self.files[0]]) { _ = arrivals.put(step) }
    let session = Session(
      library: Library(title: "test"), today: TestLibrary.today,
      size: Size(columns: 100, rows: 24), arrivals: arrivals)
    session.takeNews()
    var plain = PlainMode(session) { line, _ in said.append(line.string) }
    plain.greet(.flag)
    for line in first { plain.run(line) }
    more(arrivals)
    for line in others { plain.run(line) }
    return said
  }

  @Test func numbersArePartialUntilAllIsThere() {
    let said = Self.said(["list", "filter a"], then: ["clear", "where"]) { arrivals in
      for step in TestLibrary.steps([Self.files[1]]) { _ = arrivals.put(step) }
      arrivals.finish()
    }
    #expect(
      said == [
        "Casebook plain mode, set by flag. 1 case in test. Still loading, 99 percent so far. No filter.",
        "Type help for commands.", "Cases 1 to 1 of 1, partial.", "1. a.",
        "Still loading, 99 percent so far.",
        "Filter 1: text has \"a\". 1 of 1 case matches, partial.",
        "Still on case a, now 1 of 1, partial.", "Loading is done. 2 cases.",
        "No filter. 2 cases.", "Still on case a, now 1 of 2.",
        "Case 1 of 2. a.", "No filter. 2 cases.", "Library: test, 2 cases.",
      ])
  }

  @Test func stopKeepsWhatIsThereAndSaysThatItIsAPart() {
    let said = Self.said([], then: ["stop", "filter b"]) { arrivals in
      arrivals.stop()
      #expect(!arrivals.put(TestLibrary.steps([Self.files[1]])[0]))
      arrivals.finish()
    }
    #expect(
      said.suffix(3) == [
        "Error: Nothing is under way. Type help for the commands.",
        "Filter 1: text has \"b\". 0 of 1 case matches, partial.",
        "Without filter 1, 1 case matches. Type drop to drop it.",
      ])
  }
}
