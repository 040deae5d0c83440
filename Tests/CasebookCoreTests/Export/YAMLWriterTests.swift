import CasebookCore
import Testing

/// YAML out reads back as exactly what was given.
@Suite struct YAMLWriterTests {
  @Test(arguments: [
    "plain words", "a: b", "a:", "a #b", "#a", "- a", "-5", "5", "1.10", "0x1F", "2008", "true",
    "Null", "~", "yes", "NO", "", " ", " a", "a ", "---", "...", "[a]", "{a}", "a, b", "\"a\"",
    "'a'", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "?", "? a", "a\tb", "tab\t", "\u{1B}[6n",
    "é", "日本", "\u{202E}x", "\u{E0041}", "👩‍🚒", "\u{FEFF}", "\u{85}", "\u{2028}", "a\u{0}b",
    "one\ntwo", "one\ntwo\n", "one\n\ntwo\n\n\n", "\none", "  one\ntwo", "one\n  two\n", "a\n \nb",
    "a\r\nb", "\n", "\n\n", "a \nb ", "2023-09-14", "<<", "=", "a\\b", "null", ".inf", "1_000",
  ])
  func textReadsBack(text: String) {
    let value = FieldValue.map([
      Field("id", .text("x")), Field("text", .text(text)), Field("last", .text("end")),
      Field("many", .list([.text(text), .map([Field("in", .text(text))]), .text(text)])),
      Field("flow", .list([.text(text), .text("b")])),
    ])
    let yaml = ExportHelp.yaml(value)
    #expect(ExportHelp.cases(yaml, name: "x.yaml").map { $0.tree() } == [value], "\(yaml)")
  }

  @Test(arguments: [
    "a b", "a: b", "", "? x", "- x", "#", "\u{202E}", "true", "1",
    String(repeating: "k", count: 2000),
  ])
  func keysReadBack(key: String) {
    let value = FieldValue.map([
      Field("id", .text("x")), Field(key, .map([Field(key, .list([.null, .boolean(true)]))])),
    ])
    let yaml = ExportHelp.yaml(value)
    #expect(ExportHelp.cases(yaml, name: "x.yaml").map { $0.tree() } == [value], "\(yaml)")
  }

  @Test(arguments: ["0", "1.10", "-0", "1e999", "0x1F", "012", "+1", ".5", ".inf"])
  func numbersKeepTheirText(number: String) {
    let value = FieldValue.map([Field("id", .text("x")), Field("num", .number(number))])
    #expect(ExportHelp.yaml(value) == "id: x\nnum: \(number)\n")
    #expect(ExportHelp.cases(ExportHelp.yaml(value), name: "x.yaml").map { $0.tree() } == [value])
  }

  @Test func blocksAreIndentedByTwo() {
    let value = FieldValue.map([
      Field("id", .text("a")),
      Field("tags", .list([.text("x"), .text("z")])),
      Field("nothing", .list([])), Field("empty", .map([])),
      Field(
        "events",
        .list([
          .map([Field("type", .text("detainer")), Field("date", .text("2008"))]),
          .list([.list([.map([Field("deep", .null)])]), .text("b")]),
          .map([]),
        ])),
      Field("text", .text("One.\n\nTwo.\n")),
    ])
    #expect(
      ExportHelp.yaml(value) == """
        id: a
        tags: [x, z]
        nothing: []
        empty: {}
        events:
          - type: detainer
            date: "2008"
          - - - deep: null
            - b
          - {}
        text: |
          One.

          Two.

        """)
  }

  @Test func documentsArePartedByDashes() {
    var writer = YAMLWriter()
    writer.document(.map([Field("id", .text("a"))]))
    writer.document(.map([Field("id", .text("b"))]), isFirst: false)
    #expect(String(decoding: writer.take(), as: UTF8.self) == "id: a\n---\nid: b\n")
  }
}
