import Testing

@testable import CasebookCore

/// Patterns, texts they match and texts they do not.
private let matches: [(pattern: String, yes: [String], no: [String])] = [
  ("abc", ["abc", "xABCx"], ["ab", "acb", ""]),
  ("a.c", ["abc", "aéc", "a👩c"], ["a\nc", "ac"]),
  ("^a", ["abc"], ["ba"]),
  ("c$", ["abc", "abc\n"], ["abcd"]),
  ("^$", [""], ["a"]),
  ("^(male|female)$", ["male", "Female"], ["males", "a male"]),
  ("a*b", ["b", "aaab"], ["a"]),
  ("a+b", ["ab", "caab"], ["b", "a"]),
  ("^ab?c$", ["ac", "abc"], ["abbc"]),
  ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
  ("^a{2}$", ["aa"], ["a", "aaa"]),
  ("^a{2,}$", ["aa", "aaaaa"], ["a"]),
  ("^a{,2}b$", ["b", "aab"], ["aaab"]),
  ("a{x}", ["a{x}"], ["ax"]),
  ("I-?247[ADN]", ["form i-247a", "I247D"], ["I-247X", "I--247A"]),
  ("[^a-c]", ["d", "é"], ["abc", "A"]),
  ("[A-C]", ["b"], ["d"]),
  ("[]a]", ["]", "a"], ["["]),
  ("[a-]", ["-"], ["b"]),
  (#"[\d-]x"#, ["5x", "-x"], ["ax"]),
  (#"^\d+$"#, ["12", "٢٣"], ["1a"]),
  (#"^\w+$"#, ["a_1", "移民"], ["a b", "—"]),
  (#"^\s$"#, [" ", "\u{A0}"], ["a"]),
  (#"^\D\W\S$"#, ["a-b"], ["1-b", "aab", "a- "]),
  (#"\bjail\b"#, ["the jail.", "jail", "jail—x"], ["jails", "jailé"]),
  (#"\Bail"#, ["jail"], ["ail", "an ail"]),
  (#"a\.b"#, ["a.b"], ["axb"]),
  (#"\x41\u00e9"#, ["ae", "Aé"], ["a"]),
  ("peñuelas", ["Peñuelas", "penuelas"], ["penelas"]),
  ("straße", ["strasse", "STRASSE"], ["strase"]),
  ("(a|b)(c|d)", ["xbd"], ["ab", "cd"]),
  ("(?:ab)+c", ["ababc"], ["ac"]),
  ("(?P<name>a)(?<other>b)", ["ab"], ["ba"]),
  ("(a*)*b", ["aaab", "b"], ["aaa"]),
  ("(a|a)*$", ["aaaa", "b"], []),
  ("a||b", ["x", ""], []),
  ("x(((((){1000}){1000}){1000}){1000}){1000}y", ["xy"], ["x y"]),
  ("a.*?b", ["axxb"], ["ba"]),
]

private let refused: [(String, PatternError)] = [
  ("(a", .unbalancedParenthesis), ("a)", .unbalancedParenthesis), ("[a", .unclosedClass),
  ("[b-a]", .emptyClass), ("*a", .nothingToRepeat), ("a**", .nothingToRepeat),
  ("^*", .nothingToRepeat), ("a{3,2}", .repetition(limit: 1_000)),
  ("a{1001}", .repetition(limit: 1_000)), (#"a\"#, .trailingBackslash),
  ("(?=a)", .unsupported("lookahead or back reference")), ("(?!a)", .unsupported("lookahead")),
  ("(?<=a)", .unsupported("lookbehind")), (#"(a)\1"#, .unsupported("back reference")),
  (#"\q"#, .unsupported(#"\q"#)), ("[[:alpha:]]", .unsupported("named class")),
  ("(?i)a", .unsupported("flag in a pattern")), ("a++", .unsupported("possessive repetition")),
  ("((a{100}){100}){100}", .tooLarge(limit: 5_000)),
  (String(repeating: "(", count: 65), .tooDeep(limit: 64)),
]

@Suite struct PatternTests {
  @Test(arguments: matches)
  func patternMatchesFoldedText(_ pattern: String, _ yes: [String], _ no: [String]) throws {
    var matcher = PatternMatcher(try Pattern(pattern))
    #expect(yes.filter { !matcher.matches(folded: $0) } == [])
    #expect(no.filter { matcher.matches(folded: $0) } == [])
  }

  @Test(arguments: refused)
  func whatCannotBeMatchedInLinearTimeIsRefused(_ pattern: String, _ error: PatternError) {
    #expect(throws: error) { try Pattern(pattern) }
  }

  @Test(arguments: [
    ("abc", "abc"), ("a.cde|f", ""), ("x(county)+y*z", "county"), ("ab?cd", "cd"),
    (#"\bfoo\b"#, "foo"), ("(a|b)longest", "longest"), ("^É{2}", "e"),
  ])
  func requiredTextIsInEveryMatch(_ pattern: String, _ required: String) throws {
    #expect(String(decoding: try Pattern(pattern).requiredText, as: UTF8.self) == required)
  }

  @Test func statesAreForgottenBeforeTheyFillMemory() throws {
    var matcher = PatternMatcher(try Pattern("a[ab]{14}c"))
    var random = SplitMix(seed: 11)
    var text = ""
    for _ in 0..<20_000 { text += Bool.random(using: &random) ? "a" : "b" }
    let isFound = [text, text + "abbbbbbbbbbbbbbc"].map { matcher.matches(folded: $0) }
    #expect(isFound == [false, true])
  }

  @Test func noPatternMakesTheParserFail() {
    let pieces = ["a", "(", ")", "[", "]", "{", "}", "2", ",", "*", "?", "|", "\\", "^", "-", "é"]
    var random = SplitMix(seed: 5)
    var read = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let pattern = try? Pattern(text) else { continue }
      var matcher = PatternMatcher(pattern)
      _ = matcher.matches(folded: "a2é(a)")
      read += 1
    }
    #expect(read > 500)
  }
}

extension PatternMatcher {
  fileprivate mutating func matches(folded text: String) -> Bool {
    Fold.folded(text).withUnsafeBytes { matches($0) }
  }
}
