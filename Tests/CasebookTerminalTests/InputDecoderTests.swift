import CasebookCanvas
import Testing

@testable import CasebookTerminal

/// The events of bytes that come in one piece, and then of a silence.
private func events(_ text: String, _ keys: [[UInt8]: Key] = [:]) -> [InputEvent] {
  var decoder = InputDecoder(sequences: KeySequences(keys))
  return decoder.decode(Array(text.utf8)) + decoder.flush()
}

private func keys(_ keys: Key...) -> [InputEvent] { keys.map { .key($0) } }

@Suite struct InputDecoderTests {
  @Test(
    arguments: [
      ("a", [.character("a")]),
      ("é漢", [.character("é"), .character("漢")]),
      ("\u{3}\u{1A}", [.control("c"), .control("z")]),
      ("\u{0}", [.control(" ")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
      ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
      ("\u{1F}", [.control("_")]),
      ("\u{1B}", [.escape]),
      ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]),
      ("\u{1B}[", []), ("\u{1B}O", []), ("\u{1B}]", []),
      ("\u{1B}\r", [.alt("\r")]), ("\u{1B}\u{7F}", [.alt("\u{7F}")]),
      ("\u{1B}xy", [.alt("x"), .character("y")]),
    ] as [(String, [Key])])
  func singleKeysAreTheirBytes(text: String, expected: [Key]) {
    #expect(events(text) == expected.map { .key($0) })
  }

  @Test(
    arguments: [
      ("[A", .up), ("OA", .up), ("[B", .down), ("[C", .right), ("OD", .left),
      ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("[4~", .end),
      ("[5~", .pageUp), ("[6~", .pageDown), ("[2~", .insert), ("[3~", .delete), ("[Z", .backTab),
      ("OP", .function(1)), ("[R", .function(3)), ("[[A", .function(1)), ("[[E", .function(5)),
      ("[11~", .function(1)), ("[15~", .function(5)), ("[24~", .function(12)),
      ("[21;5~", .function(10)),
      ("[1;5C", .right), ("[1;2P", .function(1)), ("OM", .enter), ("Ok", .character("+")),
    ] as [(String, Key)])
  func sequencesOfTheXtermFamilyAreKeys(sequence: String, key: Key) {
    #expect(events("\u{1B}\(sequence)x") == keys(key, .character("x")))
  }

  @Test(arguments: [
    "[1;1R", "[24;80R", "[?1;2R", "[1;2R",  // cursor position, which looks like F3
    "[?64;1;2c", "[>41;354;0c", "[=1c",  // device attributes
    "[0n", "[?13n", "[8;24;80t", "[?2004;1$y", "[I", "[O",
    "[<0;10;20M", "[<0;10;20m", "[M !!", "[97;5u", "[27;5;9~", "[999~",
    "]11;rgb:0000/0000/0000\u{7}", "]11;rgb:0000/0000/0000\u{1B}\\",
    "P1$r0m\u{1B}\\", "P>|XTerm(354)\u{1B}\\", "_Gi=1;OK\u{1B}\\", "]lwindow:quit\r\u{7}",
    "[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1R", "[?1;2;3:4:5 q", "OR\u{1B}[3;4R",
  ])
  func answersOfTheTerminalAreSwallowedWhole(sequence: String) {
    let all = events("\u{1B}\(sequence)x")
    #expect(all.last == .key(.character("x")))
    #expect(all.count == (sequence.hasPrefix("OR") ? 2 : 1))
  }

  @Test func anAnswerInPiecesIsSwallowedWhole() {
    for piece in 1...7 {
      var decoder = InputDecoder()
      let bytes = Array("\u{1B}[12;34Rx".utf8)
      let first = decoder.decode(bytes.prefix(piece))
      #expect(first == [])
      #expect(decoder.decode(bytes.dropFirst(piece)) == keys(.character("x")))
    }
  }

  @Test func aDescriptionGoesBeforeTheFamily() {
    let vt52: [[UInt8]: Key] = [[0x1B, 0x41]: .up, Array("\u{1B}?q".utf8): .function(1)]
    #expect(events("\u{1B}A", vt52) == keys(.up))
    let rxvt: [[UInt8]: Key] = [Array("\u{1B}[3$".utf8): .delete, Array("\u{1B}Oa".utf8): .up]
    #expect(events("\u{1B}[3$\u{1B}Oax", rxvt) == keys(.delete, .up, .character("x")))
  }

