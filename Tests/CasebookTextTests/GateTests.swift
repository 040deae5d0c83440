import Testing

@testable import CasebookText

struct GateTests {
  @Test(
    arguments: [
      ("", ""),
      ("plain text, 100 %", "plain text, 100 %"),
      ("a\u{1B}[6nb", "a^[[6nb"),
      ("\u{0}\u{8}\u{1F}\u{7F}", "^@^H^_^?"),
      ("a\tb", "a b"),
      ("a\nb\r\nc", "a^Jb^M^Jc"),
      ("\u{85}\u{9B}31m\u{9D}", "<U+0085><U+009B>31m<U+009D>"),
      ("a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"),
      ("user\u{202E}gnp.exe", "user<U+202E>gnp.exe"),
      ("\u{61C}\u{200E}\u{200F}\u{2066}\u{2069}", "<U+061C><U+200E><U+200F><U+2066><U+2069>"),
      ("pay\u{200B}load\u{2060}\u{FEFF}", "pay<U+200B>load<U+2060><U+FEFF>"),
      ("pass\u{AD}word", "pass<U+00AD>word"),
      ("\u{115F}\u{1160}\u{3164}\u{FFA0}", "<U+115F><U+1160><U+3164><U+FFA0>"),
      ("\u{2800}\u{34F}\u{FFFC}", "<U+2800><U+034F><U+FFFC>"),
      ("\u{2801}", "\u{2801}"),
      ("x\u{E0041}\u{E007F}", "x<U+E0041><U+E007F>"),
      ("\u{E000}\u{F0000}", "<U+E000><U+F0000>"),
      ("\u{378}", "<U+0378>"),
      ("new \u{1FAE8}", "new <U+1FAE8>"),
      ("\u{FFFD}\u{A0}\u{3000}", "\u{FFFD}\u{A0}\u{3000}"),
    ])
  func hiddenCharactersBecomeVisible(raw: String, shown: String) {
    #expect(Gate.shown(raw).string.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(
    arguments: [
      "مرحبا بالعالم", "case שלום 123 (a)", "กำนัน", "क्षत्रिय", "नेपाली श्री", "می\u{200C}خواهم",
      "ක්\u{200D}ෂ", "한국어", "\u{1112}\u{1161}\u{11AB}", "日本語", "葛\u{E0100}", "cafe\u{301}",
      "İIıi ß", "👩\u{200D}⚕\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "👍🏽", "❤\u{FE0F}",
      "1\u{FE0F}\u{20E3}", "🇬🇧🇬", "Ω ½ € ™ №", "ᠮᠣᠩᠭᠣᠯ\u{180B}", "Ghi chú tiếng Việt",
    ])
  func wordsOfEveryScriptStayAsTheyAre(text: String) {
    let shown = Gate.shown(text)
    #expect(shown.string.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(shown.escapes.isEmpty)
    #expect(!shown.isSuspect)
  }

