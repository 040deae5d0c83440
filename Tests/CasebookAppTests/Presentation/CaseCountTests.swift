import CasebookCore
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

/// What a number of cases is of, and what is left out beside it.
struct CaseCountTests {
  private func words(_ lines: String...) throws -> String {
    let session = Session(try TestLibrary.samples())
    for line in lines { session.run(line: line) }
    return CaseCount(session.state, session.workspace).words.string
  }

  @Test func everyNumberSaysWhatItIsOf() throws {
    #expect(try words() == "36 cases")
    #expect(try words("filter hartford") == "1 of 36 cases")
    #expect(try words("sort title") == "36 cases")
    #expect(try words("filter -outcome:declined") == "16 of 36 cases; 14 do not say")
    #expect(try words("filter outcome is not declined") == "16 of 36 cases; 14 do not say")
    #expect(try words("align detainer") == "23 of 36 cases; 13 have no detainer (aligned)")
    #expect(try words("align detainer", "timeline") == words("align detainer"))
    #expect(try words("align detainer", "align off") == "36 cases")
    #expect(try words("filter -outcome:declined", "off 1") == "36 cases; 1 term switched off")
  }

  @Test func whatIsLeftOutIsOfTheWholeFilter() throws {
    #expect(try words("filter -outcome:declined -outcome:declined hartford").hasPrefix("0 of 36"))
    #expect(
      try words("filter -outcome:declined or has:detainer") == "23 of 36 cases; 13 do not say")
    #expect(try words("filter outcome:declined no:outcome") == "0 of 36 cases; 14 do not say")
  }

  @Test func oneDoesNotSay() {
    var count = CaseCount(3, of: 5)
    count.unknown = 1
    #expect(count.words.string == "3 of 5 cases; 1 does not say")
    #expect(count.matching.string == "3 of 5 cases match. 1 does not say.")
  }

  @Test(arguments: [
    (EventAnchor("detainer"), 13, false, "13 have no detainer (aligned)"),
    (EventAnchor("detainer", .number(2)), 1, false, "1 has no second detainer (aligned)"),
    (EventAnchor("detainer", .last), 2, true, "2 have no detainer with a known day (aligned)"),
    (EventAnchor("hearing", .number(5)), 9, false, "9 have no event 5 of type hearing (aligned)"),
  ])
  func whatLinesUpSaysWhatItLeavesOut(
    anchor: EventAnchor, count: Int, hasUndated: Bool, words: String
  ) {
    let said = LineupWords.leftOut(count, by: anchor, hasUndated: hasUndated, .standard)
    #expect(said.string == words)
  }
}

/// Where one is, the position first, on a braille line of 40 cells.
struct WhereTests {
  @Test(
    arguments: [
      ([], "Case 1 of 36, no filter."), (["filter hartford"], "Case 1 of 1 of 36, 1 filter."),
      (["align detainer"], "Case 1 of 23 of 36, no filter, aligned."),
      (["align detainer", "timeline"], "Case 1 of 23 of 36, no filter, aligned."),
      (["filter zebra"], "No case of 36, 1 filter."),
    ] as [([String], String)])
  func thePositionComesFirst(lines: [String], words: String) throws {
    let session = Session(try TestLibrary.samples())
    for line in lines { session.run(line: line) }
    #expect(SpokenCase.whereLine(session.state, session.workspace).string.hasPrefix(words))
    #expect(words.count <= 40)
  }

  @Test func theLineOfTheFilterSaysWhatLinesUp() throws {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      let session = Session(try TestLibrary.samples(), columns: columns, rows: rows)
      session.type("at")
      #expect(session.state.focus == .timeline)
      #expect(session.snapshot.contains("13 have no detainer (aligned)"))
      session.run(line: "align off")
      #expect(!session.snapshot.contains("(aligned)"))
      #expect(session.workspace.results.count == 36)
    }
  }
}

/// Rows of tables without an id are no people.
struct MixedCountTests {
  @Test(arguments: [
    (18_035, 4_053, "22,088 cases: 18,035 people and 4,053 rows without an id"),
    (1, 1, "2 cases: 1 person and 1 row without an id"), (0, 2, "2 cases: 2 rows without an id"),
  ])
  func rowsWithoutAnIDAreCountedApart(people: Int, rows: Int, words: String) {
    var count = CaseCount(people + rows, of: people + rows)
    count.tally = CaseTally(people: people, rowsWithoutID: rows)
    #expect(count.words.string == words)
    #expect(count.sentences.string == words.replacing(": ", with: ". ") + ".")
  }
}
