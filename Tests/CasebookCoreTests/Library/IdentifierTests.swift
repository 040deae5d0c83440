import Testing

@testable import CasebookCore

/// What says who a person is, is left out of everything unless the user asks for it.
struct IdentifierTests {
  private static let keys = [
    "name", "dob", "alien_number", "date_of_birth", "A-Number", "alien_no", "ssn", "passport",
    "Full Name", "first_name", "lastName", "address", "phone", "email", "alien file number",
  ]

  /// A record with one of the keys in every place, and names of things that stay.
  private static func record(_ key: String) -> String {
    let secret = #""\#(key)": "zqsecret, \"zqsecret\"""#
    return #"{"id": "a", \#(secret), "title": "kept title", "#
      + #""subject": {"age": 26, \#(secret), "more": {\#(secret), "sex": "male"}}, "#
      + #""people": [{"role": "x"}, {\#(secret)}, "listed"], "#
      + #""claims": [{"subject": {\#(secret)}, \#(secret)}, {\#(secret)}], "#
      + #""detention_facility": {"name": "Hartford Jail", "address": "Main Street"}, "#
      + #""sources": [{"id": "s", "name": "Reuters", "publisher": {"name": "Gannett"}}], "#
      + #""attachments": [{"path": "a.pdf", "name": "Form"}], "#
      + #""events": [{"type": "detainer", \#(secret), "facility": "Bridgeport", "source": "s", "#
      + #""claims": [{\#(secret), "place": "x"}], "list": [[{\#(secret)}]]}]}"#
  }

  private static func load(
    _ text: String, _ name: String, keeps: Bool, onlyTrees: Bool = false
  ) -> Library {
    var loader = Loader()
    loader.settings.keepsIdentifiers = keeps
    loader.readsOnlyTrees = onlyTrees
    var library = Library(title: "test", settings: loader.settings)
    loader.load([.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))]) { step in
      library.apply(step)
      return true
    }
    return library
  }

  /// Everything that can be seen of the first case.
  private static func shown(_ library: Library) throws -> String {
    let content = try library.decode(row: 0).get()
    let again = try CaseReader().content(ofRow: 0, in: library).get()
    return "\(content)\n\(again)\n\(try library.rawText(row: 0).get())\n"
      + library.dump.joined(separator: "\n")
  }

  @Test(arguments: keys, ["a.json", "a.jsonl", "a.yaml"])
  func identifiersAreLeftOutOfEverything(key: String, name: String) throws {
    let library = Self.load(Self.record(key), name, keeps: false)
    #expect(library.caseCount == 1)
    #expect(try !Self.shown(library).contains("zqsecret"))
    #expect(try TestLibrary.ids("zqsecret", in: library) == "")
    #expect(try TestLibrary.ids("has:conflict", in: library) == "")
    for kept in ["Hartford Jail", "Main Street", "Reuters", "Gannett", "Form", "Bridgeport"] {
      #expect(try Self.shown(library).contains(kept), "\(kept)")
    }
    #expect(
      try TestLibrary.ids("\"hartford jail\" reuters gannett form listed", in: library) == "a")
    let problem = library.problems.problems.first
    #expect(problem?.fact == .identifier(key: key))
    #expect(problem?.severity == .warning)
    #expect(problem?.position.map { [$0.line, $0.column] } == [1, 13])
    #expect(problem?.count == 10)
    #expect(library.problems.problems.dropFirst().allSatisfy { $0.severity == .note })
  }

  @Test(arguments: keys, ["a.json", "a.jsonl", "a.yaml"])
  func theUserMayAskForThem(key: String, name: String) throws {
    let library = Self.load(Self.record(key), name, keeps: true)
    let content = try library.decode(row: 0).get()
    #expect(content.text(key) == #"zqsecret, "zqsecret""#)
    #expect(content.subject.text(key) != nil)
    #expect(content.events[0].text(key) != nil)
    #expect(try TestLibrary.ids("zqsecret", in: library) == "a")
    #expect(try library.rawText(row: 0).get() == Self.record(key))
    #expect(!library.problems.problems.contains { $0.fact == .identifier(key: key) })
  }

  @Test func ordinaryRecordsAndTreesAgree() {
    let lines = (0..<40).map { index in
      Self.record(Self.keys[index % Self.keys.count]).replacing("\"a\"", with: "\"a\(index)\"")
        .replacing("\"claims\"", with: index % 2 == 0 ? "\"accounts\"" : "\"claims\"")
    }
    for keeps in [false, true] {
      let text = lines.joined(separator: "\n")
      #expect(
        Self.load(text, "a.jsonl", keeps: keeps).dump
          == Self.load(text, "a.jsonl", keeps: keeps, onlyTrees: true).dump)
    }
  }

  @Test func theTextOfARecordKeepsAllElse() throws {
    let text = """
      id: a
      subject:
        name: &n |
          Zqsecret
          of zqsecret
        age: 26  # kept
      aliases:
      - zqsecret
      - 'zqsecret'
      alias: *n
      events:
      - {type: entry, dob: zqsecret, place: Texas}
      - type: removal
        full name: zqsecret
      """
    let library = Self.load(text, "a.yaml", keeps: false)
    #expect(
      try library.rawText(row: 0).get() == """
        id: a
        subject:
          name: "(left out)"
          age: 26  # kept
        aliases:
        "(left out)"
        alias: *n
        events:
        - {type: entry, dob: "(left out)", place: Texas}
        - type: removal
          full name: "(left out)"
        """)
  }

  // MARK: - Tables

  @Test func aTableOfFacilitiesKeepsItsNames() throws {
    let table = TableOutline(
      "DETLOC,Name,Address,City\nX,Ada County Jail,7210 Drive,Boise\n",
      profiles: try BuiltInProfiles.all)
    #expect(table.cases.map { $0.contains("Ada County Jail") && $0.contains("7210") } == [true])
  }

  @Test(arguments: [
    "facility,name,date_of_birth", "facility,name,gender", "jail,name,case_id", "name,address",
    "agency,ssn,name",
  ])
  func aTableOfPersonsDoesNot(header: String) throws {
    #expect(PersonalColumns.isTableOfThings(header.split(separator: ",").map(String.init)) == false)
  }

  @Test func theUserMayAskForColumns() throws {
    var profile = try Profile(yaml: "profile: 1\ncase: {id: <Id>, title: <Name>}\nrest: case\n")
    let text = "Id,Name,SSN\n1,zq,7\n"
    #expect(TableOutline(text, profiles: [profile]).cases == ["{id: 1}"])
    profile.keepsIdentifiers = true
    #expect(TableOutline(text, profiles: [profile]).cases == ["{id: 1, title: zq, ssn: 7}"])
  }
}
