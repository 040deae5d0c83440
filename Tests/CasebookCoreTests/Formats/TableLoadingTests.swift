import Testing

@testable import CasebookCore

/// Tables through the loader, and back from the library as whole cases.
struct TableLoadingTests {
  private func library(_ text: String) throws -> Library {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let bytes = Array(text.utf8).withUnsafeBytes { SourceBytes(copying: $0) }
    return loader.load([.embedded(name: "t.csv", bytes: bytes)], title: "t")
  }

  @Test func loadedAndRefusedAreWhatWasFound() throws {
    let loaded = try library(
      """
      case_id,type,date,facility
      b,detainer,2024-02-01,"North
      Jail"
      a,hearing,2013-02-30,
      b,ice_arrest,2024-03-01
      ,hearing,2024-05-01,
      """)
    #expect(loaded.caseCount == 3)
    #expect(loaded.refusedCount == 0)
    #expect(loaded.problems.unreadableDateCount == 1)
    #expect(
      loaded.problems.problems.map(\.fact) == [
        .table(.shortRow(cells: 3, expected: 4)),
        .table(.date(column: "date", written: "2013-02-30")),
      ])
    let event = try #require(try loaded.decode(row: 1).get().events.first)
    #expect(event.date == nil)
    #expect(event.unreadableDate == "2013-02-30")
  }

  @Test func aCaseOfManyRowsComesBackWhole() throws {
    let loaded = try library(
      """
      case_id,type,date,facility
      b,detainer,2024-02-01,North Jail
      a,hearing,2024-02-03,
      b,ice_arrest,2024-03-01,
      """)
    let content = try loaded.decode(row: 0).get()
    #expect(content.id == "b")
    #expect(content.events.map(\.type) == ["detainer", "ice_arrest"])
    #expect(content.events.map { $0.date?.text } == ["2024-02-01", "2024-03-01"])
    #expect(content.events.map { $0.position?.line } == [2, 4])
  }

  @Test func theTextOfACaseIsItsOwnRowsWithoutPersonalColumns() throws {
    let loaded = try library(
      """
      case_id,type,date,name
      b,detainer,2024-02-01,x
      a,hearing,2024-02-03,y
      b,ice_arrest,2024-03-01,x
      """)
    #expect(
      try loaded.rawText(row: 0).get() == """
        t.csv, row 2
        case_id: b
        type: detainer
        date: 2024-02-01

        t.csv, row 4
        case_id: b
        type: ice_arrest
        date: 2024-03-01

        """)
  }
}
