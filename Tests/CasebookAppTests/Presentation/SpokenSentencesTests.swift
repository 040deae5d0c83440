import CasebookText
import Testing

@testable import CasebookApp

/// Lists in plain mode, a sentence a line.
@Suite struct SpokenSentencesTests {
  @Test func sentencesOfAListBreakBetweenItsParts() {
    let parts: [ShownText] = ["booked 50 percent", "declined 30 percent", "not said 20 percent"]
    let lines = SpokenText.sentences(of: parts, behind: "All: ", columns: 45)
    #expect(
      lines.map(\.string) == [
        "All: booked 50 percent, declined 30 percent.", "Not said 20 percent.",
      ])
    #expect(SpokenText.sentences(of: []).isEmpty)
    #expect(SpokenText.sentences(of: parts).count == 1)
  }
}