  @Test func aKeyOfADescriptionNeverTakesAnAnswer() {
    let xterm: [[UInt8]: Key] = [Array("\u{1B}[1;2R".utf8): .function(15)]
    #expect(events("\u{1B}[1;2R", xterm) == [])
  }

  @Test func combiningMarksJoinTheirBase() {
    #expect(events("e\u{301}x") == keys(.character("e\u{301}"), .character("x")))
    #expect(events("🇩🇪") == keys(.character("🇩🇪")))
  }

  @Test func aCharacterInTwoPiecesIsOne() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0xC3]) == [])
    #expect(decoder.pending == .rest)
    #expect(decoder.decode([0xA9]) == keys(.character("é")))
    #expect(decoder.pending == .nothing)
  }

  @Test func halfACharacterIsDroppedAndTheNextKeyLives() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0xC3]) == [])
    #expect(decoder.flush() == [])
    #expect(decoder.decode([0x78]) == keys(.character("x")))
    #expect(decoder.decode([0xE6, 0xBC, 0x0D, 0xFF, 0x80, 0x79]) == keys(.enter, .character("y")))
  }

  @Test func silenceDecidesAsSoonAsItCan() {
    let pending: [(String, InputDecoder.Pending)] = [
      ("", .nothing), ("x", .nothing), ("\u{1B}", .escape), ("\u{1B}[", .rest),
      ("\u{1B}[1", .rest), ("\u{1B}]", .rest), ("\u{1B}]1", .rest),
      ("\u{1B}[200~", .pasteEnd), ("\u{1B}[200~x", .pasteEnd),
    ]
    for (text, expected) in pending {
      var decoder = InputDecoder()
      _ = decoder.decode(Array(text.utf8))
      #expect(decoder.pending == expected, "\(text.debugDescription)")
    }
  }

  @Test(
    arguments: [
      ("\u{1B}[200~a:q\rb\u{1B}[201~x", [.paste("a:q\nb"), .key(.character("x"))]),
      ("\u{1B}[200~a\r\nb\r\r\nc\n\u{1B}[201~", [.paste("a\nb\n\nc\n")]),
      ("\u{1B}[200~\u{1B}[201~", []),
      ("\u{1B}[200~\u{1B}[1;1R\u{3}\u{1B}[201~", [.paste("\u{1B}[1;1R\u{3}")]),
      ("\u{1B}[200~never ended", [.paste("never ended"), .pasteWithoutEnd]),
    ] as [(String, [InputEvent])])
  func aPasteIsTextWhateverIsInIt(text: String, expected: [InputEvent]) {
    #expect(events(text) == expected)
  }

  @Test func aLongPasteComesInPiecesAndWhole() {
    var decoder = InputDecoder()
    let line = "0123456789é漢\n"
    let text = String(repeating: line, count: 200_000)
    let events = decoder.decode(Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8))
    #expect(events.last == .key(.character("q")))
    let pieces = events.compactMap { if case .paste(let text) = $0 { text } else { nil } }
    #expect(pieces.count == events.count - 1)
    #expect(pieces.joined() == text)
  }

  @Test func afterAnyBytesAndSilenceTheNextKeyIsUnderstood() {
    let pieces =
      [
        "\u{1B}", "[", "O", "]", "P", "\\", "\u{7}", "200~", "1;2", "M", "R", "x", "é", "\u{301}",
        "[[",
      ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0x9B], [0x00], [0x7F], [0x18]]
    // A linear congruential generator, so that each run is the same.
    var seed: UInt32 = 1
    for _ in 0..<5_000 {
      var decoder = InputDecoder()
      var bytes: [UInt8] = []
      for _ in 0..<8 {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        bytes += pieces[Int(seed >> 16) % pieces.count]
      }
      _ = decoder.decode(bytes)
      while decoder.pending != .nothing { _ = decoder.flush() }
      #expect(decoder.decode([3]) == keys(.control("c")), "\(bytes)")
      #expect(decoder.decode([0x71]) == keys(.character("q")), "\(bytes)")
    }
  }
}
