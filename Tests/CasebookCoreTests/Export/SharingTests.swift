import CasebookCore
import Testing

/// What of cases can be shared.
@Suite struct SharingTests {
  @Test(arguments: [
    ("2024-02-01", "2024-02"), ("2024-02", "2024-02"), ("2024", "2024"),
    ("2024-02-01T14:05:00-05:00", "2024-02"), ("2023-10-13/2024-02-01", "2023-10/2024-02"),
    ("2024-04-04/..", "2024-04/.."), ("../2024-04-04", "../2024-04"), ("2024-02-01?", "2024-02?"),
    ("2024-02-01%", "2024-02%"), ("2024-02-XX", "2024-02"), ("2024-XX-XX", "2024-XX"),
    ("201X", "201X"), ("XXXX", "XXXX"), ("2013-22", "2013-22"), ("", nil), ("soon", nil),
    // Years that are more likely other numbers.
    ("7391", nil), ("-0044", nil), ("2024/7391", nil),
  ])
  func datesSayNoMoreThanTheMonth(written: String, month: String?) {
    #expect(CoarseDate.month(written) == month)
  }

  @Test(arguments: [
    ("45352", "2024-03"), ("45352.75", "2024-03"), ("20240305", "2024-03"), ("20241305", nil),
    ("2024/03/05", "2024-03"), ("2024-3-5", "2024-03"), ("13/03/2024", "2024-03"),
    ("03/13/2024", "2024-03"), ("03/05/2024", "2024"), ("04/04/2024", "2024-04"),
    ("31/31/2024", nil), ("5.13.2024", "2024-05"), ("3/2024", "2024-03"),
    ("2024-03-05 14:05:37", "2024-03"), ("5 March 2024", "2024-03"), ("Mar 5th, 2024", "2024-03"),
    ("12MAR2024", "2024-03"), ("Tuesday, Sept. 3, 2024", "2024-09"), ("Spring 2024", "2024-21"),
    ("{2024-03-05,2024-03-09}", "2024-03"), ("[2024-03-05..2024-04-09]", "2024"),
    ("2023-12-30, 2024-01-02", nil), ("2024-065", "2024"), ("2024-W10-2", nil),
    ("before 2024", nil), ("2024-02-30", nil), ("03/05/24", nil), ("March", nil), ("2024年3月", nil),
    ("?2024-03-05", "2024-03?"), ("5 Smith 2024", nil), ("1709600000", nil),
  ])
  func datesOfOtherNotationsSayNoMoreThanTheMonth(written: String, month: String?) {
    #expect(CoarseDate.month(written) == month)
  }

  @Test(arguments: [
    ("26", "25-34"), ("26.5", "25-34"), ("26 years old", "25-34"), ("26-year-old", "25-34"),
    ("25-34", "25-34"), ("17", "under 18"), ("under 18", "under 18"), ("24", "18-24"),
    ("65", "65 and over"), ("97", "65 and over"), ("20-40", nil), ("131", nil), ("-5", nil),
    ("26 or Smith", nil), ("", nil), ("18+", nil),
  ])
  func agesSayNoMoreThanTheBand(written: String, band: String?) {
    #expect(CoarseAge.band(written) == band)
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
    for (index, one) in all.enumerated() { cells.count(one, as: index) }
    for (index, one) in all.enumerated() { cells.countTogether(one, as: index) }
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
