import Testing

@testable import CasebookCore

/// Of a key that stands twice the first counts, for the columns and for the whole case alike.
struct RepeatedKeyTests {
  private func library(_ record: String) -> Library {
    let bytes = SourceBytes(Array(record.utf8))
    return Loader().load([.embedded(name: "a.json", bytes: bytes)], title: "t")
  }

  @Test(arguments: [
    #"{"id":"a","date":"2024-01-02","date":"2023-05"}"#,
    #"{"id":"a","date":"2024-01-02","date":"soon"}"#,
    #"{"id":"a","id":"b","events":[{"type":"entry","date":"2024-01-02","date":"2023","type":"x"}]}"#,
  ])
  func theFirstCounts(record: String) throws {
    let library = library(record)
    let segment = try #require(library.segments.first)
    let whole = try library.decode(row: 0).get()
    #expect(whole.id == "a")
    #expect(library.id(ofRow: 0) == "a")
    #expect(whole.events.map { $0.date?.text } == ["2024-01-02"])
    #expect(segment.typeNames == whole.events.map(\.type))
    #expect(segment.eventSpans[0] == whole.events[0].date?.span)
  }

  @Test func aFirstDateThatCannotBeReadCountsToo() throws {
    let library = library(#"{"id":"a","date":"soon","date":"2024-01-02"}"#)
    #expect(library.refusedCount == 0)
    let event = try #require(try library.decode(row: 0).get().events.first)
    #expect(event.date == nil)
    #expect(event.unreadableDate == "soon")
  }
}
