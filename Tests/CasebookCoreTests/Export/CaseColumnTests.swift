import CasebookCore
import Testing

/// Columns of a table of cases.
@Suite struct CaseColumnTests {
  private static let text = """
    id: a
    title: A
    tags: [x, y]
    own: {deep: {er: [1, 2]}}
    subject: {age: 26, label: S}
    sources: [{id: s, publisher: P}, {id: t, publisher: Q}]
    events:
      - {type: ice_arrest, date: 2024-04-04, agency: ICE, source: s}
      - {type: detainer, date: 2023-10, agency: ERO, outcome: declined, source: [s, "t#2"]}
      - {type: hearing}
      - {type: detainer, date: 2024, claims: [{agency: C, source: s}, {agency: D}]}
    """

  @Test(arguments: [
    ("id", ["a"]), ("title", ["A"]), ("tags", ["x", "y"]), ("tag", ["x", "y"]),
    ("age", ["26"]), ("subject.age", ["26"]), ("own.deep.er", ["1", "2"]),
    ("sources.publisher", ["P", "Q"]), ("agency", ["ICE", "ERO"]),
    ("detainer.agency", ["ERO"]), ("detainer", ["2023-10", "2024"]),
    ("date", ["2024-04-04", "2023-10", "2024"]), ("first_date", ["2023-10"]),
    ("last_date", ["2024-04-04"]), ("outcome", ["declined"]), ("source", ["s", "s", "t#2"]),
    ("claims.agency", ["C", "D"]), ("detainer->ice_arrest", ["156..186"]),
    ("ice_arrest->hearing", []), ("hearing->detainer", []), ("status", []),
    ("type", ["ice_arrest", "detainer", "hearing", "detainer"]),
  ])
  func valuesAreAsWritten(name: String, values: [String]) throws {
    let library = Loader().load(
      [.embedded(name: "a.yaml", bytes: SourceBytes(Array(Self.text.utf8)))], title: "test")
    let column = try CaseColumn(name, in: Schema(of: library))
    #expect(ExportHelp.cases(library).map { column.values(of: $0) } == [values])
  }

  @Test func anUnknownNameIsRefusedWithTheNearest() {
    #expect(throws: QueryError(.unknownField("titel", nearest: ["title"]), at: 0..<5)) {
      try CaseColumn("titel", in: Schema())
    }
  }
}
