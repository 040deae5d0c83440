import Foundation
import Testing

@testable import CasebookCore

/// Phrases against the filters they must mean, on the built-in samples.
@Suite struct PhraseTableTests {
  private static let library: Library = {
    let folder = #filePath.replacing(
      "Tests/CasebookCoreTests/Query/PhraseTableTests.swift",
      with: "Sources/CasebookCore/Resources/samples")
    return Loader().load([.path(folder)], title: "samples")
  }()
  private static let schema = Schema(of: library)
  private static let values = FrequentValues(of: library, schema: schema)

  private static func understood(_ text: String) throws -> String {
    try Phrase.understood(text, in: library, schema: schema, values: values)
  }

  private static func rows(_ filter: String) throws -> [UInt32] {
    try QueryPlan(filter, in: schema, today: TestLibrary.today).selection(in: library).rows
  }

  @Test func thereAreManyPhrases() {
    #expect(PhraseTable.all.count + PhraseTable.refused.count >= 120)
    #expect(Set(PhraseTable.all.map(\.phrase)).count == PhraseTable.all.count)
  }

  @Test(arguments: PhraseTable.all.indices)
  func phraseFindsTheCasesOfItsMeaning(_ index: Int) throws {
    let (phrase, meaning) = PhraseTable.all[index]
    let filter = try Self.understood(phrase)
    #expect(try Self.rows(filter) == Self.rows(meaning), "\(phrase): \(filter)")
  }

  @Test(arguments: PhraseTable.refused)
  func lineThatIsNotUnderstoodIsRefused(_ line: String) {
    #expect(throws: QueryError.self, "\(line)") {
      let filter = try Self.understood(line)
      _ = try Self.rows(filter)
    }
  }

  @Test(arguments: PhraseTable.text)
  func textStaysText(_ line: String) throws {
    #expect(try Self.understood(line) == line)
  }

  @Test func refusalSaysHowManyCasesHaveTheText() {
    let error = #expect(throws: QueryError.self) { try Self.understood("men from hartford") }
    guard case .notUnderstood(let fact)? = error?.fact else { return #expect(Bool(false)) }
    #expect(fact.words == "from hartford")
    #expect(fact.textCount == 0)
    #expect(fact.suggestion == "sex:male and place is hartford")
  }

  @Test(
    arguments: [
      ("in zebra", nil, ["place", "jurisdiction", "facility"]), ("in texs", "place is Texas", []),
      ("from hondurs", "citizenship is Honduras", []), ("has detainr", "has detainer", []),
      ("most zebras first", "most detainers first", []),
    ] as [(String, String?, [String])])
  func refusalSaysWhatIsNearOrWhereItWasLookedFor(
    _ line: String, _ suggestion: String?, _ fields: [String]
  ) {
    let error = #expect(throws: QueryError.self) { try Self.understood(line) }
    guard case .notUnderstood(let fact)? = error?.fact else { return #expect(Bool(false)) }
    #expect(fact.suggestion == suggestion)
    #expect(fact.fields == fields)
  }

  @Test(arguments: [
    ("gender:male", ["sex"]), ("nationality:honduras", ["citizenship"]),
    ("state:texas", ["place", "jurisdiction"]), ("detainer(prison:mesa)", ["facility"]),
    ("facilty:hartford", ["facility"]), ("gender male", ["sex"]),
    ("facilty hartford", ["facility"]),
  ])
  func unknownFieldIsRefusedWithTheRightOne(_ line: String, _ near: [String]) {
    let error = #expect(throws: QueryError.self) { try Self.rows(Self.understood(line)) }
    guard case .unknownField(_, let nearest)? = error?.fact else { return #expect(Bool(false)) }
    #expect(nearest == near)
  }

  /// A saved filter is not read as a phrase.
  @Test func numbersWithAHyphenAreARange() throws {
    #expect(try Self.rows("age:30-40") == Self.rows("age:30..40"))
    #expect(try !Self.rows("age:30-40").isEmpty)
    #expect(try Self.rows("birth_year:2023-10").isEmpty)
  }

  @Test(arguments: [
    ("declined", "outcome:declined"), ("women", "sex:female"), ("men", "sex:male"),
    ("minors", "is:minor"), ("convicted", "charge_status:convicted"),
    ("alleged", "charge_status:alleged"), ("deported", "has:removal"), ("zebra", ""),
    ("honduras", "citizenship:Honduras"), ("two words", ""), ("sex:male", ""),
  ])
  func singleWordHasAnotherReading(_ word: String, _ filter: String) {
    let other = Phrase.otherReading(
      of: word, in: Self.library, schema: Self.schema, values: Self.values)
    #expect(other?.filter ?? "" == filter)
  }
}
