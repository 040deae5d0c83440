import CasebookCore
import Testing

/// What of cases can be shared.
@Suite struct SharingTests {
  @Test(arguments: [
    ("2024-02-01", "2024-02"), ("2024-02", "2024-02"), ("2024", "2024"),
    ("2024-02-01T14:05:00-05:00", "2024-02"), ("2023-10-13/2024-02-01", "2023-10/2024-02"),
    ("2024-04-04/..", "2024-04/.."), ("2024-02-01?", "2024-02?"), ("2024-02-XX", "2024-02"),
    ("201X", "201X"), ("2013-22", "2013-22"), ("", ""), ("soon", "soon"),
  ])
  func datesSayNoMoreThanTheMonth(written: String, month: String) {
    #expect(CoarseDate.month(written) == month)
  }

  @Test(arguments: [
    ("New Britain, Connecticut", "Connecticut"), ("near Rio Grande City, Texas", "Texas"),
    ("Hartford County, Connecticut", "Hartford County, Connecticut"), ("Texas", "Texas"),
    ("Main Street 5, Hartford, CT", "CT"), ("Orleans Parish", "Orleans Parish"),
    ("Hartford", nil), ("", nil), ("Paris, France", nil),
  ])
  func placesSayNoMoreThanTheCounty(written: String, county: String?) {
    #expect(CoarsePlace.county(written) == county)
  }

  @Test func eventsOfOneMonthComeInTheOrderOfTheirDays() throws {
    var content = Case(id: "a")
    content.events = try [
      ("ice_arrest", "2024-08-18"), ("removal", ""), ("encounter", "2024-08-13"),
      ("detainer", "2024-08-14/2024-08-20"), ("policy", "2008"),
    ].map { type, date in
      Event(type: type, date: date.isEmpty ? nil : try CalendarDate(date))
    }
    #expect(
      SharedCase(content, number: 1).content.events.map(\.type) == [
        "policy", "encounter", "detainer", "ice_arrest", "removal",
      ])
  }

  /// Cases of which some say something rare.
  private static func shared(_ citizenships: [(String, Int)]) -> [SharedCase] {
    let all = citizenships.flatMap { Array(repeating: $0.0, count: $0.1) }
    return all.enumerated().map { index, citizenship in
      var content = Case(id: "person-\(index)")
      content.fields = [
        Field("title", .text("secret")), Field("place", .text("Hartford, Connecticut")),
        Field(
          "subject",
          .map([
            Field("age", .number("26")), Field("citizenship", .text(citizenship)),
            Field("label", .text("secret")),
          ])),
      ]
      content.events = [Event(type: "detainer", fields: [Field("facility", .text("secret"))])]
      return SharedCase(content, number: index + 1)
    }
  }

  private static func suppressed(_ all: [SharedCase]) -> [SharedCase] {
    var cells = SmallCells()
    for one in all { cells.count(one) }
    for one in all { cells.countTogether(one) }
    return all.map(cells.suppressed)
  }

  @Test func nothingOfTheOriginalWordsStays() {
    let content = Self.shared([("Honduras", 1)])[0].content
    #expect(content.id == "case-1")
    #expect(content.place == "Connecticut")
    #expect(content.subject.age == "25-34")
    #expect(!"\(content)".contains("secret"))
  }

  @Test func aValueOfElevenCasesStaysAndOneOfTenIsWithheld() {
    let kept = Self.suppressed(Self.shared([("Honduras", 11), ("Peru", 10)]))
    let said = kept.map { $0.content.subject.citizenship ?? "" }
    #expect(said.filter { $0 == "Honduras" }.count == 11)
    #expect(said.filter { $0 == "withheld" }.count == 10)
    #expect(!said.contains("Peru"))
  }

  @Test func everyCaseStandsInACrowd() {
    let kept = Self.suppressed(Self.shared([("Honduras", 40), ("Peru", 12), ("Chad", 3)]))
    let groups = Dictionary(grouping: kept) { shared in
      [shared.content.subject.citizenship, shared.content.subject.age, shared.content.place]
    }
    let words = groups.filter { $0.key[0] != "withheld" }
    #expect(words.values.allSatisfy { $0.count >= SmallCells.smallest })
  }
}
