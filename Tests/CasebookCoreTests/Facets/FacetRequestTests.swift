import CasebookCore
import Testing

/// What facets are asked for, as text.
@Suite struct FacetRequestTests {
  private static let schema = Schema()

  @Test(arguments: [
    ("outcome", "outcome"), ("detainer", "detainer"),
    ("detainer by year", "detainer"), ("detainer by month", "detainer by month"),
    ("detainer  by weekday", "detainer by weekday"),
    ("detainer.facility by detainer.outcome", "detainer.facility by detainer.outcome"),
    ("detainer by month by outcome", "detainer by month by outcome"),
    ("outcome by detainer by day", "outcome by detainer by day"),
    ("detainer->removal", "detainer->removal"),
    ("status by detainer->removal by", "status by detainer->removal"),
    ("by", "by"), ("by by outcome", "by by outcome"), ("outcome by by", "outcome by by"),
  ])
  func aRequestIsReadAndWritten(text: String, written: String) throws {
    #expect(try FacetRequest(text, in: Self.schema).text == written)
  }

  @Test(arguments: [
    ("colour", 0..<6), ("status by colour", 10..<16), ("a by b", 0..<1),
    ("status by outcome by facility", 21..<29), ("", 0..<0),
  ])
  func whatMeansNothingIsNamedByItsPlace(text: String, range: Range<Int>) {
    let error = #expect(throws: QueryError.self) { try FacetRequest(text, in: Self.schema) }
    #expect(error?.range == range)
  }

  @Test(arguments: [
    ("outcome", "outcome:", "no:outcome"),
    ("detainer.outcome", "detainer.outcome:", "no:detainer.outcome"),
    ("detainer", "detainer:", "no:detainer.date"),
    ("detainer by month", "detainer:", "no:detainer.date"),
    ("detainer by weekday", nil, nil), ("detainer->removal", nil, "-detainer->removal"),
  ])
  func termsOfValuesBeginAlike(text: String, prefix: String?, missing: String?) throws {
    let subject = try FacetRequest(text, in: Self.schema).rows
    #expect(subject.termPrefix == prefix)
    #expect(subject.missingTerm == missing)
  }

  @Test(arguments: [
    "outcome", "detainer.outcome", "facility", "status", "tags", "detainer->ice_arrest",
  ])
  func termsFindTheCasesThatWereCounted(text: String) throws {
    var source = RandomLibrary(seed: 7)
    let library = source.library(cases: 60)
    let schema = Schema(of: library)
    let request = try FacetRequest(text, in: schema)
    let facet = Facet(request.rows, of: Selection(allOf: library), in: library)
    let today = DayNumber(rawValue: 20_000)
    let count = { (term: String) in
      try QueryPlan(term, in: schema, today: today).selection(in: library).count
    }
    if let missing = request.rows.missingTerm { #expect(try count(missing) == facet.unknownCount) }
    for value in facet.values
    where !value.isFolded && request.rows.grouping == nil && !request.rows.isOfIntervals {
      let term = try #require(value.term)
      #expect(try count(term) == value.count, "\(term)")
    }
  }

  @Test func datesAndIntervalsComeInTheirOwnOrder() throws {
    var source = RandomLibrary(seed: 3)
    let library = source.library(cases: 60)
    let schema = Schema(of: library)
    let orders = try ["outcome", "detainer", "detainer->ice_arrest"].map { text in
      Facet(try FacetSubject(text, in: schema), of: Selection(allOf: library), in: library)
        .usualOrder
    }
    #expect(orders == [.count, .natural, .natural])
  }
}
