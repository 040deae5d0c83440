import CasebookText
import Testing

struct GateASCIITests {
  @Test(
    arguments: [
      ("plain", "plain"), ("café", "caf<U+00E9>"), ("e\u{301}", "e<U+0301>"),
      ("日本", "<U+65E5><U+672C>"), ("👍🏽", "<U+1F44D><U+1F3FD>"), ("é\u{1B}", "<U+00E9>^["),
    ])
  func otherCharactersBecomeCodePoints(raw: String, shown: String) {
    #expect(Gate.ascii(Gate.shown(raw)).string == shown)
  }

  @Test func escapesAreKeptInTheirPlaces() {
    let shown = Gate.ascii(Gate.shown("é\u{1B}é"))
    #expect(shown.escapes.map(\.range) == [0..<8, 8..<10, 10..<18])
    #expect(shown.escapes.map(\.kind) == [.foreign, .control, .foreign])
  }

  @Test func linesKeepTheirRoles() {
    let line = Gate.ascii(StyledLine([StyledSpan("ä", .title), StyledSpan("b", .label)]))
    #expect(line.spans.map(\.text.string) == ["<U+00E4>", "b"])
    #expect(line.spans.map(\.role) == [.title, .label])
  }
}
