import CasebookApp
import CasebookCore
import CasebookTesting
import Testing

/// Values outside closed lists are shown as written, with the remark that they are not on the list.
struct ClosedListWordsTests {
  private static func facts(_ members: String, type: String = "detainer") throws -> EventFacts {
    let library = TestLibrary.library([
      ("a.yaml", "{id: a, events: [{type: \(type), \(members)}]}")
    ])
    let content = try library.decode(row: 0).get()
    return EventFacts(content.events[0], of: content, vocabulary: library.vocabulary)
  }

  @Test(arguments: [
    ("outcome: refused", "refused, not on the list"), ("outcome: declined", "declined"),
    ("outcome: refused, outcome_basis: reported", "refused (reported), not on the list"),
    ("outcome: lifted, outcome_basis: guessed", "lifted (guessed, not on the list)"),
    ("outcome: lifted, basis: guessed", "lifted (guessed, not on the list)"),
    (
      "outcome: refused, outcome_basis: guessed",
      "refused (guessed, not on the list), not on the list"
    ),
  ])
  func anOutcomeSaysSo(members: String, words: String) throws {
    #expect(try Self.facts(members).outcome?.string == words)
  }

  @Test func theOutcomeOfAHearingHasNoList() throws {
    #expect(try Self.facts("outcome: granted", type: "hearing").outcome?.string == "granted")
  }

  @Test func aChargeAndALevelSaySo() throws {
    let facts = try Self.facts("charge: theft, charge_status: guilty, level: tribal")
    #expect(facts.charge?.string == "theft (guilty, not on the list)")
    #expect(facts.others.map(\.value.string) == ["tribal (not on the list)"])
  }

  @Test func theProblemNamesTheListAndTheNearest() {
    let library = TestLibrary.library([
      ("a.yaml", "{id: a, events: [{type: policy, level: countie}]}")
    ])
    #expect(
      library.problems.problems.map { ProblemWords.line($0).string } == [
        "warning: a.yaml:1:40: \"countie\" is not on the list of \"level\", which has federal, "
          + "state, county, municipal; kept as written. Did you mean \"county\"?"
      ])
  }
}
