import CasebookCanvas
import Testing

struct TextFieldTests {
  /// A field written as its text with `|` for the cursor.
  private func field(_ text: String) -> TextField {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var field = TextField(parts.joined())
    for _ in parts.last ?? "" { field.moveLeft() }
    return field
  }

  private func shown(_ field: TextField) -> String { field.before + "|" + field.after }

  @Test(
    arguments: [
      ("|", Key.character("a"), "a|"),
      ("ab|c", .character("é"), "abé|c"),
      ("ab|c", .backspace, "a|c"),
      ("|c", .backspace, "|c"),
      ("ab|c", .delete, "ab|"),
      ("ab|", .delete, "ab|"),
      ("ab|c", .left, "a|bc"),
      ("|ab", .left, "|ab"),
      ("a|b", .right, "ab|"),
      ("ab|", .right, "ab|"),
      ("ab|c", .home, "|abc"),
      ("a|bc", .end, "abc|"),
      ("ab|c", .control("a"), "|abc"),
      ("a|bc", .control("e"), "abc|"),
      ("one two  |x", .control("w"), "one |x"),
      ("one two|", .control("w"), "one |"),
      ("one|", .control("w"), "|"),
      ("  |", .control("w"), "|"),
      ("|x", .control("w"), "|x"),
      ("one|two", .control("u"), "|two"),
      ("one|two", .control("k"), "one|"),
      ("one two  |", .alt("b"), "one |two  "),
      ("|one two", .alt("b"), "|one two"),
      ("one| two x", .alt("f"), "one two| x"),
      ("one| ", .alt("f"), "one |"),
      ("👩\u{200D}⚕\u{FE0F}|", .backspace, "|"),
      ("e\u{301}|", .backspace, "|"),
      ("日本|", .left, "日|本"),
    ])
  func keysEdit(before: String, key: Key, after: String) {
    var field = field(before)
    let isHandled = field.handle(key)
    #expect(isHandled)
    #expect(shown(field) == after)
  }

  @Test(arguments: [Key.enter, .escape, .up, .down, .tab, .pageUp, .function(1), .control("c")])
  func otherKeysAreTheCallers(key: Key) {
    var field = field("a|b")
    let isHandled = field.handle(key)
    #expect(!isHandled)
    #expect(shown(field) == "a|b")
  }

  @Test func pastedLinesBecomeBlanks() {
    var field = TextField("a")
    field.insert("1\r\n2\t3\u{2028}4")
    #expect(field.text == "a1  2 3 4")
  }

  @Test func aLineHasALimit() {
    var field = TextField(String(repeating: "x", count: 1_000_000))
    #expect(field.text.count == TextField.maximumLength)
    field.insert("y")
    #expect(!field.text.contains("y"))
    field.clear()
    #expect(field.isEmpty)
  }

  @Test func hostileTextIsKeptAsTyped() {
    #expect(TextField("a\u{1B}[6n").text == "a\u{1B}[6n")
  }
}
