import Testing

@testable import CasebookCore

struct TemplateTests {
  @Test(
    arguments: [
      ("<City>, <State>", "HARTFORD,CT,", "HARTFORD, CT"),
      ("<City>, <State>", ",CT,", "CT"),
      ("<City>, <State>", "HARTFORD,,", "HARTFORD"),
      ("<City>, <State>", ",,x", nil),
      ("near <City>", "HARTFORD,,", "near HARTFORD"),
      ("near <City>", ",,x", nil),
      ("<City> (<State>)", "HARTFORD,,", "HARTFORD"),
      ("<City> (<State>)", "HARTFORD,CT,", "HARTFORD (CT)"),
      ("<City>, <County>, <State>", "HARTFORD,CT,", "HARTFORD, CT"),
      ("<County>", "HARTFORD,CT,", nil),
      ("<City|title>", "ST ANTHONY,,", "St Anthony"),
      ("<City|lower>", "ST ANTHONY,,", "st anthony"),
      ("< city >", "HARTFORD,,", "HARTFORD"),
      ("always", ",,x", "always"),
      ("row <row> of <file>", ",,x", "row 2 of t"),
      ("<City>", "(b)(6),,", "redacted"),
      ("<City>, <State>", "(b)(6),CT,", "CT"),
    ] as [(String, String, String?)])
  func templatesSayWhatTheColumnsSay(template: String, row: String, expected: String?) throws {
    let profile = try Profile(yaml: "profile: 1\ncase:\n  place: '\(template)'\nrest: nowhere\n")
    let table = TableOutline("City,State,Other\n\(row)\n", profiles: [profile])
    let place = expected.map { ", place: \($0)" } ?? ""
    #expect(table.cases == ["{id: t-000002\(place)}"])
  }

  @Test func theFirstTemplateThatSaysAnythingHolds() throws {
    let profile = try Profile(yaml: "profile: 1\ncase:\n  title: [<a>, <b>, none]\nrest: nowhere\n")
    let table = TableOutline("a,b,c\n1,2,\n,2,\n,,3\n", profiles: [profile])
    #expect(
      table.cases == [
        "{id: t-000002, title: 1}", "{id: t-000003, title: 2}", "{id: t-000004, title: none}",
      ])
  }

  @Test(arguments: [
    ("<City", Template.Failure.unclosedName), ("<>", .emptyName), ("< |title>", .emptyName),
    ("<City|tittle>", .unknownStyle("tittle", nearest: "title")),
  ])
  func whatIsWrongWithATemplateIsNamed(text: String, expected: Template.Failure) {
    #expect(throws: expected) { try Template(text) }
  }
}

struct TitleCaseTests {
  @Test(arguments: [
    ("HARTFORD", "Hartford"), ("ST ANTHONY", "St Anthony"), ("MCALLEN", "McAllen"),
    ("O'FALLON", "O'Fallon"), ("ST. MARY'S", "St. Mary's"), ("WINSTON-SALEM", "Winston-Salem"),
    ("DISTRICT OF COLUMBIA", "District of Columbia"), ("THE DALLES", "The Dalles"),
    ("McKinney", "McKinney"), ("Hartford CT", "Hartford CT"), ("AÑASCO SUR", "Añasco Sur"),
    ("FT. BEND CO. (TX)", "Ft. Bend Co. (TX)"), ("", ""), ("OF", "Of"),
    ("ANNE ARUNDEL COUNTY PD, SD", "Anne Arundel County PD, SD"),
    ("US MARSHALS  SDTX", "US Marshals  SDTX"), ("TAFT FED.CORR.INST.", "Taft Fed.Corr.Inst."),
    ("5TH DISTRICT JAIL", "5th District Jail"), ("HUNTSVILLE STATE P.", "Huntsville State P."),
    ("BSCC FLIGHTLINE UNIT", "BSCC Flightline Unit"), ("D'IBERVILLE", "D'Iberville"),
  ])
  func capitalsAreLoweredInsideOfWords(text: String, expected: String) {
    let scratch = ScratchBytes()
    scratch.append("x")
    scratch.append(text)
    Template.Style.title.spell(scratch, from: 1)
    #expect(String(decoding: scratch.bytes, as: UTF8.self) == "x" + expected)
  }
}
