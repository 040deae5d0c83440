import Testing

@testable import CasebookCore

private func header(_ text: String) -> TableHeader {
  Array(text.utf8).withUnsafeBytes { bytes in
    var reader = TableReader(bytes, delimiter: ASCII.comma)
    var row = TableRow()
    _ = reader.read(into: &row)
    return TableHeader(row, of: bytes)
  }
}

struct TableHeaderTests {
  @Test(arguments: [
    ("Detainer Type", "detainer_type"), ("MSC Charge (Code)", "msc_charge_code"),
    ("  City ", "city"), ("Año de nacimiento", "año_de_nacimiento"), ("---", ""),
    ("stay_ID", "stay_id"),
  ])
  func namesBecomeKeysOfFields(name: String, key: String) {
    #expect(TableHeader.key(name) == key)
  }

  @Test func columnsAreFoundWithoutRegardToCaseBlanksAndUnderscores() {
    let found = header("Case ID, facility_state ,Date")
    #expect(found.column("case_id") == 0)
    #expect(found.column("Facility State") == 1)
    #expect(found.column("DATE") == 2)
    #expect(found.column("place") == nil)
  }

  @Test func equalAndEmptyNamesAreMadeDistinctAndNoted() {
    let found = header("title,title,,Title")
    #expect(found.names == ["title", "title (2)", "column 3", "Title"])
    #expect(found.keys == ["title", "title_2", "column_3", "title_3"])
    #expect(
      found.findings.map(\.outline) == [
        "1:7 warning repeatedColumn(name: \"title\", renamed: \"title (2)\")",
        "1:13 warning unnamedColumn(renamed: \"column 3\")",
      ])
    #expect(found.column("title") == 0)
  }
}
