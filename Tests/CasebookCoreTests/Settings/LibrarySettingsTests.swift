import Testing

@testable import CasebookCore

struct LibrarySettingsTests {
  private func settings(_ yaml: String) -> LibrarySettings {
    Array(yaml.utf8).withUnsafeBytes { LibrarySettings.parse($0, file: "lib/casebook.yaml") }
  }

  private static let whole = """
    casebook: 1
    title: Connecticut detainers
    intervals:
      - {name: Detainer to hearing, from: detainer, to: [hearing, check_in]}
      - {name: detainer to release, from: [detainer, notification], to: jail_release}
    vocabulary:
      check_in: {label: Check-in, spoken: check in with ICE, category: immigration, letter: k}
      ankle_monitor: {label: Ankle monitor, category: immigration, interval: yes, glyph: "▬"}
      hearing: {label: Day in court}
    columns: [title, detainer, detainer_to_hearing]
    filters:
      declined: outcome:declined
      long stays: length_of_stay>90d
    """

  @Test func aWholeFileIsRead() {
    let settings = settings(Self.whole)
    #expect(settings.problems == [])
    #expect(settings.title == "Connecticut detainers")
    #expect(settings.columns.map(\.text) == ["title", "detainer", "detainer_to_hearing"])
    #expect(settings.filters.map(\.name) == ["declined", "long stays"])
    #expect(settings.filters.map(\.filter.text) == ["outcome:declined", "length_of_stay>90d"])
    #expect(settings.filters.map(\.filter.position.line) == [12, 13])
  }

  @Test func typesAreAddedAndOverridden() {
    let vocabulary = settings(Self.whole).vocabulary
    #expect(vocabulary.types.count == Vocabulary.standard.types.count + 2)
    #expect(vocabulary.known("check_in")?.spokenLabel == "check in with ICE")
    #expect(vocabulary.known("check_in")?.letter == "k")
    #expect(vocabulary.known("ankle_monitor")?.isInterval == true)
    #expect(vocabulary.known("ankle_monitor")?.glyph == "▬")
    #expect(vocabulary.known("hearing")?.label == "Day in court")
    #expect(vocabulary.known("hearing")?.category == .proceedings)
  }

  @Test func theLibrarysIntervalsComeFirstAndOverride() {
    let intervals = settings(Self.whole).intervals
    #expect(
      intervals.prefix(3).map(\.key) == [
        "detainer_to_hearing", "detainer_to_release", "charge_to_detainer",
      ])
    #expect(intervals.count == NamedInterval.standard.count + 1)
    #expect(intervals[1].startTypes == ["detainer", "notification"])
    #expect(settings(Self.whole).interval(named: "DETAINER-to hearing") == intervals[0])
  }

  @Test(arguments: [
    ("", []), ("# nothing yet\n", []), ("{}", []),
    ("- a\n", ["1:1 wrongKind(key: \"casebook.yaml\", expected: map)"]),
    ("title: [a]\n", ["1:8 wrongKind(key: \"title\", expected: text)"]),
    (
      "vocabulary: {x: {labell: a}}\n",
      [
        "1:18 unknownKey(\"labell\", allowed: [\"label\", \"spoken\", \"category\", "
          + "\"interval\", \"glyph\", \"letter\"], nearest: Optional(\"label\"))"
      ]
    ),
    ("casebook: 2\n", ["1:11 laterVersion(\"2\")"]),
    ("columns: a\n", ["1:10 wrongKind(key: \"columns\", expected: texts)"]),
    ("columns: [a, {b: c}]\n", ["1:14 wrongKind(key: \"columns\", expected: text)"]),
    (
      "intervals:\n  - {name: a, from: detainer}\n  - {from: detainer, to: hearing}\n",
      ["2:5 missingKey(\"to\")", "3:5 missingKey(\"name\")"]
    ),
    (
      "intervals: [{name: a, from: entry, to: entry}, {name: A, from: entry, to: removal}]\n",
      ["1:48 repeatedName(\"A\")"]
    ),
    (
      "vocabulary: {x: {category: detanier}}\n",
      [
        "1:28 unknownValue(key: \"category\", value: \"detanier\", allowed: [\"movement\", "
          + "\"criminal\", \"detainer\", \"immigration\", \"proceedings\", \"context\"], "
          + "nearest: Optional(\"detainer\"))"
      ]
    ),
    ("vocabulary: {x: {glyph: \"漢\"}}\n", ["1:25 sign(key: \"glyph\", value: \"漢\")"]),
    ("vocabulary: {x: {letter: \"\\e\"}}\n", ["1:26 sign(key: \"letter\", value: \"\\u{1B}\")"]),
    (
      "intervals: [{name: a, from: entry, to: entry, limits: 1}]\n",
      [
        "1:47 unknownKey(\"limits\", allowed: [\"name\", \"from\", \"to\"], nearest: nil)"
      ]
    ),
    (
      "profiles: [{profile: 1, rest: evnt}]\n",
      [
        "1:31 unknownValue(key: \"rest\", value: \"evnt\", allowed: [\"event\", \"case\", "
          + "\"nowhere\"], nearest: Optional(\"event\"))"
      ]
    ),
  ])
  func everythingWrongIsNamedWithItsPlace(yaml: String, expected: [String]) {
    let found = settings(yaml).problems.map { problem in
      guard case .settings(let fact) = problem.fact, let place = problem.position else {
        return "\(problem)"
      }
      let words = "\(fact)".replacing("CasebookCore.ProfileProblem.Expectation.", with: "")
      return "\(place.line):\(place.column) \(words)"
    }
    #expect(found == expected)
  }

  @Test func aFilterThatCannotBeReadIsPassedOverAndTheRestHolds() {
    let settings = settings("filters: {a: 'x or', b: y}\ntitle: T\n")
    #expect(settings.filters.map(\.name) == ["b"])
    #expect(settings.title == "T")
    #expect(settings.problems.map { $0.position?.line } == [1])
    #expect(settings.problems.map { $0.position?.column } == [14])
  }

  @Test func aTypeNobodyKnowsIsADoubtAndTheIntervalHolds() {
    let settings = settings("intervals: [{name: a, from: detaner, to: hearing}]\n")
    #expect(settings.intervals.first?.name == "a")
    #expect(settings.problems.map(\.severity) == [.warning])
  }

  @Test func textThatIsNoYAMLIsAnErrorAtItsPlace() {
    let problem = settings("title: [a\n").problems.first
    #expect(problem?.severity == .error)
    #expect(problem?.file == "lib/casebook.yaml")
    #expect(problem?.position?.line == 2)
  }
}
