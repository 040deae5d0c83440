import Testing

@testable import CasebookCore

@Suite struct ExplanationTests {
  private func explanation(_ text: String) throws -> Explanation {
    let library = TestLibrary.custody
    let plan = try QueryPlan(text, in: Schema(of: library), today: TestLibrary.today)
    return Explanation(plan, in: library)
  }

  @Test func everyLineSaysHowItWasUnderstoodAndHowManyPass() throws {
    let lines = try explanation("outcome:declined -(age:<18 or detainer:2023..)").lines.map {
      "\($0.depth) \($0.kind) \($0.range) \($0.understood) \($0.passedCount) \($0.unknownCount)"
    }
    #expect(
      lines == [
        #"0 and 0..<45 outcome: has a word that begins with "declined"; "#
          + #"not ((age: < 18 or detainer.date: in 2023-01-01..)) 0 2"#,
        #"1 term 0..<16 outcome: has a word that begins with "declined" 1 2"#,
        "1 not 19..<45 not ((age: < 18 or detainer.date: in 2023-01-01..)) 0 2",
        "2 or 19..<45 (age: < 18 or detainer.date: in 2023-01-01..) 2 2",
        "3 term 19..<26 age: < 18 1 2",
        "3 term 30..<45 detainer.date: in 2023-01-01.. 2 2",
      ])
  }

  @Test(
    arguments: [
      ("status:open booked", 0, "status:open alone 2 others 1", "booked alone 1 others 2"),
      ("hartford sort:id", 2, "hartford alone 2 others 4", nil),
    ] as [(String, Int, String, String?)])
  func effectOfEachPartIsKnown(
    _ text: String, _ count: Int, _ first: String, _ second: String?
  ) throws {
    let explained = try explanation(text)
    let query = try Query.parse(text)
    let effects = explained.effects.map {
      "\(query.text(of: query.parts[$0.part])) alone \($0.aloneCount) others \($0.othersCount)"
    }
    #expect(explained.passedCount == count)
    #expect(effects == [first, second].compactMap { $0 })
  }

  @Test(
    arguments: [
      ("status:open hartford outcome:booked", 0), ("status:open hartford", nil),
      ("zzz yyy", nil), ("hartford zzz", 1),
    ] as [(String, Int?)])
  func culpritIsThePartWithoutWhichMostIsFound(_ text: String, _ part: Int?) throws {
    #expect(try explanation(text).culprit?.part == part)
  }
}
