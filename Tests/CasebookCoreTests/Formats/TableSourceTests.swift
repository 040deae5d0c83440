import Testing

@testable import CasebookCore

private func read(_ text: String, _ fileName: String = "t.csv") throws -> TableOutline {
  TableOutline(text, fileName: fileName, profiles: try BuiltInProfiles.all)
}

struct TableSourceTests {
  @Test(arguments: [
    (
      "id,title,date\n1,a,2024-01-01\n",
      "{id: 1, title: a, events: [{type: record, date: 2024-01-01}]}"
    ),
    (
      "id,title,date\n1,a,2013-08?\n",
      "{id: 1, title: a, events: [{type: record, date: 2013-08?}]}"
    ),
    ("id,title\n1,a\n", "{id: 1, title: a}"),
    ("county,judge\nFairfield,\n", "{id: t-000002, county: Fairfield}"),
    (
      "id,title,start,end,tags\n1,a,2024-01,2024-03,x; y;x\n",
      "{id: 1, title: a, tags: [x, y], events: [{type: record, date: 2024-01/2024-03}]}"
    ),
    ("id,age,sex\n1,26,male\n", "{id: 1, subject: {age: 26, sex: male}}"),
    ("id;title\n1;a\n", "{id: 1, title: a}"),
    ("sep=;\nid;title\n1;a\n", "{id: 1, title: a}"),
    ("\u{FEFF}id,title\r\n1,\"a, b\"\r\n", "{id: 1, title: a, b}"),
    (" ID ,Title\n 1 , a \n", "{id: 1, title: a}"),
    ("id,source,type of court\n1,x,y\n", "{id: 1, column_source: x, type_of_court: y}"),
  ])
  func anyTableOfCasesIsRead(text: String, expected: String) throws {
    #expect(try read(text).cases == [expected])
  }

