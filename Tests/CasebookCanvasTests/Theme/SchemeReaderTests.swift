import Testing

@testable import CasebookCanvas

struct SchemeReaderTests {
  private static let colours = "0123456789ABCDEF".map { digit in
    "base0\(digit): \"\(digit)\(digit)2233\""
  }

  private static func classic(_ extra: String = "") -> String {
    "scheme: \"My Scheme\"\nauthor: 'A # B'\n" + extra + colours.joined(separator: "\n") + "\n"
  }

  private static func tinted(_ head: String, _ colours: [String] = colours) -> String {
    head + "palette:\n" + colours.map { "  " + $0 + "\n" }.joined()
  }

  private func problem(in text: String) -> SchemeError? {
    do {
      _ = try Base16Scheme.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func theOlderFormIsRead() throws {
    let scheme = try Base16Scheme.parse(Self.classic())
    #expect(scheme.name == "My Scheme")
    #expect(scheme.author == "A # B")
    #expect(scheme.slug == "my-scheme")
    #expect(scheme.system == .base16)
    #expect(scheme.colours.count == 16)
    #expect(scheme[0x03] == RGB(0x33, 0x22, 0x33))
    #expect(scheme[0x13] == scheme[0x05])
  }

  @Test func theNewerFormIsRead() throws {
    let head = """
      # a comment
      ---
      system: base16  # another
      name: My Scheme
      slug: other

      variant: "light"

      """
    let scheme = try Base16Scheme.parse(Self.tinted(head))
    #expect(scheme.name == "My Scheme")
    #expect(scheme.slug == "other")
    #expect(!scheme.isDark)
    #expect(scheme.colours.count == 16)
  }

  @Test func lineEndsMayBeThoseOfOtherSystems() throws {
    let text = Self.classic()
    let other = try Base16Scheme.parse(text.replacing("\n", with: "\r\n"))
    #expect(try Base16Scheme.parse(text) == other)
  }

  @Test func moreColoursMakeTheLargerSystem() throws {
    let more = (16..<24).map { "base\(String($0, radix: 16)): \"ffffff\"" }
    let text = Self.tinted("name: x\n", Self.colours + more)
    #expect(try Base16Scheme.parse(text).system == .base24)
    #expect(
      problem(in: Self.tinted("system: base24\nname: x\n"))
        == SchemeError(line: 20, column: 1, problem: .missingKey("base10")))
  }

  @Test(
    arguments: [
      ("", 1, 1, .missingKey("name")),
      ("name: x", 1, 1, .missingKey("base00")),
      ("name", 1, 1, .notKeyAndValue),
      ("- name: x", 1, 1, .notKeyAndValue),
      ("name:x", 1, 1, .notKeyAndValue),
      (": x", 1, 1, .notKeyAndValue),
      ("name:", 1, 6, .missingValue("name")),
      ("name: # x", 1, 7, .missingValue("name")),
      ("name: \"x", 1, 7, .unclosedQuote),
      ("name: \"x\" y", 1, 11, .textAfterQuote),
      ("\nname: x\nname: y", 3, 1, .duplicateKey("name")),
      ("colour: x", 1, 1, .unknownKey("colour")),
      (" name: x", 1, 2, .wrongIndent),
      ("\tname: x", 1, 1, .wrongIndent),
      ("palette: x", 1, 10, .notKeyAndValue),
      ("palette:\nbase00: \"000000\"", 2, 1, .wrongIndent),
      ("palette:\n  name: x", 2, 3, .wrongIndent),
      ("base00: red", 1, 9, .notAColour("red")),
      ("base00: \"12345\"", 1, 9, .notAColour("12345")),
      ("base00: #000000", 1, 9, .missingValue("base00")),
      ("base00: \"000000\"\nbase00: \"000000\"", 2, 1, .duplicateKey("base00")),
      ("base18: \"000000\"", 1, 1, .unknownKey("base18")),
      ("system: base32\nname: x", 1, 9, .unknownChoice("base32")),
      ("name: \"é\u{301}\" x", 1, 12, .textAfterQuote),
    ] as [(String, Int, Int, SchemeError.Problem)])
  func errorsSayWhereAndWhy(
    text: String, line: Int, column: Int, problem: SchemeError.Problem
  ) {
    #expect(self.problem(in: text) == SchemeError(line: line, column: column, problem: problem))
  }

  @Test func anUnknownVariantIsRefused() {
    #expect(
      problem(in: Self.classic("variant: grey\n"))
        == SchemeError(line: 3, column: 10, problem: .unknownChoice("grey")))
  }

  @Test func filesWithoutEndAreRefused() {
    #expect(problem(in: String(repeating: "\n", count: 2_000))?.problem == .tooLong)
    #expect(problem(in: "name: " + String(repeating: "x", count: 2_000))?.problem == .tooLong)
  }
}
