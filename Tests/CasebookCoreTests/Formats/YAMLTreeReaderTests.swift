import CasebookCore
import Testing

struct YAMLTreeReaderTests {
  private func read(_ text: String) -> String {
    let tree = DataTree()
    do throws(TreeError) {
      try YAMLTreeReader().read(SourceText(copying: text.utf8), into: tree)
      return TreeText.of(tree)
    } catch {
      return TreeText.of(error)
    }
  }

  @Test(arguments: [
    (
      "a: no\nb: 012\nc: 12:30:45\nd: 1.10\ne: 2013-02-30",
      "{a='no' b=012 c='12:30:45' d=1.10 e='2013-02-30'}"
    ),
    ("- &x {p: 1}\n- *x", "[{p=1} {p=1}]"),
  ])
  func valuesAreReadAsWritten(text: String, expected: String) {
    #expect(read(text) == expected)
  }
}
