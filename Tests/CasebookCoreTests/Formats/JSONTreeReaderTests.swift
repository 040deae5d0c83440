import CasebookCore
import Testing

/// Reads one JSON text and writes down the tree or the refusal.
private func read(_ bytes: [UInt8], limits: TreeLimits = TreeLimits()) -> String {
  let tree = DataTree()
  do throws(TreeError) {
    try JSONTreeReader(limits: limits).read(SourceText(copying: bytes), into: tree)
    return TreeText.of(tree)
  } catch {
    return TreeText.of(error)
  }
}

struct JSONTreeReaderTests {
  @Test(arguments: [
    (#"{"a":[1,2.50,-0,1e999],"b":{"c":null}}"#, "{a=[1 2.50 -0 1e999] b={c=null}}"),
    ("12345678901234567890123 ", "12345678901234567890123"),
    (" [ ] ", "[]"), ("{ }", "{}"), ("true", "true"), (#""x""#, "'x'"),
    (#"["\u00e9\n\"\\\/","\ud83d\ude00",""]"#, "['é\n\"\\/' '😀' '']"),
    (#"["\u0000"]"#, "['\0']"),
    (#"{"a":1,"a":2}"#, "{a=1 a=2}"),
    ("\u{FEFF}[\n1 , false\r\n]", "[1 false]"),
    ("[\"\u{2028}\"]", "['\u{2028}']"),
  ])
  func valuesAreReadAsWritten(text: String, expected: String) {
    #expect(read(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("[1,]", "1:4 expected([value], found: (\"]\"))"),
    (#"{"a":1,}"#, "1:8 expected([key], found: (\"}\"))"),
    (#"{"a" 1}"#, "1:6 expected([colon], found: (\"1\"))"),
    (#"{"a":1 "b":2}"#, "1:8 expected([comma, objectEnd], found: (\"\\\"\"))"),
    ("[1 2]", "1:4 expected([comma, arrayEnd], found: (\"2\"))"),
    ("{'a':1}", "1:2 expected([key, objectEnd], found: (\"\\'\"))"),
    ("[nul]", "1:2 expected([value], found: (\"n\"))"),
    ("[NaN]", "1:2 expected([value], found: (\"N\"))"),
    ("[\n\"é\", x]", "2:6 expected([value], found: (\"x\"))"),
    ("[\r\n1,\r\n+1]", "3:1 expected([value], found: (\"+\"))"),
    ("[\r1,\rx]", "3:1 expected([value], found: (\"x\"))"),
    ("{} x", "1:4 trailingContent(found: (\"x\"))"),
    ("[][]", "1:3 trailingContent(found: (\"[\"))"),
    ("", "1:1 empty"), (" \n ", "2:2 empty"),
  ])
  func anErrorNamesItsPlaceAndWhatWasExpected(text: String, expected: String) {
    #expect(read(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("[012]", "1:3 malformedNumber"), ("[1.]", "1:4 malformedNumber"),
    ("[.5]", "1:2 expected([value], found: (\".\"))"), ("[1e]", "1:4 malformedNumber"),
    ("[-]", "1:3 malformedNumber"), ("[1x]", "1:3 malformedNumber"),
    ("[1\"a\"]", "1:3 malformedNumber"), ("[0x1F]", "1:3 malformedNumber"),
  ])
  func aNumberHasToBeWrittenAsJSONWritesIt(text: String, expected: String) {
    #expect(read(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    (#"["\x"]"#, "1:3 badEscape"), (#"["a\u12"]"#, "1:4 badEscape"),
    (#"["\ud800"]"#, "1:3 loneSurrogate"), (#"["\udc00\ud800"]"#, "1:3 loneSurrogate"),
    (#"["\ud800\u0041"]"#, "1:3 loneSurrogate"),
    ("[\"a\tb\"]", "1:4 controlCharacter(\"\\t\")"),
    ("[\"a\u{1B}[6n\"]", "1:4 controlCharacter(\"\\u{1B}\")"),
    ("[\"ab\n\"]", "1:5 unclosedQuote(opened: 1:2)"),
    ("[\"ab", "1:5 incomplete(expected: [quote], opened: 1:2)"),
  ])
  func aStringHoldsOnlyWhatItMay(text: String, expected: String) {
    #expect(read(Array(text.utf8)) == expected)
  }

  @Test func bytesThatAreNotUTF8AreNamedWithTheirPlace() {
    let start = Array("[\"é".utf8)
    #expect(read(start + [0xFF]) == "1:4 invalidUTF8(255, guess: nil)")
    #expect(read(start + [0xC0, 0x9B]) == "1:4 invalidUTF8(192, guess: nil)")
    #expect(read(start + [0xED, 0xA0, 0x80]) == "1:4 invalidUTF8(237, guess: nil)")
    #expect(read(start + [0xF4, 0x90, 0x80, 0x80]) == "1:4 invalidUTF8(244, guess: nil)")
    #expect(read(Array("[1, ".utf8) + [0xFF]) == "1:5 invalidUTF8(255, guess: nil)")
    #expect(read(Array("[\"caf".utf8) + [0xE9, 0x22, 0x5D]).hasSuffix("guess: windows1252)"))
  }

  @Test func anErrorBeforeABadByteComesFirst() {
    #expect(read(Array("[1,,\"".utf8) + [0xFF]) == "1:4 expected([value], found: (\",\"))")
  }

  @Test func whatIsNoTextIsNamed() {
    let wide = Array("{\"a\":[]}".utf8).flatMap { [$0, 0 as UInt8] }
    #expect(read([0xFF, 0xFE] + wide) == "1:1 looksLike(text(utf16LittleEndian))")
    #expect(read(wide) == "1:2 looksLike(text(utf16LittleEndian))")
    #expect(read([0x1F, 0x8B, 8, 0]) == "1:1 looksLike(gzip)")
    #expect(read([0x7F, 0x45, 0x4C, 0x46, 1]) == "1:1 looksLike(elf)")
    #expect(read([0x50, 0x4B, 3, 4]) == "1:1 looksLike(zip)")
  }

  @Test func depthIsLimited() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(!read(nested(256)).contains("depth"))
    #expect(read(nested(257)) == "1:257 depthLimit(256)")
    #expect(read(nested(1_000_000)) == "1:257 depthLimit(256)")
    var limits = TreeLimits()
    limits.depth = 1
    #expect(read(nested(2), limits: limits) == "1:2 depthLimit(1)")
  }

  @Test func keysOfAnObjectAreLimited() {
    var limits = TreeLimits()
    limits.keysPerObject = 2
    let text = #"{"a":{"b":1,"c":2},"d":{"e":1,"f":2,"g":3}}"#
    #expect(read(Array(text.utf8), limits: limits) == "1:37 tooManyKeys(limit: 2)")
  }

  @Test func aTextCutAnywhereIsRefusedWithinItsEnd() throws {
    let text = Array(#" {"a":[1.5e3,true,null],"b":"c\u00e9\ud83d\ude00é"}"#.utf8)
    for end in 0..<text.count {
      let tree = DataTree()
      let error = #expect(throws: TreeError.self) {
        try JSONTreeReader().read(SourceText(copying: text[..<end]), into: tree)
      }
      #expect(try #require(error?.position.byteOffset) <= end)
    }
    #expect(read(text) == "{a=[1.5e3 true null] b='cé😀é'}")
  }
}
