import Testing

@testable import CasebookApp

/// Pages of the documentation as plain text.
@Suite struct PlainPageTests {
  private func lines(_ markdown: String, section: String? = nil) -> [String] {
    PlainPage.lines(of: markdown, section: section) { $0 == "Other" ? "casebook help other" : nil }
      .map(\.string)
  }

  @Test func headingsEndWithAStopOrAColon() {
    #expect(
      lines("# Title\n\nWhat it is.\n\n## Overview\n\nText.\n\n## Part\n\nMore.\n")
        == ["Title.", "", "What it is.", "", "Text.", "", "Part:", "", "More."])
  }

  @Test func aParagraphIsOneLine() {
    #expect(
      lines("One\ntwo\n  three.\n\n- a\n  b\n- c\n") == ["One two three.", "", "- a b", "- c"])
  }

  @Test func aRowOfATableIsOneLine() {
    #expect(
      lines("| a | b |\n|---|---|\n| `x:1` `x:2` | finds x |\n| `y` | |\n") == [
        "x:1, x:2: finds x", "y",
      ])
    #expect(
      lines("| name | may be | default |\n|---|---|---|\n| fold | `on\\|off` | on |\n")
        == ["fold; may be: on|off; default: on"])
  }

  @Test func codeStaysAsItIs() {
    #expect(
      lines("Do:\n\n```yaml\n# a *b*\n\n| c |\n```\n") == ["Do:", "", "  # a *b*", "", "  | c |"])
  }

  @Test func markupAndLinksBecomeWords() {
    #expect(
      lines("**Bold** and *not*, `a*b`, ``Case``: <doc:Other>, <doc:None>, 1 < 2.")
        == ["Bold and not, a*b, Case: casebook help other, None, 1 < 2."])
  }

  @Test func aSectionEndsAtTheNextOfItsLevel() {
    let page = "# T\n\n## Dates\n\nIn it.\n\n### Deeper\n\nToo.\n\n## Next\n\nNot.\n"
    #expect(lines(page, section: "Dates") == ["Dates:", "", "In it.", "", "Deeper:", "", "Too."])
    #expect(lines(page, section: "Absent") == [])
  }

  @Test func textOfAPageIsMadeHarmless() {
    #expect(!lines("a\u{1B}[2Jb")[0].contains("\u{1B}"))
  }
}
