import CasebookCore
import Testing

@Suite(.enabled(if: Corpora.isNamed))
struct YAMLCorporaTests {
  private func read(_ path: String) -> [String] {
    let reader = YAMLTreeReader()
    let tree = DataTree()
    reader.open(SourceText(copying: Corpora.bytes(path)))
    var records: [String] = []
    while let record = reader.nextDocument(into: tree) {
      if case .refused(let error, _) = record {
        records.append("refused " + TreeText.of(error))
      } else {
        records.append(TreeText.of(record, tree))
      }
    }
    return records
  }

  /// Cases that YAML 1.2 allows and that are refused, by the reason.
  static let refused: [String: String] = [
    "keys that are lists or objects, which no field can have":
      "4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/00 M2N8/01 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D",
    "keys left out, which libyaml does not read in every place":
      "2JQS 6M2F CFD4 FRK4 NHX8 NKF9 S3PD UKK6/00",
    "tabs between indicators and at the start of lines, which libyaml refuses":
      "6BCT 6CA3 96NN/00 96NN/01 A2M4 DK95/00 DK95/03 DK95/04 Q5MG R4YG Y79Y/001 Y79Y/010",
    "a colon beside its value, or on a line of its own, in flow style":
      "4ABK 4MUZ/00 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 9SA2 DBG4 HM87/00 K3WX NJ66 UT92 VJP3/01",
    "directives and versions that libyaml does not know": "2LFX 6LVF BEC7 MUS6/05 MUS6/06 W4TN",
    "documents that follow without a marker": "7Z25 DK3J FP8R HWV9 M7A3 QT73",
    "a question mark that begins text in flow style, which libyaml drops": "652Z HM87/01",
    "characters in anchors that libyaml does not know": "2SXE 8XYN W5VH",
    "a key in quotes beside a comment or an empty document": "SM9W/01",
  ]

  /// Cases that YAML 1.2 forbids and that libyaml reads nevertheless, by the reason.
  static let accepted: [String: String] = [
    "wrong indentation of flow style and of quotes over lines":
      "9C9N DK95/01 QB6E",
    "a comment beside a comma or a bracket without a blank": "9JBA CVW2 SU5Z X4QW",
    "directives without a document, after it or with a comment": "9HCY EB22 MUS6/00 MUS6/01 RHX7",
    "a dash as an entry of a flow list": "G5U8 YJV2",
    "blank lines before a block scalar that are indented deeper": "S98Z",
    "a tab after a dash": "Y79Y/003",
  ]

  private func cases(_ table: [String: String]) -> [String] {
    table.values.flatMap { $0.split(separator: " ").map(String.init) }.sorted()
  }

  @Test func theTestSuiteIsJudgedAsPinned() {
    let rows = Corpora.rows("yaml-test-suite/CASES.tsv")
    var refused: [String] = []
    var accepted: [String] = []
    for row in rows {
      let isRefused = read("yaml-test-suite/data/\(row[0])/in.yaml").contains {
        $0.hasPrefix("refused")
      }
      if row[1] == "ok", isRefused {
        refused.append(row[0])
      }
      if row[1] == "error", !isRefused {
        accepted.append(row[0])
      }
    }
    #expect(rows.count == 401 || rows.count == 402)
    #expect(refused.sorted() == cases(Self.refused))
    #expect(accepted.sorted() == cases(Self.accepted))
  }

  /// Accepted cases whose tree is not the one of the suite's JSON, by the reason.
  static let different: [String: String] = [
    "numbers keep their text": "C4HZ UGM3",
    "the suite's JSON has its keys in another order": "RR7F",
    "blanks at the end of a text without a line feed, as libyaml reads them": "JEF9/02 L24T/01",
    "a colon in an anchor, which libyaml takes for text": "Y2GN",
  ]

  @Test func acceptedCasesHoldWhatTheSuiteSays() throws {
    var different: [String] = []
    var compared = 0
    for row in Corpora.rows("yaml-test-suite/CASES.tsv") where row[1] == "ok" && row[2] == "json" {
      let folder = "yaml-test-suite/data/\(row[0])"
      let records = read("\(folder)/in.yaml").map { $0.split(separator: " | ", maxSplits: 1)[0] }
      guard !records.contains(where: { $0.hasPrefix("refused") }) else { continue }
      guard records.count == 1 else { continue }
      let tree = DataTree()
      let source = SourceText(copying: Corpora.bytes("\(folder)/in.json"))
      try JSONTreeReader().read(source, into: tree)
      compared += 1
      if TreeText.of(tree) != records[0] {
        different.append(row[0])
      }
    }
    #expect(compared > 150)
    #expect(different == cases(Self.different))
  }

  @Test(arguments: [
    ("a_binary", "{x='R0lGODlh'}"), ("a_block_scalars", "{a='x\n\n\n' b='y z'}"),
    ("l_anchor_flood", "refused 10001:1 tooManyKeys(limit: 10000)"),
    ("l_billion_laughs", "refused 5:8 aliasLimit(10000)"),
    ("l_deep_block", "refused 257:257 depthLimit(256)"),
    ("l_deep_flow", "refused 1:257 depthLimit(256)"),
    ("r_bad_indent", "refused 3:2 badIndentation(context: 1:1)"),
    ("r_colon_plain", "refused 1:11 unquotedColon"),
    ("r_nul", "refused 1:5 controlCharacter(\"\\0\")"),
    (
      "r_python_tag",
      "refused 1:4 refusedTag(\"tag:yaml.org,2002:python/object/apply:os.system\")"
    ),
    ("r_undefined_alias", "refused 1:4 unknownAlias(\"nope\")"),
    ("s_esc_escape", "{t='\u{1B}]0;x\u{7}'}"), ("w_bidi_key", "{\u{202E}id=1}"),
    ("w_merge_key", "{b={x=1} c={<<={x=1} y=2}} | 3:3 mergeKey"),
    ("w_unknown_tag", "{x=1} | 1:4 unknownTag(\"!mytag\")"),
  ])
  func adversarialFilesAreJudgedAsTheirListSays(name: String, expected: String) {
    #expect(read("adversarial/yaml/\(name).yaml") == [expected])
  }
}
