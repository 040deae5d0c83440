import CasebookText
import Testing

struct SearchHighlightTests {
  @Test(
    arguments: [
      (["hart"], "Hartford, West Hartford", "[Hart]ford, West [Hart]ford"),
      (["ford", "west"], "West Hartford", "[West] Hart[ford]"),
      (["art", "rtf"], "Hartford", "H[artf]ord"),
      (["aa"], "aaa", "[aaa]"),
      (["x"], "Hartford", "Hartford"),
      ([""], "Hartford", "Hartford"),
      ([], "Hartford", "Hartford"),
      (["longer than the line"], "line", "line"),
      (["é"], "CAFÉ", "CAF[É]"),
      (["u+202e"], "a\u{202E}b", "a[<U+202E>]b"),
      (["本"], "日本", "日[本]"),
    ] as [([String], String, String)])
  func everyHitIsMarked(terms: [String], raw: String, expected: String) {
    let line = SearchHighlight(terms: terms).applied(to: StyledLine(Gate.shown(raw)))
    let marked = line.spans.map { $0.role == .match ? "[\($0.text.string)]" : $0.text.string }
    #expect(marked.joined() == expected)
    #expect(
      SearchHighlight(terms: terms).hits(StyledLine(Gate.shown(raw)))
        == (raw != expected && expected.contains("[")))
  }

  @Test func hitsRunOverSpansAndOtherRolesStay() {
    let line = StyledLine([StyledSpan("West Hart", .title), StyledSpan("ford, CT", .label)])
    let marked = SearchHighlight(terms: ["hartford"]).applied(to: line)
    #expect(marked.spans.map(\.text.string) == ["West ", "Hart", "ford", ", CT"])
    #expect(marked.spans.map(\.role) == [.title, .match, .match, .label])
  }

  @Test func theFoldDecidesWhatIsEqual() {
    let fold: SearchHighlight.Fold = {
      $0 == "é" ? "e" : $0 == "ß" ? "ss" : $0 == "-" ? "" : $0.lowercased()
    }
    let highlight = SearchHighlight(terms: ["cafe", "mass"], fold: fold)
    let line = highlight.applied(to: StyledLine("Ca-fé Maß"))
    #expect(line.spans.filter { $0.role == .match }.map(\.text.string) == ["Ca-fé", "Maß"])
  }

  @Test func aCharacterOfASCIIMayFoldToSeveral() {
    let fold: SearchHighlight.Fold = { $0 == "&" ? "and" : $0.lowercased() }
    let line = SearchHighlight(terms: ["d i", "nd"], fold: fold).applied(to: StyledLine("A&B & IC"))
    let marked = line.spans.map { $0.role == .match ? "[\($0.text.string)]" : $0.text.string }
    #expect(marked.joined() == "A[&]B [& I]C")
  }
}
