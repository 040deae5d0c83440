import CasebookCore
import Testing

@Suite struct QueryEditingTests {
  @Test(arguments: [
    ("", ""),
    ("a", "[a]"),
    ("a -(b or c) d:e", "[a][-(b or c)][d:e]"),
    ("a sort:x not b", "[a][sort:x][not b]"),
    ("a or b c", "[a or b c]"),
    ("(a or b)", "[(a or b)]"),
    ("a or (b) sort:x", "[a or (b)][sort:x]"),
    ("(a b) and c", "[(a b)][c]"),
  ])
  func partsAreWhatMustHoldTogether(_ text: String, _ parts: String) throws {
    let query = try Query.parse(text)
    #expect(query.parts.map { "[\(query.text(of: $0))]" }.joined() == parts)
  }

  @Test(arguments: [
    ("", "a:b", "a:b"),
    ("x", "a:b", "x a:b"),
    ("x or y", "a:b", "(x or y) a:b"),
    ("(x or y)", "a:b", "(x or y) a:b"),
    ("x or y sort:z", "a:b", "(x or y) sort:z a:b"),
    ("x a:b  y", "a:b", "x y"),
    ("a:b", "a:b", ""),
  ])
  func addingATermTwiceRemovesIt(_ text: String, _ term: String, _ expected: String) throws {
    #expect(try Query.parse(text).text(toggling: term) == expected)
  }

  @Test(arguments: [
    ("", "a:b", "a:b", "a:b"), ("x", "a:b", "x a:b", "x a:b"),
    ("x or y", "a:b", "(x or y) a:b", "(x or y) a:b"),
    ("x or y sort:z", "a:b", "(x or y) sort:z a:b", "(x or y) sort:z a:b"),
    ("x", "a or b", "x (a or b)", "x a or b"), ("(x or y)", "a", "(x or y) a", "(x or y) a"),
  ])
  func addedTermNarrowsTheWhole(
    _ text: String, _ term: String, _ added: String, _ typed: String
  ) {
    #expect(Query.adding(term, to: text) == added)
    #expect(Query.openForTerm(text) + term == typed)
  }

  @Test(arguments: [
    ("a", "-a"), ("-a", "a"), ("has:a", "no:a"), ("no:a,b", "has:a,b"), ("-no:a", "no:a"),
    ("\"no:a\"", "-\"no:a\""), ("a:b c", "-(a:b c)"), ("x>=1d y<=2d", "-(x>=1d y<=2d)"),
    ("(a or b)", "-(a or b)"), ("(a) or (b)", "-((a) or (b))"), ("(a:\"(\")", "-(a:\"(\")"),
  ])
  func negationOfATermHoldsElsewhere(_ term: String, _ expected: String) {
    #expect(Query.negation(of: term) == expected)
  }

  @Test(arguments: [
    "plain", "two words", "a,b", #"say "no""#, #"back\slash"#, "a..b", "(x)", "-x", "é", "",
    "2023-10", #"\"#, "a:b", "a->b", "or",
  ])
  func writtenValueReadsBackAsItself(_ value: String) throws {
    let query = try Query.parse("field:=\(QueryText.value(value))")
    guard case .term(let term) = query.root, case .field(let test) = term.kind else {
      return #expect(Bool(false))
    }
    #expect(test.values.map(\.text) == [value])
  }

  @Test(arguments: ["plain", "two words", "or", "-x", "a:b", "(", "2023", #"""#])
  func writtenPhraseReadsBackAsItself(_ phrase: String) throws {
    let query = try Query.parse(QueryText.phrase(phrase))
    guard case .term(let term) = query.root else { return #expect(Bool(false)) }
    #expect(term.kind == .text(phrase))
  }
}
