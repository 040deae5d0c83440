import Testing

@testable import CasebookCore

struct TableRowTextTests {
  private let table = """
    case_id,type,date,facility,name
    b,detainer,2024-02-01,"North
    Jail",x
    a,hearing,2024-01-01,,x

    b,ice_arrest,2024-03-01,,x
    ,hearing,2024-05-01,,x
    """

  @Test func aCaseMadeAgainFromItsRowsIsTheSame() throws {
    let profiles = try BuiltInProfiles.all
    let text = Array(table.utf8)
    try text.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: profiles)
      let tree = DataTree()
      let again = DataTree()
      var count = 0
      while let made = source.nextCase(into: tree) {
        count += 1
        let copies = made.rows.map { Array(text[$0.bytes]) }
        let rows = zip(made.rows, copies).map { place, copy in
          TableRowText(decoder: source.decoder, place: place, bytes: copy.withUnsafeBytes(\.self))
        }
        withExtendedLifetime(copies) {
          #expect(TableRowText.makeCase(rows, into: again).rows == made.rows)
          #expect(again.outline == tree.outline)
          for node in tree.nodes.indices {
            #expect(again.position(of: node) == tree.position(of: node))
          }
        }
      }
      #expect(count == 3)
    }
  }

  @Test func theOriginalRowShowsAllButPersonalColumns() throws {
    let profiles = try BuiltInProfiles.all
    try Array(table.utf8).withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: profiles)
      let found = source.nextCase(into: DataTree())
      let made = try #require(found)
      let place = try #require(made.rows.first)
      let row = TableRowText(
        decoder: source.decoder, place: place,
        bytes: UnsafeRawBufferPointer(rebasing: bytes[place.bytes]))
      let cells = row.originalCells
      #expect(cells.map(\.name) == ["case_id", "type", "date", "facility"])
      #expect(cells.map(\.text) == ["b", "detainer", "2024-02-01", "North\nJail"])
    }
  }

  @Test(arguments: [
    ("a/b.csv.gz", "a/b-000007"), ("lea.CSV", "lea-000007"), ("x.y.psv", "x.y-000007"),
    ("table", "table-000007"), (".csv", ".csv-000007"),
  ])
  func rowsWithoutIDAreNamedAfterFileAndRow(name: String, expected: String) {
    #expect(TableDecoder.withoutExtension(name) + "-000007" == expected)
  }
}
