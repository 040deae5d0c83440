import CasebookCore
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

struct LineupWordsTests {
  @Test(arguments: [
    ([0, 0, 0, 0], "on the same day"), ([5], "after 5 days"), ([1], "after 1 day"),
    ([20, 41, 63], "after a median of 41 days, half between 31 and 52"),
    ([7, 7, 7], "after a median of 7 days"),
    ([0, 0, 1_204, 2_408], "after a median of 602 days, half between 0 and 1,505"),
  ])
  func mediansAreSaid(days: [Int], words: String) throws {
    let quartiles = try #require(DayQuartiles(of: days))
    #expect(DayWords.after(quartiles).string == words)
  }

  @Test(arguments: [(0.0, "0"), (0.079, "8"), (0.001, "less than 1"), (0.995, "100"), (1, "100")])
  func sharesAreWholePercents(share: Double, words: String) {
    #expect(DayWords.percent(share).string == words)
  }

  @Test(arguments: [
    (EventAnchor("detainer"), "the first detainer"),
    (EventAnchor("ice_arrest", .last), "the last arrest by ICE"),
    (EventAnchor("hearing", .number(2)), "the second hearing"),
    (EventAnchor("own_type", .number(12)), "event 12 of type own type"),
  ])
  func anchorsHaveNames(anchor: EventAnchor, words: String) {
    #expect(PathwayWords.anchor(anchor, .standard).string == words)
  }

  @Test(arguments: [
    ("-detainer->jail_release", "ranked by detainer to jail release, greatest first"),
    ("count()", "ranked by number of events"), ("title", "ranked by title"),
  ])
  func ranksAreSaid(rank: String, words: String) {
    #expect(LineupWords.rank(rank).string == words)
  }

  @Test func eventsAreSaidByTheirDays() throws {
    let library = TestLibrary.library([
      (
        "a.jsonl",
        """
        {"id":"a","events":[{"type":"detainer","date":"2020-03"},\
        {"type":"criminal_charge","date":"2020-03-01"},{"type":"removal","date":"2020-05"},\
        {"type":"entry","date":"2010-01-01"},{"type":"hearing"}]}
        """
      )
    ])
    let offsets = try #require(
      CaseOffsets(ofRow: 0, in: library, from: EventAnchor("detainer")))
    #expect(
      LineupWords.offsets(offsets, .standard).joined(separator: "; ").string
        == "entry 3,712 to 3,742 days before; charge 0 to 30 days before; "
        + "removal 31 to 91 days after")
  }
}