  @Test func rowsWithOneIDAreOneCaseWhereverTheyStand() throws {
    let table = try read(
      """
      case_id,type,date,facility,note
      b,detainer,2024-02-01,Jail,x
      a,hearing,2024-01-01,,
      b,ice_arrest,2024-03-01,,y
      ,hearing,2024-05-01,,
      ,hearing,2024-05-01,,
      """)
    #expect(
      table.cases == [
        "{id: b, events: [{type: detainer, date: 2024-02-01, facility: Jail, note: x}, "
          + "{type: ice_arrest, date: 2024-03-01, note: y}]}",
        "{id: a, events: [{type: hearing, date: 2024-01-01}]}",
        "{id: t-000005, events: [{type: hearing, date: 2024-05-01}]}",
        "{id: t-000006, events: [{type: hearing, date: 2024-05-01}]}",
      ])
    #expect(table.findings == [])
    #expect(table.profile == "Casebook events")
  }

  @Test func aRowThatSaysItOtherwiseKeepsItsWordInItsEvent() throws {
    let table = try read("id,type,date,title\n1,entry,2024,a\n1,removal,2025,b\n1,reentry,2026,a\n")
    #expect(
      table.cases == [
        "{id: 1, title: a, claims: [{title: a, source: [#t row 2, #t row 4]}, "
          + "{title: b, source: [#t row 3]}], events: [{type: entry, date: 2024}, "
          + "{type: removal, date: 2025, title: b}, {type: reentry, date: 2026}]}"
      ])
    #expect(
      table.findings == [
        "3:16 warning differingValue(key: \"title\", first: \"a\", other: \"b\")"
      ])
  }

  @Test func aRowWithoutEventThatSaysItOtherwiseBecomesARecord() throws {
    let table = try read("id,title,court\n1,a,North\n1,b,North\n")
    #expect(
      table.cases == [
        "{id: 1, title: a, court: North, claims: [{title: a, source: [#t row 2]}, "
          + "{title: b, source: [#t row 3]}], events: [{type: record, title: b}]}"
      ])
  }

  @Test func sourcesAreListedOnceAndReferredTo() throws {
    let table = try read(
      """
      id,type,date,source,source_title
      1,entry,2020,ice,Release
      1,removal,2021,ice,Release
      1,reentry,2022,news,Paper
      """)
    #expect(
      table.cases == [
        "{id: 1, sources: [{id: ice, title: Release}, {id: news, title: Paper}], "
          + "events: [{type: entry, date: 2020, source: ice}, "
          + "{type: removal, date: 2021, source: ice}, {type: reentry, date: 2022, source: news}]}"
      ])
  }

  @Test(arguments: [
    ("id,title\n1,a\n2,\"b\n3,c\n", ["3:3 error unclosedQuote(lastLine: 5)"], 1, 1),
    ("id,title\n1,a\u{0}b\n2,c\n", ["2:4 error nul"], 1, 1),
    (
      "id,type,date\n1,entry,2013-02-30\n1,removal,2014\n",
      ["2:9 warning date(column: \"date\", written: \"2013-02-30\")"], 1, 0
    ),
    ("id,date\n1,13/2024\n", ["2:3 warning date(column: \"date\", written: \"13/2024\")"], 1, 0),
  ])
  func aRefusedRowHidesNoOther(
    text: String, findings: [String], loaded: Int, refused: Int
  ) throws {
    let table = try read(text)
    #expect(table.findings == findings)
    #expect(table.loaded == loaded)
    #expect(table.refused == refused)
  }

  @Test(arguments: [
    (
      "id,type,date\n1,entry,13/10/2023x\n", "{id: 1, events: [{type: entry, date: 13/10/2023x}]}"
    ),
    (
      "id,type,start,end\n1,jail_custody,soon,2024\n",
      "{id: 1, events: [{type: jail_custody, date: /2024, start: soon}]}"
    ),
    (
      "id,type,start,end\n1,jail_custody,2024,soon\n",
      "{id: 1, events: [{type: jail_custody, date: 2024, end: soon}]}"
    ),
    (
      "id,type,start,end\n1,jail_custody,now,soon\n",
      "{id: 1, events: [{type: jail_custody, date: now, end: soon}]}"
    ),
  ])
  func aDateThatCannotBeReadIsKeptAsWritten(text: String, expected: String) throws {
    #expect(try read(text).cases == [expected])
  }

  @Test func bytesThatAreNotUTF8RefuseTheirRow() throws {
    let bytes = Array("id,title\n1,Mu".utf8) + [0xF1] + Array("oz\n2,b\n".utf8)
    let table = TableOutline(bytes, profiles: try BuiltInProfiles.all)
    #expect(table.findings.count == 1)
    #expect(table.findings[0].hasPrefix("2:5 error notUTF8(guess: "), "\(table.findings)")
    #expect(table.findings[0].contains("windows1252"))
    #expect(table.cases == ["{id: 2, title: b}"])
  }

  @Test(arguments: [
    ("id,title,date\n1,a\n", "2:4 warning shortRow(cells: 2, expected: 3)", "{id: 1, title: a}"),
    (
      "id,title\n1,a,b,c\n", "2:5 warning longRow(cells: 4, expected: 2)",
      "{id: 1, title: a, events: [{type: record, column_3: b, column_4: c}]}"
    ),
    ("id,title\n1,\"a\"b\n", "2:6 warning textAfterQuote", "{id: 1, title: ab}"),
    ("id,title\n1,a\"b\n", "2:4 warning quoteInsideCell", "{id: 1, title: a\"b}"),
    ("id,title\n\n,\n1,a\n\n", "2:1 note blankRow", "{id: 1, title: a}"),
    (
      "id,title,title\n1,a,b\n",
      "1:10 warning repeatedColumn(name: \"title\", renamed: \"title (2)\")",
      "{id: 1, title: a, title_2: b}"
    ),
    (
      "id,\n1,x\n", "1:4 warning unnamedColumn(renamed: \"column 2\")", "{id: 1, column_2: x}"
    ),
    (
      "id,First Name,Date of Birth\n1,x,y\n", "1:4 note droppedColumn(name: \"First Name\")",
      "{id: 1}"
    ),
    (
      "id,type,date,end\n1,entry,2024-03,2024-01\n",
      "2:17 warning endBeforeStart(start: \"2024-03\", end: \"2024-01\")",
      "{id: 1, events: [{type: entry, date: 2024-03, end: 2024-01}]}"
    ),
  ])
  func whatIsOddIsNotedAndKept(text: String, finding: String, expected: String) throws {
    let table = try read(text)
    #expect(table.findings.first == finding)
    #expect(table.cases == [expected])
  }

  @Test(arguments: [
    ("", "error noHeader"),
    ("\n\n", "error noHeader"),
    (
      "1,2024-01-01\n2,2024-01-02\n",
      "1:1 error headerLooksLikeData(cells: [\"1\", \"2024-01-01\"])"
    ),
    ("1,2,3\n4,5,6\n", "1:1 error headerLooksLikeData(cells: [\"1\", \"2\", \"3\"])"),
    ("id,\"title\n1,a\n", "1:4 error unclosedQuote(lastLine: 3)"),
    ("id,title\n", "note noRows"),
  ])
  func aTableWithoutHeaderOrRowsIsNamed(text: String, finding: String) throws {
    let table = try read(text)
    #expect(table.findings == [finding])
    #expect(table.cases == [])
  }

  @Test func tooManyColumnsAreRefusedByTheNameOfTheLimit() throws {
    let header = "id,title" + String(repeating: ",x", count: 5_000)
    let table = try read(header + "\n1,a\n")
    #expect(table.findings == ["1:1 error tooManyCells(found: 5002, limit: 4096)"])
    let row = "id,title\n1,a" + String(repeating: ",x", count: 5_000) + "\n2,b\n"
    let second = try read(row)
    #expect(second.findings.first?.hasSuffix("tooManyCells(found: 5002, limit: 4096)") == true)
    #expect(second.cases == ["{id: 2, title: b}"])
  }

  @Test func aRowOverTheLimitIsRefused() throws {
    let text = Array("id,title\n1,abcdefghijklmnop\n2,b\n".utf8)
    let profiles = try BuiltInProfiles.all
    try text.withUnsafeBytes { bytes in
      var source = try TableSource(
        bytes, fileName: "t.csv", profiles: profiles,
        limits: TableLimits(columns: 10, rowBytes: 12))
      let tree = DataTree()
      let first = source.nextCase(into: tree)
      #expect(first?.isRefused == true)
      #expect(first?.findings.first?.problem == .rowTooLong(bytes: 18, limit: 12))
      #expect(tree.count == 0)
      let second = source.nextCase(into: tree)
      #expect(second?.isRefused == false)
      let third = source.nextCase(into: tree)
      #expect(third == nil)
    }
  }

  @Test func aRowThatAnOpenQuoteMakesTooLongIsRefusedWhereTheQuoteOpens() throws {
    let lines = (0..<40).map { "\($0),plain\n" }.joined()
    let profiles = try BuiltInProfiles.all
    for end in ["", "\"\n99,last\n"] {
      let text = Array("id,title\n1,a\n2,\"b\n\(lines)\(end)".utf8)
      try text.withUnsafeBytes { bytes in
        var source = try TableSource(
          bytes, fileName: "t.csv", profiles: profiles,
          limits: TableLimits(columns: 10, rowBytes: 100))
        let tree = DataTree()
        _ = source.nextCase(into: tree)
        let finding = try #require(source.nextCase(into: tree)?.findings.first)
        #expect(finding.position.map(TreeText.of) == "3:3")
        guard case .quoteTooLong(_, limit: 100) = finding.problem else {
          Issue.record("\(finding.problem)")
          return
        }
        #expect((source.nextCase(into: tree) == nil) == end.isEmpty)
      }
    }
  }

  @Test func aHeaderIsReadWholeHoweverLongItIs() throws {
    let name = String(repeating: "n", count: 3 << 20)
    let table = try read("id,title,\(name)\n1,a,b\n")
    #expect(table.findings.contains { $0.hasPrefix("1:10 warning cutColumnName") })
    #expect(table.loaded == 1)
  }

  @Test func rowsBeforeTheHeaderAreCounted() throws {
    let table = try read("Unit||\nOfficial use||\n||\nid|title|county\n1|a|b\n", "t.psv")
    #expect(table.findings == ["4:1 note rowsBeforeHeader(3)"])
    #expect(table.cases == ["{id: 1, title: a, county: b}"])
  }

  @Test func positionsAreThoseOfTheCells() throws {
    let text = Array("id,type,date\n1,entry,2024\n1,\"removal\",2025\n".utf8)
    let profiles = try BuiltInProfiles.all
    try text.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: profiles)
      let tree = DataTree()
      let found = source.nextCase(into: tree)
      let made = try #require(found)
      #expect(made.rows.map(\.line) == [2, 3])
      #expect(made.rows.map(\.number) == [2, 3])
      let places = tree.nodes.indices.filter {
        ["entry", "2025", "removal"].contains(tree.string(of: $0))
      }
      .map { tree.position(of: $0) }
      #expect(places.map(\.line) == [2, 3, 3])
      #expect(places.map(\.column) == [3, 3, 13])
    }
  }
}
