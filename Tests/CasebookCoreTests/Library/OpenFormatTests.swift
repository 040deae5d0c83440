import Testing

@testable import CasebookCore

/// What formats leave open is decided by the rules of the page on case files.
struct OpenFormatTests {
  private static func library(_ name: String, _ text: String) -> Library {
    Loader().load([.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: "t")
  }

  private static func ids(_ filter: String, in library: Library) throws -> [String] {
    let plan = try QueryPlan(filter, in: Schema(of: library), today: dayNumber("2026-01-01"))
    return plan.selection(in: library).rows.map { library.id(ofRow: Int($0)) }
  }

  @Test(arguments: ["1e999999", "-1e999999", "1.10", "-0", "1e-999999"])
  func aNumberIsKeptAsItsText(number: String) throws {
    let library = Self.library("a.json", "[{\"id\":\"a\",\"n\":\(number)}]")
    #expect(library.problems.problems.filter { $0.severity != .note } == [])
    let content = try library.decode(row: 0).get()
    #expect(content.fields.contains(Field("n", .number(number))))
  }

  @Test(arguments: [
    ("n:>5", ["a", "c"]), ("n:>1e308", ["a"]), ("n:<=1e308", ["b", "c", "d"]),
    ("n:<0", ["b"]), ("n:1e999999", ["a"]), ("n:=1e999999", ["a"]), ("n:=1e400", []),
    ("n:1e400", ["a"]), ("n:<1e999999", ["b", "c", "d"]), ("n:10..", ["a", "c"]),
    ("n:..-1", ["b"]), ("n:-1e400", ["b"]),
  ])
  func aFilterComparesWithTheNearestNumber(filter: String, expected: [String]) throws {
    let numbers = [("a", "1e999999"), ("b", "-1e999999"), ("c", "1.0e1"), ("d", "1e-999999")]
    let library = Self.library(
      "a.jsonl", numbers.map { "{\"id\":\"\($0)\",\"n\":\($1)}\n" }.joined())
    #expect(try Self.ids(filter, in: library) == expected)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func aSeparatorOfUnicodeInYAMLIsReadWithAWarning(separator: String) throws {
    let library = Self.library("a.yaml", "id: a\ntitle: \"x\(separator)y\"\n")
    #expect(library.caseCount == 1)
    let warnings = library.problems.problems.filter { $0.severity == .warning }
    #expect(warnings.map { $0.position?.line } == [2])
  }

  @Test func aliasesThatRepeatMuchAreRefusedAtTheAlias() throws {
    let aliases = Array(repeating: "*a", count: 400).joined(separator: ", ")
    let rows = (0..<30).map { "  - [\(aliases)] # \($0)\n" }.joined()
    let library = Self.library("a.yaml", "id: a\ns: &a x\nl:\n\(rows)")
    #expect(library.caseCount == 0)
    let problem = try #require(library.problems.problems.first { $0.severity == .error })
    // 400 nodes a line: the 10,001st stands on the twenty-sixth line of the list.
    #expect(problem.position?.line == 3 + 26)
  }

  @Test func aTextThatAliasesRepeatIsRefusedByItsBytes() throws {
    let text = String(repeating: "x", count: 60_000)
    let aliases = Array(repeating: "*a", count: 100).joined(separator: ", ")
    let library = Self.library("a.yaml", "id: a\ns: &a \(text)\nl: [\(aliases)]\n")
    #expect(library.caseCount == 0)
    #expect(library.problems.problems.first { $0.severity == .error }?.position?.line == 3)
  }

  @Test func aDateThatIsNoneIsKept() throws {
    let library = Self.library("a.yaml", "id: a\nevents:\n  - {type: entry, date: 2023-02-30}\n")
    let event = try #require(try library.decode(row: 0).get().events.first)
    #expect(event.date == nil)
    #expect(event.unreadableDate == "2023-02-30")
    #expect(library.problems.problems.filter { $0.severity == .warning }.count == 1)
  }
}
