import CasebookCore
import Testing

/// What the language accepts, each text with its tree.
private let accepted: [(String, String)] = [
  ("", "all"),
  ("   ", "all"),
  ("hartford", #"(text "hartford")"#),
  ("hartford jail", #"(and (text "hartford") (text "jail"))"#),
  ("hartford and jail", #"(and (text "hartford") (text "jail"))"#),
  ("and hartford", #"(text "hartford")"#),
  (#""not honored""#, #"(text "not honored")"#),
  (#""a \"b\" \\ c""#, #"(text "a \"b\" \\ c")"#),
  (#"/I-?247[ADN]/"#, #"(pattern "I-?247[ADN]")"#),
  (#"/a\/b c/"#, #"(pattern "a/b c")"#),
  ("facility:hartford", #"(: facility "hartford")"#),
  ("facility:=HARFOCT", #"(:= facility "HARFOCT")"#),
  ("facility:=a,b", #"(:= facility "a,b")"#),
  (#"facility:="a,b","c""#, #"(:= facility "a,b" "c")"#),
  ("facility:a,b", #"(: facility "a" "b")"#),
  (#"facility:"a, b",c"#, #"(: facility "a, b" "c")"#),
  (#""lift reason":booked"#, #"(: lift reason "booked")"#),
  ("id:/^ct/", #"(: id /^ct/)"#),
  (#"facility:/a b\/(c|d)/,e"#, #"(: facility /a b/(c|d)/ "e")"#),
  (#"facility:"/a/",b/c"#, #"(: facility "/a/" "b/c")"#),
  ("facility:=/a/", #"(:= facility "/a/")"#),
  ("date:2013/2014", #"(: date "2013/2014")"#),
  ("a(x:/b) c/ y:1)", #"(event a (and (: x /b) c/) (: y "1")))"#),
  ("a.x:/p->q<2/->b", #"(sequence (event a (: x /p->q<2/)) -> (event b))"#),
  ("status:open -tag:duplicate", #"(and (: status "open") (not (: tag "duplicate")))"#),
  ("not tag:x", #"(not (: tag "x"))"#),
  ("NOT tag:x OR y", #"(or (not (: tag "x")) (text "y"))"#),
  ("--a", #"(text "a")"#),
  ("!tag:x !(a b)", #"(and (not (: tag "x")) (not (and (text "a") (text "b"))))"#),
  ("wait! a!b", #"(and (text "wait!") (text "a!b"))"#),
  ("---a", #"(not (text "a"))"#),
  ("not -a", #"(text "a")"#),
  ("-(a b)", #"(not (and (text "a") (text "b")))"#),
  ("a b or c d", #"(or (and (text "a") (text "b")) (and (text "c") (text "d")))"#),
  ("a (b or c) d", #"(and (text "a") (or (text "b") (text "c")) (text "d"))"#),
  ("a - b", #"(and (text "a") (text "-") (text "b"))"#),
  ("first-degree", #"(text "first-degree")"#),
  ("12:30", #"(text "12:30")"#),
  ("(a)b", #"(and (text "a") (text "b"))"#),
  ("age:18..25", #"(: age "18..25")"#),
  ("age:<18", #"(< age "18")"#),
  ("age<18", #"(< age "18")"#),
  ("birth_year:>=1990", #"(>= birth_year "1990")"#),
  ("birth_year>=1990", #"(>= birth_year "1990")"#),
  ("date:2023-10..2024-02", #"(: date "2023-10..2024-02")"#),
  ("certain:date:2023", #"(certain : date "2023")"#),
  ("detainer.outcome:declined", #"(: detainer.outcome "declined")"#),
  ("subject.age:=26", #"(:= subject.age "26")"#),
  (
    "detainer(outcome:declined facility:hartford)",
    #"(event detainer (and (: outcome "declined") (: facility "hartford")))"#
  ),
  ("detainer()", "(event detainer)"),
  (
    "detainer(-outcome:a or (b no:c))",
    #"(event detainer (or (not (: outcome "a")) (and (text "b") (no c))))"#
  ),
  (#"detainer(facility:"a )b")"#, #"(event detainer (: facility "a )b"))"#),
  ("has:detainer", "(has detainer)"),
  ("no:ice_arrest,removal", "(no ice_arrest removal)"),
  ("is:minor", "(is minor)"),
  ("count(detainer):>=2", "(count detainer >= 2)"),
  ("count(detainer)>=2", "(count detainer >= 2)"),
  ("count(detainer):2", "(count detainer : 2)"),
  ("detainer->ice_arrest", "(sequence (event detainer) -> (event ice_arrest))"),
  (
    "detainer->ice_arrest<=90d",
    "(sequence (event detainer) -> (event ice_arrest) <=90d)"
  ),
  (
    "a->b<2->c>=3mo->d>1y",
    "(sequence (event a) -> (event b) <2d -> (event c) >=3mo -> (event d) >1y)"
  ),
  ("jail_release!->ice_arrest", "(sequence (event jail_release) !-> (event ice_arrest))"),
  ("a!->b<=6w", "(sequence (event a) !-> (event b) <=6w)"),
  (
    "detainer.outcome:declined->ice_arrest",
    #"(sequence (event detainer (: outcome "declined")) -> (event ice_arrest))"#
  ),
  (
    #"a.x:"p->q"->b.n:<5>=2d"#,
    #"(sequence (event a (: x "p->q")) -> (event b (< n "5")) >=2d)"#
  ),
  (
    "a(x:1 y:2)->b",
    #"(sequence (event a (and (: x "1") (: y "2"))) -> (event b))"#
  ),
  ("-@late jail", #"(and (not (saved late)) (text "jail"))"#),
  (#"interval:"length of stay">90d"#, #"(interval "length of stay" >90d)"#),
  ("path(a->b from:last whole)", "(path a b whole (from last))"),
  ("date:<30d", #"(< date "30d")"#),
  ("date:<=2023-06", #"(<= date "2023-06")"#),
  ("detainer:>2024", #"(> detainer "2024")"#),
  ("sort:title", "(sorted all (up title))"),
  ("sort:-count(a)", "(sorted all (down (count a)))"),
  (
    "a sort:-detainer->jail_release,title b",
    #"(sorted (and (text "a") (text "b")) (down detainer->jail_release) (up title))"#
  ),
  ("\u{A0}añb:c\u{3000}d", #"(and (: añb "c") (text "d"))"#),
]

/// What the language refuses, with the range of the fault and its fact.
private let refused: [(String, Range<Int>, QueryError.Fact)] = [
  (#"a "b"#, 2..<4, .unclosedQuotation),
  (#"a:"b"#, 2..<4, .unclosedQuotation),
  ("(a", 0..<2, .unclosedParenthesis),
  ("(", 0..<1, .unclosedParenthesis),
  ("a(b", 1..<3, .unclosedParenthesis),
  ("/a", 0..<2, .unclosedPattern),
  ("a)", 1..<2, .unexpected(")")),
  ("a id:/b c", 5..<7, .unclosedPattern),
  ("id:a,/b", 5..<7, .unclosedPattern),
  ("id:/b/c", 6..<7, .unexpected("c")),
  ("()", 1..<1, .missingTerm(after: "(")),
  ("or a", 0..<2, .unexpected("or")),
  ("a or", 4..<4, .missingTerm(after: "or")),
  ("a or or b", 5..<5, .missingTerm(after: "or")),
  ("a and", 5..<5, .missingTerm(after: "and")),
  ("a not", 5..<5, .missingTerm(after: "not")),
  ("a -", 3..<3, .missingTerm(after: "-")),
  ("a !", 3..<3, .missingTerm(after: "!")),
  ("!->a", 0..<0, .missingType),
  ("not or", 4..<6, .unexpected("or")),
  ("status:", 7..<7, .missingValue(field: "status")),
  ("status: open", 7..<7, .missingValue(field: "status")),
  ("age:<", 5..<5, .missingValue(field: "age")),
  ("status:,", 7..<8, .missingValue(field: "status")),
  ("certain:hartford", 0..<16, .certainNeedsDate),
  ("has:>x", 3..<5, .operatorDoesNotFit(">")),
  ("is:=minor", 2..<4, .operatorDoesNotFit(":=")),
  ("count(detainer)", 15..<15, .missingValue(field: "count(detainer)")),
  ("count():>1", 6..<6, .missingType),
  ("count(a):x", 9..<10, .notACount("x")),
  ("a->", 3..<3, .missingType),
  ("->a", 0..<0, .missingType),
  ("a!->b->c", 1..<4, .absenceNotLast),
  ("a->b<=", 4..<6, .missingValue(field: "<=")),
  ("a->b<=9q", 4..<8, .notAGap("<=9q")),
  ("a->9b", 3..<5, .notAStep("9b")),
  ("a.x->b", 0..<3, .notAStep("a.x")),
  ("a(b->c)", 2..<6, .notOfAnEvent("b->c")),
  ("a(count(b):1)", 2..<12, .notOfAnEvent("count(b):1")),
  ("a(/b/)", 2..<5, .notOfAnEvent("/b/")),
  ("-sort:title", 1..<11, .misplacedOrder),
  ("(sort:title)", 1..<11, .misplacedOrder),
  ("sort:", 5..<5, .missingValue(field: "sort")),
]

@Suite struct QueryGrammarTests {
  @Test(arguments: accepted)
  func acceptedTextHasItsTree(_ text: String, _ outline: String) throws {
    #expect(try Query.parse(text).outline == outline)
  }

  @Test func everyKindOfTermIsAccepted() {
    let kinds = [
      "text", "pattern", ":", ":=", "<", "<=", ">", ">=", "certain", "event", "has", "no", "is",
      "saved", "count", "sequence", "interval", "path", "not", "and", "or", "sorted", "all",
    ]
    let words = accepted.flatMap { $0.1.split { "() ".contains($0) } }.map(String.init)
    #expect(Set(kinds).subtracting(words) == [])
  }

  @Test(arguments: refused)
  func refusedTextSaysWhereAndWhat(
    _ text: String, _ range: Range<Int>, _ fact: QueryError.Fact
  ) {
    #expect(throws: QueryError(fact, at: range)) { try Query.parse(text) }
  }

  @Test(arguments: ["a or", "a -", "(a", "\"a", "/a", "status:", "a->", "a->b<=", "count(a)"])
  func textThatIsStillTypedIsUnfinished(_ text: String) {
    let error = #expect(throws: QueryError.self) { try Query.parse(text) }
    #expect(error?.isUnfinished == true)
  }

  @Test(arguments: ["a)", "or a", "a!->b->c", "has:>x", "count(a):x"])
  func textThatNoTypingMendsIsWrong(_ text: String) {
    let error = #expect(throws: QueryError.self) { try Query.parse(text) }
    #expect(error?.isUnfinished == false)
  }

  @Test func depthAndLengthAreLimited() throws {
    let deep = { (count: Int) in
      String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
    }
    #expect(try Query.parse(deep(64)).outline == #"(text "a")"#)
    #expect(throws: QueryError(.tooDeep(limit: 64), at: 64..<65)) { try Query.parse(deep(65)) }
    #expect(throws: QueryError(.tooLong(limit: 20_000), at: 20_000..<20_001)) {
      try Query.parse(String(repeating: "a", count: 20_001))
    }
    let many = String(repeating: "a ", count: 2_001)
    #expect(throws: QueryError(.tooManyTerms(limit: 2_000), at: 4_000..<4_001)) {
      try Query.parse(many)
    }
  }

  @Test func rangesCountBytesAndCoverTheirTerms() throws {
    let query = try Query.parse("é -(b or c:d)")
    #expect(query.root.range == 0..<13)
    guard case .and(let nodes) = query.root else { return #expect(Bool(false)) }
    #expect(nodes.map(\.range) == [0..<2, 3..<13])
  }

  @Test func noTextMakesTheParserFail() {
    let pieces = [
      "a", "é", "\"", "(", ")", "-", "->", "!->", ":", ":=", "<", ">=", ",", "..", "/", "\\", " ",
      "or", "and", "not", "sort:", "count(", "has:", "is:", "certain:", "9", "d", ".", "\u{0}",
      "\u{301}", "\u{3000}", "👩‍⚖️",
    ]
    var random = SplitMix(seed: 4)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let query = try Query.parse(text)
        #expect(query.root.range.upperBound <= text.utf8.count)
        read += 1
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
      }
    }
    #expect(read > 500)
  }
}
