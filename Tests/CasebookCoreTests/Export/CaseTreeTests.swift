import CasebookCore
import Testing

/// A case that is written and read again is the same case.
@Suite struct CaseTreeTests {
  private static let whole = """
    id: 7
    title: A
    date: 2019
    own: {a: [1, two, {b: null}]}
    sources: [{id: s, kind: news}]
    events:
      - type: detainer
        date: 2023-10-13/2024-02-01
        outcome: declined
        own: 1.10
        source: [s, "s#page 2"]
      - {type: jail_release, source: s, claims: [{agency: A, source: s}, {agency: B}]}
    related: [x]
    """

  @Test func keysKeepTheOrderOfTheFileBehindTheID() {
    let cases = ExportHelp.cases(Self.whole, name: "x.yaml")
    #expect(
      cases.map { ExportHelp.json($0.tree()) } == [
        #"{"id":7,"title":"A","date":2019,"own":{"a":[1,"two",{"b":null}]},"related":["x"],"#
          + #""sources":[{"id":"s","kind":"news"}],"events":["#
          + #"{"type":"detainer","date":"2023-10-13/2024-02-01","outcome":"declined","own":1.10,"#
          + #""source":["s","s#page 2"]},"#
          + #"{"type":"jail_release","claims":[{"agency":"A","source":"s"},{"agency":"B"}],"#
          + #""source":"s"}]}"#
      ])
  }

  @Test func anIDTheFileDoesNotNameIsWritten() {
    let cases = ExportHelp.cases("title: A", name: "folder/x.yaml")
    #expect(cases.map { ExportHelp.json($0.tree()) } == [#"{"id":"folder/x","title":"A"}"#])
  }

  @Test(arguments: [
    ("2013-08", "2013-08-01", "2013-08-31"), ("2024-04-04/..", "2024-04-04", nil),
    ("2008", "2008-01-01", "2008-12-31"), ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
  ])
  func daysStandBesideTheDate(date: String, earliest: String?, latest: String?) {
    let cases = ExportHelp.cases(
      "id: a\nevents: [{type: entry, date: \"\(date)\"}]", name: "a.yaml")
    let last = latest.map { "\"\($0)\"" } ?? "null"
    let first = earliest.map { "\"\($0)\"" } ?? "null"
    #expect(
      cases.map { ExportHelp.json($0.tree(days: true)) } == [
        #"{"id":"a","events":[{"type":"entry","date":""# + date
          + #"","earliest":"# + first + #","latest":"# + last + "}]}"
      ])
  }

  @Test func samplesReadBackFromBothFormats() {
    let library = Loader().load([.path(ExportHelp.samples)], title: "samples")
    let cases = ExportHelp.cases(library)
    #expect(cases.count > 30)
    for content in cases { expectRoundTrip(content) }
  }

  @Test(
    .enabled(if: ExportHelp.corpora != nil),
    arguments: [
      "adversarial/term", "adversarial/uni", "adversarial/json", "adversarial/yaml",
      "JSONTestSuite/test_parsing", "yaml-test-suite",
    ])
  func hostileCasesReadBackFromBothFormats(folder: String) {
    let library = Loader().load([.path((ExportHelp.corpora ?? "") + "/" + folder)], title: folder)
    let cases = ExportHelp.cases(library)
    #expect(!cases.isEmpty)
    for content in cases { expectRoundTrip(content) }
  }

  private func expectRoundTrip(_ content: Case) {
    let tree = content.tree()
    let json = ExportHelp.cases(ExportHelp.json(tree), name: "x.json").map { $0.tree() }
    let yaml = ExportHelp.cases(ExportHelp.yaml(tree), name: "x.yaml").map { $0.tree() }
    #expect(yaml == [tree], "\(content.id)")
    // JSON has no numbers such as 0x1F: those come back as text, the rest as it was.
    #expect(json.map { ExportHelp.json($0) } == [ExportHelp.json(tree)], "\(content.id)")
  }
}