  @Test(
    arguments: [
      ("a\u{200D}b", "a<U+200D>b"),
      ("a\u{200C}", "a<U+200C>"),
      ("\u{200D}", "<U+200D>"),
      ("👍\u{200D}a", "👍<U+200D>a"),
      ("👍\u{200D}", "👍<U+200D>"),
      ("👍\u{200C}👍", "👍<U+200C>👍"),
      ("ب\u{200C}\u{200C}ب", "ب\u{200C}<U+200C>ب"),
      ("a\u{FE0F}", "a<U+FE0F>"),
      ("1\u{FE0F}2", "1<U+FE0F>2"),
      ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}<U+FE0F>"),
      ("a\u{E0100}\u{E0101}", "a<U+E0100><U+E0101>"),
      ("a\u{180B}", "a<U+180B>"),
    ])
  func joinersAndSelectorsOutOfPlaceBecomeVisible(raw: String, shown: String) {
    #expect(Gate.shown(raw).string.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(arguments: [0xFDD0, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func noncharactersBecomeVisible(value: UInt32) throws {
    let raw = String(Character(try #require(Unicode.Scalar(value))))
    #expect(Gate.shown(raw).string == "<U+\(String(value, radix: 16, uppercase: true))>")
  }

  @Test func aBaseKeepsFourMarksAndTheRestIsCounted() {
    let marks = String(repeating: "\u{301}", count: 50_000)
    #expect(Gate.shown("a" + marks + "b").string == "a\u{301}\u{301}\u{301}\u{301}<+49996 marks>b")
    #expect(Gate.shown("a\u{301}\u{302}\u{303}\u{304}b").escapes.isEmpty)
  }

  @Test func joinersDoNotRestartTheCountOfMarks() {
    let marks = String(repeating: "\u{64B}\u{200C}", count: 40)
    let kept = Gate.shown("ب" + marks).string.unicodeScalars.count { $0.value == 0x64B }
    #expect(kept == 4)
  }

  @Test(arguments: ["\u{301}a", "\n\u{301}", "\u{202E}\u{301}", "\u{1161}"])
  func marksWithoutABaseBecomeVisible(raw: String) {
    #expect(Gate.shown(raw).escapes.contains { $0.kind == .looseMark })
  }

  @Test(
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]),
      ("a\r\nb\rc\nd", ["a", "b", "c", "d"]), ("a\n\rb", ["a", "", "b"]),
      ("a\u{2028}b\u{2029}c", ["a", "b", "c"]), ("a\u{B}b", ["a^Kb"]),
      ("a\u{301}\n\u{301}", ["a\u{301}", "<U+0301>"]),
    ] as [(String, [String])])
  func linesSplitAtEveryLineEnd(raw: String, rows: [String]) {
    #expect(Gate.lines(raw).map(\.string) == rows)
  }

  @Test(
    arguments: [
      (Array("name.json".utf8), "name.json"),
      (Array("Zoë\n".utf8), "Zoë^J"),
      ([0x61, 0xFF, 0x62], "a<FF>b"),
      ([0xC3], "<C3>"),
      ([0xC0, 0xAF], "<C0><AF>"),
      ([0xED, 0xA0, 0x80], "<ED><A0><80>"),
      ([0xF0, 0x9F, 0x98], "<F0><9F><98>"),
      ([0xE2, 0x80, 0xAE, 0xFE], "<U+202E><FE>"),
      ([0xFF, 0xCC, 0x81], "<FF><U+0301>"),
    ] as [([UInt8], String)])
  func bytesThatAreNotTextBecomeVisible(bytes: [UInt8], shown: String) {
    #expect(Gate.shown(bytes: bytes).string == shown)
  }

  @Test(
    arguments: [
      ("a\u{1B}", true), ("\u{202E}", true), ("\u{200B}", true), ("\u{E000}", true),
      ("a\nb", false), ("\u{1FAE8}", false), ("a\tb", false), ("\u{301}", false),
    ])
  func onlyHarmfulCharactersAreWarnedOf(raw: String, isSuspect: Bool) {
    #expect(Gate.shown(raw).isSuspect == isSuspect)
  }

  @Test func escapesSayWhereAndWhy() {
    let shown = Gate.shown("é\u{1B}x\u{202E}")
    #expect(
      shown.escapes == [
        Escape(range: 2..<4, kind: .control), Escape(range: 5..<13, kind: .bidirectional),
      ])
  }

  @Test func styledTextMarksEscapes() {
    let line = Gate.styled("a\u{1B}b\u{7}", .title)
    #expect(line.spans.map(\.text.string) == ["a", "^[", "b", "^G"])
    #expect(line.spans.map(\.role) == [.title, .escape, .title, .escape])
  }

  @Test func everyScalarComesOutHarmless() {
    var harmful: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Gate.shown("a" + String(Character(scalar)))
      if !shown.string.unicodeScalars.allSatisfy(isHarmless) { harmful.append(value) }
    }
    #expect(harmful == [])
  }
}

/// Says of a scalar, by Unicode's own properties, that it is seen and moves nothing.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
  default: !scalar.properties.isDefaultIgnorableCodePoint
  }
}
