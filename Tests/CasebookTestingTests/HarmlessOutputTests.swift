import CasebookTesting
import Testing

/// The judge of bytes tells what draws from what acts or hides.
@Suite struct HarmlessOutputTests {
  @Test(arguments: [
    "plain text", "é漢🙂", "\u{1B}[2J\u{1B}[1;1H\u{1B}[31;1mred\u{1B}[m", "\u{1B}[?1049h\u{1B}[?25l",
    "\u{1B}[38;5;8mgrey", "\u{1B}(B\u{1B}=\u{1B}[22;0;0t", "a\r\n\tb\u{8}",
  ])
  func whatDrawsIsHarmless(text: String) {
    #expect(HarmlessOutput.violations(in: Array(text.utf8)) == [])
  }

  @Test(arguments: [
    ("\u{1B}]0;title\u{7}", #"ESC "]0;title\u{07}""#), ("\u{1B}[6n", "CSI [6]n"),
    ("\u{1B}[c", "CSI []c"), ("\u{1B}[8;10;10t", "CSI [8, 10, 10]t"),
    ("\u{1B}[?47h", "CSI ?[47]h"), ("\u{1B}[8msecret", "CSI [8]m"),
    ("\u{1B}P1$r\u{1B}\\", #"ESC "P1$r\u{1B}\\""#), ("\u{1B}c", #"ESC "c""#),
    ("\u{202E}", "U+202E"), ("\u{9B}", "U+9B"), ("\u{E0041}", "U+E0041"), ("\u{5}", "control 5"),
  ])
  func whatActsOrHidesIsNamed(text: String, violation: String) {
    #expect(HarmlessOutput.violations(in: Array(text.utf8)) == [violation])
  }
}
