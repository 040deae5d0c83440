import Testing

@testable import CasebookCore

@Suite struct CrossTests {
  private static let library = {
    let lines = """
      {"id":"1","status":"a","events":[{"type":"detainer","facility":"x","outcome":"booked"},{"type":"detainer","facility":"y"}]}
      {"id":"2","status":"b","events":[{"type":"detainer","facility":"x","outcome":"declined"},{"type":"detainer","facility":"x","outcome":"declined"}]}
      {"id":"3","events":[{"type":"ice_arrest","facility":"x"}]}
      """
    let bytes = SourceBytes(Array(lines.utf8))
    return Loader().load([.embedded(name: "cross.jsonl", bytes: bytes)], title: "cross")
  }()

  /// The table, a line a row: its value, its cases, then the cells by column and unknown last.
  private func table(_ rows: String, _ columns: String) throws -> [String] {
    let schema = Schema(of: Self.library)
    let cross = Cross(
      try FacetSubject(rows, in: schema), by: try FacetSubject(columns, in: schema),
      of: Selection(allOf: Self.library), in: Self.library)
    let head = "\(cross.rows.caseCount): " + cross.columns.values.map(\.text).joined(separator: " ")
    let indices: [Int?] = cross.columns.values.indices.map { $0 } + [nil]
    let lines = (cross.rows.values.indices.map { $0 } + [nil]).map { (row: Int?) in
      let cells = indices.map { String(cross.count(row: row, column: $0)) }
      let name = row.map { cross.rows.values[$0].text } ?? "unknown"
      let count = row.map { cross.rows.values[$0].count } ?? cross.rows.unknownCount
      return "\(name) \(count): \(cells.joined(separator: " "))"
    }
    return [head] + lines
  }

  @Test func keysOfOneTypePairWithinAnEvent() throws {
    #expect(
      try table("detainer.facility", "detainer.outcome") == [
        "3: booked declined", "x 2: 1 1 0", "y 1: 0 0 1", "unknown 1: 0 0 1",
      ])
  }

  @Test func keysOfAnyEventPairWithinAnEvent() throws {
    #expect(
      try table("facility", "outcome") == [
        "3: booked declined", "x 3: 1 1 1", "y 1: 0 0 1", "unknown 0: 0 0 0",
      ])
  }

  @Test func whatIsNotSaidIsOfCasesThatSayItNowhere() throws {
    #expect(
      try table("outcome", "facility") == [
        "3: x y", "booked 1: 1 0 0", "declined 1: 1 0 0", "unknown 1: 1 0 0",
      ])
  }

  @Test(arguments: [
    (Facet.Order.count, "x y"), (.share(of: 0), "x y"), (.share(of: 1), "x y"),
    (.share(of: nil), "y x"),
  ])
  func rowsGoByTheShareOfAColumn(_ order: Facet.Order, _ values: String) throws {
    let schema = Schema(of: Self.library)
    let cross = Cross(
      try FacetSubject("detainer.facility", in: schema),
      by: try FacetSubject("detainer.outcome", in: schema), of: Selection(allOf: Self.library),
      in: Self.library)
    let found = cross.indices(by: order).map { cross.rows.values[$0].text }
    #expect(found.joined(separator: " ") == values)
  }

  @Test func aCaseCountsOnceInTheTotalOfAColumn() throws {
    let schema = Schema(of: Self.library)
    let cross = Cross(
      try FacetSubject("status", in: schema), by: try FacetSubject("facility", in: schema),
      of: Selection(allOf: Self.library), in: Self.library)
    #expect(cross.total(ofColumn: 0) == 3)
    #expect(cross.total(ofColumn: 1) == 1)
    #expect(cross.total(ofColumn: nil) == 0)
    #expect(cross.sumOfTotals == 4)
    #expect(cross.sum(ofRow: 0) == 2)
    #expect(cross.sum(ofRow: nil) == 1)
    #expect(cross.overlaps)
  }

  @Test func cellsOfSingleValuesDoNotOverlap() throws {
    let schema = Schema(of: Self.library)
    let cross = Cross(
      try FacetSubject("status", in: schema), by: try FacetSubject("id", in: schema),
      of: Selection(allOf: Self.library), in: Self.library)
    #expect(!cross.overlaps)
    #expect(cross.sumOfTotals == 3)
  }

  @Test func keysOfTheCasePairWithinTheCase() throws {
    #expect(
      try table("status", "facility") == [
        "3: x y", "a 1: 1 1 0", "b 1: 1 0 0", "unknown 1: 1 0 0",
      ])
  }
}
