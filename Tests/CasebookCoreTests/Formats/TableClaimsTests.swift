import Testing

@testable import CasebookCore

/// Rows of one case that say different things of it are accounts side by side.
struct TableClaimsTests {
  private func read(_ text: String, _ profile: String) throws -> TableOutline {
    TableOutline(text, profiles: [try Profile(yaml: profile)])
  }

  @Test func eachValueStandsOnceWithTheRowsThatSayIt() throws {
    let table = try read(
      "n,sex,born,src\n1,m,1984,a#p. 1\n1,,1984,\n1,f,1990,b\n1,m,1990,\n",
      """
      profile: 1
      case: {id: <n>, subject.sex: <sex>, subject.birth_year: <born>}
      events: [{type: record, source: <src>}]
      """)
    #expect(
      table.cases == [
        "{id: 1, subject: {sex: m, birth_year: 1984}, claims: ["
          + "{subject: {sex: m}, source: [a#p. 1, #t row 5]}, {subject: {sex: f}, source: [b]}, "
          + "{subject: {birth_year: 1984}, source: [a#p. 1, #t row 3]}, "
          + "{subject: {birth_year: 1990}, source: [b, #t row 5]}], "
          + "events: [{type: record, source: a#p. 1}, {type: record}, "
          + "{type: record, source: b, sex: f, birth_year: 1990}, "
          + "{type: record, birth_year: 1990}]}"
      ])
    #expect(
      table.findings == [
        "4:3 warning differingValue(key: \"sex\", first: \"m\", other: \"f\")",
        "4:5 warning differingValue(key: \"birth_year\", first: \"1984\", other: \"1990\")",
        "5:5 warning differingValue(key: \"birth_year\", first: \"1984\", other: \"1990\")",
      ])
  }

  private let composed = """
    profile: 1
    values: {kind: {from: <k>, map: {x: big, y: small}}}
    case: {id: <n>, title: '<City|title>, <kind>, born <Born>', born: <Born>}
    """

  @Test(arguments: [
    ("1,HARTFORD,x,1984\n1,Hartford,,1984\n", "", ""),
    ("1,HARTFORD,,1984\n1,,,\n", "", ""),
    // What the first row does not say is kept, and is no other account.
    ("1,,,1984\n1,Hartford,x,1984\n", "", "Hartford, big, born 1984"),
    // What another key says by itself differs there.
    ("1,Hartford,x,1984\n1,Hartford,x,1990\n", "born: 1984 1990", ""),
    (
      "1,Hartford,x,1984\n1,Boston,x,1984\n",
      "title: Hartford, big, born 1984 Boston, big, born 1984", "Boston, big, born 1984"
    ),
    ("1,Hartford,x,\n1,Hartford,y,\n", "title: Hartford, big Hartford, small", "Hartford, small"),
    // The second row adds a piece from which the third differs.
    (
      "1,,x,\n1,Hartford,,\n1,Boston,,\n", "title: big Boston", "Hartford; Boston"
    ),
  ])
  func aComposedValueDiffersOnlyInAPieceThatBothRowsHave(
    rows: String, differing: String, kept: String
  ) throws {
    let text = Array(("n,City,k,Born\n" + rows).utf8)
    let profile = try Profile(yaml: composed)
    try text.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: [profile])
      let tree = DataTree()
      let made = source.nextCase(into: tree)
      let found = try #require(made).findings.compactMap { finding -> String? in
        guard case .differingValue(let key, let first, let other) = finding.problem else {
          return nil
        }
        return "\(key): \(first) \(other)"
      }
      #expect(found.joined(separator: "; ") == differing)
      let content = CaseDecoder(tree: tree, defaultID: "").decode(0)
      #expect(content.events.compactMap { $0.text("title") }.joined(separator: "; ") == kept)
      #expect(content.disputedKeys.isEmpty == differing.isEmpty)
    }
  }

  @Test func composedValuesWithoutSomePiecesGoStraightIntoColumns() throws {
    let folder = ScratchFolder()
    let person = "Unique Identifier,Citizenship Country,Gender,Birth Year"
    folder.write(
      "Detainer Prepare Date,Detainer Lift Reason,\(person)\n"
        + "2024-01-05,,p1,HONDURAS,Male,1984\n2024-01-06,,p1,NA,Male,1984\n"
        + "2024-01-06,,p2,HONDURAS,Male,1984\n2024-01-06,,p2,HONDURAS,Male,1990\n",
      to: "detainers.csv")
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let library = loader.load([.path(folder.path(""))], title: "t")
    let warnings = library.problems.problems.filter { $0.severity == .warning }
    #expect(
      warnings.map(\.fact) == [
        .table(.differingValue(key: "birth_year", first: "1984", other: "1990"))
      ])
    let second = try library.decode(row: 1).get()
    #expect(second.disputedKeys == ["subject.birth_year"])
    #expect(
      second.claims.map { $0.sources.map(\.written) } == [
        ["detainers#row 4"], ["detainers#row 5"],
      ])
  }
}
