import Testing

@testable import CasebookCore

struct ProfileReaderTests {
  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try Profile(yaml: yaml)
      return []
    } catch let error as ProfileError {
      return error.findings.map { "\($0.position.line):\($0.position.column) \($0.problem)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func theBuiltInProfilesAreRight() throws {
    for name in BuiltInProfiles.names {
      let text = String(decoding: BuiltInProfiles.bytes(name), as: UTF8.self)
      #expect(problems(text) == [], "\(name)")
    }
    #expect(Set(try BuiltInProfiles.all.map(\.name)).count == 11)
  }

  @Test(arguments: [
    (
      "profile: 1\nheader: {hass: [a]}\n",
      [
        "2:10 unknownKey(\"hass\", allowed: [\"has\", \"has any\", \"lacks\", \"within\", "
          + "\"columns\", \"dates in\"], nearest: Optional(\"has\"))"
      ]
    ),
    (
      "profile: 1\ndates: {xyz: 1}\n",
      [
        "2:9 unknownKey(\"xyz\", allowed: [\"order\", \"columns\", \"first year\", "
          + "\"times\"], nearest: nil)"
      ]
    ),
    ("name: x\n", ["1:1 missingKey(\"profile\")"]),
    ("profile: 2\n", ["1:10 laterVersion(\"2\")"]),
    (
      "- a\n",
      ["1:1 wrongKind(key: \"profile\", expected: CasebookCore.ProfileProblem.Expectation.map)"]
    ),
    ("profile: 1\nname: x\nname: y\n", ["3:1 repeatedKey(\"name\")"]),
    (
      "profile: 1\nrest: evnt\n",
      [
        "2:7 unknownValue(key: \"rest\", value: \"evnt\", "
          + "allowed: [\"event\", \"case\", \"nowhere\"], nearest: Optional(\"event\"))"
      ]
    ),
    (
      "profile: 1\ncase: {title: <Name}\n",
      ["2:15 template(\"<Name\", CasebookCore.Template.Failure.unclosedName)"]
    ),
    ("profile: 1\nvalues: {v: {map: {}}}\n", ["2:13 missingKey(\"from\")"]),
    (
      "profile: 1\nheader: {has: x, within: no}\nmissing: {}\n",
      [
        "2:15 wrongKind(key: \"has\", expected: CasebookCore.ProfileProblem.Expectation.texts)",
        "2:26 wrongKind(key: \"within\", expected: CasebookCore.ProfileProblem.Expectation.number)",
        "3:10 wrongKind(key: \"missing\", expected: CasebookCore.ProfileProblem.Expectation.texts)",
      ]
    ),
    (
      "profile: 1\nevents:\n  - {date: {from: <a>, opn: yes}}\n",
      [
        "3:24 unknownKey(\"opn\", allowed: [\"from\", \"to\", \"open\"], "
          + "nearest: Optional(\"open\"))"
      ]
    ),
  ])
  func everythingWrongIsNamedWithItsPlace(yaml: String, expected: [String]) {
    #expect(problems(yaml) == expected)
  }

  @Test func whatIsNotYAMLIsNamedWithItsPlace() {
    #expect(problems("profile: 1\nname: \"x\n").first?.contains("syntax") == true)
  }

  @Test func valuesAreMappedAndTheRestNoted() throws {
    let profile = try Profile(
      yaml: """
        profile: 1
        missing: [NA, "--"]
        redacted: [withheld]
        values:
          outcome:
            from: <Reason>
            blank: unknown
            map: {Booked In: booked, Declined: declined}
            redacted: hidden
        events:
          - {type: detainer, outcome: <outcome>, outcome_raw: <Reason>}
        """)
    let table = TableOutline(
      "Reason,x\nbooked in ,1\n,1\nNA,1\nDeclinned,1\nwithheld,1\n", profiles: [profile])
    let events = table.cases.map { $0.split(separator: "type: detainer, ").last ?? "" }
    #expect(
      events == [
        "outcome: booked, outcome_raw: booked in, x: 1}]}", "outcome: unknown, x: 1}]}",
        "outcome: unknown, x: 1}]}",
        "outcome: Declinned, outcome_raw: Declinned, x: 1}]}",
        "outcome: hidden, outcome_raw: redacted, x: 1}]}",
      ])
    #expect(
      table.findings == [
        "5:1 warning unmappedValue(of: \"Reason\", value: \"Declinned\", "
          + "nearest: Optional(\"Declined\"))"
      ])
  }

  @Test func intervalsAreMadeOfTwoColumns() throws {
    let profile = try Profile(
      yaml: """
        profile: 1
        events:
          - {type: ice_custody, when: <in>, date: {from: <in>, to: <out>, open: yes}}
        rest: nowhere
        """)
    let table = TableOutline(
      """
      in,out,x
      2024-01-01,2024-02-01,
      2024-01-01,,
      2024-01-01 18:51:00,2024-02-01 07:00:00,
      ,2024-02-01,
      ,,1
      """, profiles: [profile])
    #expect(
      table.cases == [
        "{id: t-000002, events: [{type: ice_custody, date: 2024-01-01/2024-02-01}]}",
        "{id: t-000003, events: [{type: ice_custody, date: 2024-01-01/..}]}",
        "{id: t-000004, events: [{type: ice_custody, date: 2024-01-01/2024-02-01}]}",
        "{id: t-000005}", "{id: t-000006}",
      ])
  }

  @Test func droppedColumnsAreNotTakenIn() throws {
    let profile = try Profile(yaml: "profile: 1\ndrop: [Nick Name]\nrest: case\n")
    let table = TableOutline("n,nick_name\n1,x\n", profiles: [profile])
    #expect(table.cases == ["{id: t-000002, n: 1}"])
    #expect(table.findings == ["1:3 note droppedColumn(name: \"nick_name\")"])
  }
}
