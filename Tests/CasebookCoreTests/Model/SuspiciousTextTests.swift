import Testing

@testable import CasebookCore

/// Words of two scripts and characters that act or hide are found; honest text of any script is not.
struct SuspiciousTextTests {
  @Test(arguments: [
    ("paypal", false), ("раураl", true), ("pаypal", true), ("Ωmega", true), ("Москва", false),
    ("Афина Athens", false), ("Αθήνα-Athens", false), ("naïve Škoda", false), ("日本語 text", false),
    ("מִבְחָן", false), ("क्षत्रिय", false), ("", false),
  ])
  func mixedScripts(text: String, isMixed: Bool) {
    #expect(SuspiciousText.mixesScripts(text) == isMixed)
  }

  @Test func theFilterFindsThem() throws {
    let titles = [
      "plain", "an honest, naïve title", "раураl", #"a\u202eb"#, #"zero\u200bwidth"#, #"line\none"#,
      #"a\u001b[31mb"#, "family 👩‍👩‍👧", "عربى",
    ]
    let lines = titles.enumerated().map { "{\"id\":\"\($0)\",\"title\":\"\($1)\"}\n" }
    let bytes = SourceBytes(Array(lines.joined().utf8))
    let library = Loader().load([.embedded(name: "a.jsonl", bytes: bytes)], title: "t")
    let plan = try QueryPlan(
      "is:suspicious", in: Schema(of: library), today: DayNumber(rawValue: 0))
    #expect(plan.selection(in: library).rows == [2, 3, 4, 6])
  }
}
