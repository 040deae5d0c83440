import CasebookCore
import Testing

/// JSON out is exact, and harmless.
@Suite struct JSONWriterTests {
  @Test(arguments: [
    (FieldValue.text("plain"), #""plain""#),
    (.text("a \"b\" \\ c"), #""a \"b\" \\ c""#),
    (.text("line\nend\ttab\r"), #""line\nend\ttab\r""#),
    (.text("\u{1B}]0;x\u{7}\u{7F}\u{9B}6n"), #""\u001B]0;x\u0007\u007F\u009B6n""#),
    (.text("\u{202E}rtl\u{2066}\u{2028}\u{FEFF}"), #""\u202Ertl\u2066\u2028\uFEFF""#),
    (.text("\u{E0041}"), #""\uDB40\uDC41""#),
    (.text("é ü 日本 שלום 👩‍🚒"), #""é ü 日本 שלום 👩‍🚒""#),
    (.text(""), #""""#),
    (.boolean(true), "true"), (.boolean(false), "false"), (.null, "null"),
    (.list([]), "[]"), (.map([]), "{}"),
    (.list([.text("a"), .list([.null]), .map([])]), #"["a",[null],{}]"#),
    (.map([Field("k", .number("1")), Field("k", .text("2"))]), #"{"k":1,"k":"2"}"#),
  ])
  func valuesAreWrittenExactly(value: FieldValue, json: String) {
    #expect(ExportHelp.json(value) == json)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "-0"), ("1.10", "1.10"), ("1e999", "1e999"), ("-1.5E+3", "-1.5E+3"),
    ("12345678901234567890123", "12345678901234567890123"),
    ("012", #""012""#), ("+1", #""+1""#), (".5", #"".5""#), ("1.", #""1.""#), ("1e", #""1e""#),
    ("0x1F", #""0x1F""#), (".inf", #"".inf""#), ("", #""""#), ("-", #""-""#),
  ])
  func numbersKeepTheirText(written: String, json: String) {
    #expect(ExportHelp.json(.number(written)) == json)
  }

  @Test func anIndentedValueHasAMemberALine() {
    let value = FieldValue.map([
      Field("id", .text("a")), Field("tags", .list([.text("x"), .text("y")])),
      Field("none", .list([])),
    ])
    #expect(
      ExportHelp.json(value, .indented) == """
        {
          "id": "a",
          "tags": [
            "x",
            "y"
          ],
          "none": []
        }
        """)
  }

  @Test func depthCostsNoFrames() {
    var value = FieldValue.text("x")
    for _ in 0..<256 { value = .list([value]) }
    let json = ExportHelp.json(value)
    #expect(
      json == String(repeating: "[", count: 256) + #""x""# + String(repeating: "]", count: 256))
  }
}
