import CasebookCore
import CasebookText
import Testing

@testable import CasebookApp

/// A reported outcome names who said it.
struct OutcomeWordsTests {
  private static let sources = SourceTable([
    Source(fields: [Field("id", .text("ice")), Field("publisher", .text("ICE"))]),
    Source(fields: [
      Field("id", .text("news")), Field("publisher", .text("a newspaper")),
      Field("derived_from", .text("ice")),
    ]),
    Source(fields: [Field("id", .text("log")), Field("kind", .text("jail log"))]),
  ])

  @Test(arguments: [
    ("declined", "reported", ["news"], "not honored (per ICE)"),
    ("declined", "reported", ["ice", "news"], "not honored (per ICE)"),
    ("declined", "reported", ["news", "log"], "not honored (per ICE and jail log)"),
    ("late_notice", "reported", ["ice"], "notice given late (per ICE)"),
    ("declined", "reported", [], "not honored (reported)"),
    ("declined", "reported", ["elsewhere"], "not honored (reported)"),
    // A record says what it says.
    ("declined", "recorded", ["ice"], "declined (recorded)"),
    ("declined", "derived", ["ice"], "declined (derived)"),
    ("not_recorded", "recorded", ["ice"], "not recorded"),
  ])
  func theBasisIsSaid(outcome: String, basis: String, sources: [String], words: String) {
    let event = Event(
      type: "detainer",
      fields: [Field("outcome", .text(outcome)), Field("outcome_basis", .text(basis))],
      sources: sources.map { SourceReference($0) })
    #expect(OutcomeWords.words(event, sources: Self.sources)?.string == words)
  }

  @Test func sourcesThatRepeatEachOtherEnd() {
    let circle = [
      Source(fields: [Field("id", .text("a")), Field("derived_from", .text("b"))]),
      Source(fields: [Field("id", .text("b")), Field("derived_from", .text("a"))]),
    ]
    let event = Event(
      type: "detainer",
      fields: [Field("outcome", .text("declined")), Field("outcome_basis", .text("reported"))],
      sources: [SourceReference("a")])
    #expect(
      OutcomeWords.words(event, sources: SourceTable(circle))?.string == "not honored (reported)")
  }
}
