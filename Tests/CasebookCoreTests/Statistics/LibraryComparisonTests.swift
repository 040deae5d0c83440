import Testing

@testable import CasebookCore

/// What changed from one library to another.
@Suite struct LibraryComparisonTests {
  private static func library(_ text: String) -> Library {
    Loader().load(
      [.embedded(name: "a.jsonl", bytes: SourceBytes(Array(text.utf8)))], title: "a")
  }

  private static func counts(_ counts: LibraryComparison.Counts) -> [Int] {
    LibraryComparison.Status.allCases.map { counts[$0] }
  }

  private static let old = """
    {"id":"a","title":"One","events":[{"type":"detainer","date":"2024-01-01","outcome":"booked"}]}
    {"id":"b","title":"Two","events":[{"type":"detainer","date":"2024-01-08"}]}
    {"id":"c","title":"Three"}
    {"id":"d","title":"Four"}
    """
  private static let new = """
    {"title":"One","id":"a","events":[{"date":"2024-01-01","type":"detainer","outcome":"booked"}]}
    {"id":"b","title":"two","events":[{"type":"detainer","date":"2024-01-08","outcome":"lifted"}]}
    {"id":"d","title":"Four"}
    {"id":"d","title":"Five"}
    {"id":"e","title":"Six"}
    """

  @Test func caseFilesAreComparedByID() throws {
    let (old, new) = (Self.library(Self.old), Self.library(Self.new))
    let found = try LibraryComparison(old, new)
    #expect(found.isByID)
    #expect(Self.counts(found.counts) == [1, 1, 1, 1, 3])
    let changed = try #require(found.records.first)
    #expect(
      found.changes(of: changed, old, new) == [
        LibraryComparison.Change(field: "detainer 2024-01-08.outcome", old: nil, new: "lifted"),
        LibraryComparison.Change(field: "title", old: "Two", new: "two"),
      ])
    #expect(LibraryComparison.citation(of: try #require(changed.new), in: new) == "a.jsonl:2")
  }

  @Test func groupsAddUpToAll() throws {
    let found = try LibraryComparison(Self.library(Self.old), Self.library(Self.new), by: "week")
    #expect(
      found.groups.map { "\($0.name ?? "?") \(Self.counts($0.counts))" } == [
        "2024-W01 [1, 0, 0, 0, 0]", "2024-W02 [0, 1, 0, 0, 0]", "? [0, 0, 1, 1, 3]",
      ])
  }

  @Test func librariesWithoutACommonCaseAreNotCompared() {
    #expect(throws: QuestionError.noCommonTable) {
      try LibraryComparison(Self.library(#"{"id":"a"}"#), Self.library(#"{"id":"b"}"#))
    }
    #expect(throws: QuestionError.self) {
      try LibraryComparison(Self.library(Self.old), Self.library(Self.new), by: "nonsense")
    }
  }

  // MARK: - Releases

  private typealias Row = RecordReading.Record

  private static func rows(_ rows: [(key: UInt64, content: UInt64, end: Int32)]) -> [Row] {
    rows.enumerated().map { index, row in
      Row(
        key: row.key, content: row.content, end: row.end,
        place: LibraryComparison.Place(row: index, event: 0), type: 0, group: 0)
    }
  }

  private static func match(_ old: [Row], _ new: [Row]) -> [Int] {
    var matching = RecordMatching(types: ["detainer"])
    matching.match(old, new)
    return LibraryComparison.Status.allCases.map { status in
      matching.found.count { $0.status == status }
    }
  }

  @Test func rowsOfReleasesMatchOneToOneAndAreNeverGuessed() {
    let none = DateSpan.unboundedFuture
    // Equal rows match as often as they stand on both sides.
    #expect(
      Self.match(
        Self.rows([(1, 1, 5), (1, 1, 5), (1, 1, 5)]), Self.rows([(1, 1, 5), (1, 1, 5)]))
        == [2, 0, 1, 0, 0])
    // One on each side with another value, or an end that has come, is a change.
    #expect(Self.match(Self.rows([(1, 1, 5)]), Self.rows([(1, 2, 5)])) == [0, 1, 0, 0, 0])
    #expect(Self.match(Self.rows([(1, 1, none)]), Self.rows([(1, 2, 90)])) == [0, 1, 0, 0, 0])
    // Ends seven days apart may be one, eight are two.
    #expect(Self.match(Self.rows([(1, 1, 5)]), Self.rows([(1, 2, 12)])) == [0, 1, 0, 0, 0])
    #expect(Self.match(Self.rows([(1, 1, 5)]), Self.rows([(1, 2, 13)])) == [0, 0, 1, 1, 0])
    // Two that may be one are ambiguous; the same end decides.
    #expect(
      Self.match(Self.rows([(1, 1, 5)]), Self.rows([(1, 2, 6), (1, 3, 7)])) == [0, 0, 0, 0, 3])
    #expect(
      Self.match(Self.rows([(1, 1, 5)]), Self.rows([(1, 2, 5), (1, 3, 7)])) == [0, 1, 0, 1, 0])
    #expect(Self.match(Self.rows([(1, 1, 5)]), Self.rows([(2, 1, 5)])) == [0, 0, 1, 1, 0])
  }
}
