import Testing

@testable import CasebookCore

/// Columns that no template names are ordinary fields, told of once a table.
struct FieldColumnsTests {
  private func read(_ text: String, _ profile: String) throws -> TableOutline {
    TableOutline(text, profiles: [try Profile(yaml: profile)])
  }

  @Test(arguments: [
    (
      "n,Nammed,c,d\n1,a,b,c\n", "case: {id: <n>, who: <Named>, at: [<c>, <cc>]}", ["Nammed", "d"],
      ["1:3 warning columnNearNamed(name: \"Nammed\", nearest: \"Named\")"]
    ),
    // A column that another template stands in for is not missed.
    ("n,Nammed,c\n1,a,b\n", "case: {id: <n>, who: [<Named>, <c>]}", ["Nammed"], []),
    (
      "n,c\n1,a\n", "case: {id: <n>, titel: <c>}", [],
      [
        "warning keyNearKnown(key: \"titel\", nearest: \"title\")"
      ]
    ),
    ("n,c\n1,a\n", "case: {id: <n>}\nrest: nowhere", [], []),
  ])
  func columnsThatBecomeFieldsAreNotedOnceATable(
    text: String, rules: String, fields: [String], findings: [String]
  ) throws {
    let table = try read(text, "profile: 1\n" + rules)
    #expect(table.fieldColumns == fields)
    #expect(table.findings == findings)
  }

  @Test func noKeyOfATableIsNotedByItself() throws {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let text = "id,title,odd,county\n1,a,b,c\n2,d,e,f\n"
    let library = loader.load(
      [.embedded(name: "t.csv", bytes: SourceBytes(Array(text.utf8)))], title: "t")
    #expect(
      library.problems.problems.map(\.fact) == [
        .table(.fieldColumns(names: ["odd", "county"]))
      ])
  }
}
