import CasebookCore
import Testing

struct JSONTreeReaderTests {
  private func read(_ text: String) -> String {
    let tree = DataTree()
    do throws(TreeError) {
      try JSONTreeReader().read(SourceText(copying: text.utf8), into: tree)
      return TreeText.of(tree)
    } catch {
      return TreeText.of(error)
    }
  }

  @Test(arguments: [
    (#"{"a":[1,2.50,-0,1e999],"b":{"c":null}}"#, "{a=[1 2.50 -0 1e999] b={c=null}}"),
    (" [ ] ", "[]"), ("{ }", "{}"), ("true", "true"), (#""x""#, "'x'"),
    (#"["\u00e9\n\"\\\/","\ud83d\ude00"]"#, "['é\n\"\\/' '😀']"),
    (#"{"a":1,"a":2}"#, "{a=1 a=2}"),
    ("\u{FEFF}[\n1 , false\r\n]", "[1 false]"),
    ("[\"\u{2028}\"]", "['\u{2028}']"),
  ])
  func valuesAreReadAsWritten(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("[1,]", "1:4 expected([value], found: scalar(\"]\"))"),
    (#"{"a":1,}"#, "1:8 expected([key], found: scalar(\"}\"))"),
  ])
  func anErrorNamesItsPlaceAndWhatWasExpected(text: String, expected: String) {
    #expect(read(text) == expected)
  }
}
