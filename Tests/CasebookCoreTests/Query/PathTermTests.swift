import Testing

@testable import CasebookCore

struct PathTermTests {
  @Test(arguments: [
    ("path(detainer)", "(path detainer)"),
    ("path(detainer->jail_release)", "(path detainer jail_release)"),
    ("path(a->b whole)", "(path a b whole)"),
    ("-path(a->b)", "(not (path a b))"),
    (
      "path(a->b  from:last backwards merged)", "(path a b (from last) backwards merged)"
    ),
    ("path(a types:a,b hide:c,\"d e\")", "(path a (types a b) (hide c d e))"),
    (#"path("odd type"->b)"#, "(path odd type b)"),
    ("path(a from:2) or x", #"(or (path a (from 2)) (text "x"))"#),
  ])
  func pathsAreRead(text: String, outline: String) throws {
    #expect(try Query.parse(text).outline == outline)
  }

  @Test(arguments: [
    ("path()", QueryError.Fact.missingType, 5..<5),
    ("path(->)", .tooManyTerms(limit: 30), 5..<7),
    ("path(a around)", .notOfAPath("around"), 7..<13),
    ("path(a from:0)", .notAnOccurrence("0"), 12..<13),
    ("path(a hide:)", .missingValue(field: "hide"), 12..<12),
    ("path(a near:b)", .notOfAPath("near:b"), 7..<13),
    ("path(a", .unclosedParenthesis, 4..<6),
    ("detainer(path(a))", .notOfAnEvent("path(a)"), 9..<16),
  ])
  func whatIsNoPathIsSaid(text: String, fact: QueryError.Fact, range: Range<Int>) {
    #expect(throws: QueryError(fact, at: range)) { try Query.parse(text) }
  }

  @Test(arguments: [
    ("path(detainer)", "ct-1 ct-2"), ("path(detainer->jail_release)", "ct-1"),
    ("path(detainer whole)", "ct-2"),
    ("path(ice_arrest->jail_release from:first backwards)", "ct-1"),
    ("path(jail_release hide:detainer)", "ct-1 ct-3"), ("-path(detainer)", "ct-3 ct-4"),
    ("path(hearing)", ""), ("path(jail_release->ice_arrest from:last)", "ct-1"),
    ("sort:-count() has:status", "ct-1 ct-2 ct-3"),
    ("sort:-count(jail_release),-id", "ct-3 ct-1 ct-4 ct-2"),
  ])
  func pathsFindCases(text: String, ids: String) throws {
    let plan = try QueryPlan(
      text, in: Schema(of: TestLibrary.custody), today: TestLibrary.today)
    let selection = plan.selection(in: TestLibrary.custody)
    let rows = RowOrder().rows(of: selection, by: plan.order, in: TestLibrary.custody).all
    let found = rows.map { TestLibrary.custody.id(ofRow: Int($0)) }
    #expect(found.joined(separator: " ") == ids)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let rule = PathRule(
      types: ["a", "b c"], hidden: ["d"], mergesRepeats: true, start: EventAnchor("a", .last),
      isBackwards: true)
    let text = QueryText.path(["a", "b c"], isWhole: true, rule: rule)
    #expect(
      text == #"path(a->"b c" whole from:last backwards merged types:a,"b c" hide:d)"#)
    #expect(
      try Query.parse(text).outline
        == "(path a b c whole (from last) backwards (types a b c) (hide d) merged)")
  }

  @Test(arguments: [
    ("path(", "type"), ("path(det", "type"), ("path(detainer->", "type"),
    ("path(detainer->jail", "type"), ("path(detainer ", "word"), ("path(detainer me", "word"),
    ("path(detainer hide:", "type"), ("path(detainer hide:a,", "type"),
    ("path(detainer from:", "start"),
  ])
  func whatMayFollowIsKnown(text: String, expected: String) {
    let place = CompletionPlace(Array(text.utf8), cursor: text.utf8.count)
    let kinds: [String: CompletionPlace.Expected] = [
      "type": .type, "word": .pathWord, "start": .pathStart,
    ]
    #expect(place.expected == kinds[expected])
  }

  @Test func aPlanSaysItInWords() throws {
    let plan = try QueryPlan(
      "path(detainer->jail_release from:last whole)", in: Schema(of: TestLibrary.custody),
      today: TestLibrary.today)
    #expect(
      plan.root.outline == "path detainer, then jail_release, then nothing, from the last detainer")
  }
}
