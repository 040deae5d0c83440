import Testing

@testable import CasebookCore

struct TableDecoderTests {
  private let table = """
    case_id,type,date,facility,name
    b,detainer,2024-02-01,"North
    Jail",x
    a,hearing,2024-01-01,,x

    b,ice_arrest,2024-03-01,,x
    ,hearing,2024-05-01,,x
    """

  @Test func aCaseMadeAgainFromItsBytesIsTheSame() throws {
    let profiles = try BuiltInProfiles.all
    let text = Array(table.utf8)
    try text.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: profiles)
      let tree = DataTree()
      let again = DataTree()
      var count = 0
      while let made = source.nextCase(into: tree) {
        count += 1
        let span = try #require(made.span)
        let stretch = Array(text[span.bytes])
        let second = stretch.withUnsafeBytes {
          let second = source.decoder.caseTree(span: span, bytes: $0, into: again)
          #expect(again.outline == tree.outline)
          for node in tree.nodes.indices {
            #expect(again.position(of: node) == tree.position(of: node))
          }
          return second
        }
        #expect(second == made)
        #expect(source.decoder.caseTree(made.rows, of: bytes, into: again) == made)
        #expect(again.outline == tree.outline)
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
      let cells = source.decoder.originalRow(try #require(made.rows.first), of: bytes)
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
