import Testing

@testable import CasebookCore

struct RedactionTests {
  @Test(arguments: [
    ("(b)(6)", true), ("(b)(6), (b)(7)(C)", true), ("b(6), b(7)c", true), ("b(6), b(7)C", true),
    ("(b)(6),(b)(7)(c )", true), ("(B)(6);(B)(7)(C)", true), ("(B)(7)(E)", true),
    ("(b)(6), (b)(7)(C), (b)(7)(E)", true), ("b(6)b(7)c", true), ("(b)(7)(c)(b)(6)", true),
    ("(b)", false), ("b(6) and more", false), ("(b)(x)", false), ("(a)(6)", false),
    ("Bexar County", false), ("(b)(6) Bexar", false), ("", false), ("b(10)", false),
    ("(b(6)", false),
  ])
  func exemptionsAreKnownBySpelling(text: String, expected: Bool) {
    let found = Array(text.utf8).withUnsafeBytes { Redaction.isExemption($0) }
    #expect(found == expected)
  }

  @Test func aRedactedCellSaysSoAndItsDateIsUnknown() throws {
    let table = TableOutline(
      "id,type,date,facility\n1,entry,\"(b)(6), (b)(7)(C)\",(B)(7)(E) \n",
      profiles: try BuiltInProfiles.all)
    #expect(
      table.cases == [
        "{id: 1, events: [{type: entry, facility: redacted, date: redacted}]}"
      ])
  }
}

struct PersonalColumnsTests {
  @Test(arguments: [
    ("Name", true), ("LAST_NAME", true), ("A-Number", true), ("Alien File Number", true),
    ("Birth Date", true), ("date_of_birth", true), ("Address", true), ("Birth Year", false),
    ("Facility Name", false), ("title", false), ("Age", false),
  ])
  func columnsThatSayWhoAPersonIsAreKnown(header: String, expected: Bool) {
    #expect(PersonalColumns.contains(header) == expected)
  }

  @Test func noTemplateLetsThemIn() throws {
    let profile = try Profile(
      yaml: "profile: 1\ncase:\n  id: <A-Number>\n  title: <Name>, <City>\nrest: case\n")
    let table = TableOutline("A-Number,Name,City\n1,x,Hartford\n", profiles: [profile])
    #expect(table.cases == ["{id: t-000002, title: Hartford}"])
    #expect(
      table.findings == [
        "1:1 note droppedColumn(name: \"A-Number\")", "1:10 note droppedColumn(name: \"Name\")",
      ])
  }
}
