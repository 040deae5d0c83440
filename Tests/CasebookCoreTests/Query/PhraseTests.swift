import Testing

@testable import CasebookCore

/// Everyday phrases and the filters they mean.
struct PhraseTests {
  private static let schema = Schema(vocabulary: .standard)

  @Test(arguments: [
    ("status is open", "status:open"),
    ("Status IS open", "status:open"),
    ("status is in custody", "status:\"in custody\""),
    ("status is before the court", "status:\"before the court\""),
    ("status is not closed", "-status:closed"),
    ("facility has hartford and outcome is not booked", "facility:hartford -outcome:booked"),
    ("outcome is declined or booked", "outcome:declined,booked"),
    ("outcome is declined or facility has hartford", "outcome:declined or facility:hartford"),
    ("facility has hartford and jail", "facility:hartford facility:jail"),
    ("place is \"trinidad and tobago\"", "place:\"trinidad and tobago\""),
    ("outcome is unknown", "(outcome:unknown,not_recorded or no:outcome)"),
    ("status is unknown", "(status:unknown or no:status)"),
    ("outcome is known", "has:outcome -outcome:unknown,not_recorded"),
    ("detainer.outcome is declined", "detainer.outcome:declined"),
    ("detainer outcome is declined", "detainer.outcome:declined"),
    ("ice custody facility has mesa", "ice_custody.facility:mesa"),
    ("not status is open", "-status:open"),
  ])
  func valuesAreAskedFor(phrase: String, filter: String) throws {
    #expect(try Phrase.filter(for: phrase, in: Self.schema) == filter)
  }

  @Test(arguments: [
    ("detainer before 2023", "detainer:<2023"),
    ("detainer after October 2023", "detainer:>2023-10"),
    ("detainer since 13 October 2023", "detainer:>=2023-10-13"),
    ("detainer until Oct 13, 2023", "detainer:<=2023-10-13"),
    ("ice arrest in 2024", "ice_arrest:2024"),
    ("date is between 2023 and February 2024", "date:2023..2024-02"),
    ("ice arrest in the last 30 days", "ice_arrest:<30d"),
    ("detainer in the last year", "detainer:<1y"),
    ("age over 18", "age:>18"), ("age is under 18", "age:<18"), ("age at least 18", "age:>=18"),
    ("age between 18 and 25", "age:18..25"),
    ("at least 2 detainers", "count(detainer)>=2"),
    ("more than 1 ice arrest", "count(ice_arrest)>1"),
  ])
  func numbersAndDaysAreCompared(phrase: String, filter: String) throws {
    #expect(try Phrase.filter(for: phrase, in: Self.schema) == filter)
  }

  @Test(arguments: [
    ("detainer then ice arrest within 90 days", "detainer->ice_arrest<=90d"),
    ("detainer then release then arrest by ICE", "detainer->jail_release->ice_arrest"),
    ("detainer then no ice arrest within 2 weeks", "detainer!->ice_arrest<=2w"),
    ("no ice arrest after release", "jail_release!->ice_arrest"),
    ("no ice arrest after release within a year", "jail_release!->ice_arrest<=1y"),
    ("ice arrest within 3 months of release", "jail_release->ice_arrest<=3mo"),
    ("no ice arrest", "no:ice_arrest"), ("without facility", "no:facility"),
    ("with detainer", "has:detainer"), ("has hearing and no removal", "has:hearing no:removal"),
  ])
  func eventsAreAskedFor(phrase: String, filter: String) throws {
    #expect(try Phrase.filter(for: phrase, in: Self.schema) == filter)
  }

  @Test(arguments: [
    "hartford", "new haven", "outcome:declined hartford", "-type:detainer", "detainer->ice_arrest",
    "\"status is open\"", "status is \"open", "detainer", "detainer hartford", "",
  ])
  func otherTextIsLeftToTheFilterLanguage(text: String) throws {
    #expect(try Phrase.filter(for: text, in: Self.schema) == nil)
  }

  @Test(arguments: [
    ("colour is red", QueryError.Fact.unknownField("colour", nearest: [])),
    ("statuss is open", .unknownField("statuss", nearest: ["status"])),
    ("date before zebra", .notADate("zebra")),
    ("date before 31 February 2023", .notADate("31")),
    ("age over old", .notComparable("old")),
    ("detainer then zebra", .unknownType("zebra", nearest: [])),
    ("detainer then removl", .unknownType("removl", nearest: ["removal"])),
    ("detainer then removal within ninety days", .notAGap("ninety")),
    ("status is", .missingValue(field: "status")),
    ("status is open and", .missingTerm(after: "and")),
  ])
  func whatIsWrongIsSaid(phrase: String, fact: QueryError.Fact) {
    #expect(throws: QueryError.self) { try Phrase.filter(for: phrase, in: Self.schema) }
    do {
      _ = try Phrase.filter(for: phrase, in: Self.schema)
    } catch {
      #expect(error.fact == fact)
    }
  }

  @Test(arguments: [
    "status is open", "detainer before 13 October 2023", "outcome is declined or booked",
    "detainer then ice arrest within 90 days", "no ice arrest after release", "outcome is unknown",
    "place is \"trinidad and tobago\"", "at least 2 detainers", "not status is open",
  ])
  func everyTranslationIsAFilter(phrase: String) throws {
    let filter = try #require(try Phrase.filter(for: phrase, in: Self.schema))
    #expect(throws: Never.self) {
      try QueryPlan(filter, in: Self.schema, today: DayNumber(rawValue: 0))
    }
  }
}
