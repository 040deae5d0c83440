import CasebookText
import Testing

struct StyledLineTests {
  @Test func emptyTextMakesNoSpan() {
    var line = StyledLine("", .title)
    line.append("")
    #expect(line.spans.isEmpty)
    #expect(line.isEmpty)
  }

  @Test func joiningKeepsRoles() {
    let line = [StyledLine("a", .title), StyledLine("b", .label)].joined(separator: "  ")
    #expect(line.text.string == "a  b")
    #expect(line.spans.map(\.role) == [.title, .normal, .label])
    #expect((line + line).columns == 8)
  }

  @Test func oneRoleForAll() {
    let line = (StyledLine("a", .title) + StyledLine("b")).with(role: .match)
    #expect(line.spans.map(\.role) == [.match, .match])
  }

  @Test func escapesGetTheirRole() {
    let line = StyledLine(Gate.shown("\u{7}ab\u{8}\u{9}"), .title).markingEscapes()
    #expect(line.spans.map(\.text.string) == ["^G", "ab", "^H", " "])
    #expect(line.spans.map(\.role) == [.escape, .title, .escape, .title])
  }
}
