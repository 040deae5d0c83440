import CScan
import Testing

@testable import CasebookCore

/// The work of reading grows at most as the text does, whatever the text is made of.
///
/// Work is counted, not timed: bytes looked at, nodes made, values compared. Each text is read at six
/// sizes, each twice the one before, and the last may cost no more a byte than the second.
struct WorstCaseTests {
  /// A text that costs much, and how it grows.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let text: @Sendable (Int) -> String
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ text: @escaping @Sendable (Int) -> String) {
      self.name = name
      self.file = file
      self.text = text
    }
  }

  static let cases = json + yaml + tables

  private static let json = [
    Case("keys of their own in every record", "a.jsonl") { size in
      lines(size / 10) { #"{"id":"\#($0)","k\#($0)a":1,"k\#($0)b":"x"}"# }
    },
    Case("keys of their own in records that are refused", "a.jsonl") { size in
      lines(size / 10) { #"{"id":"\#($0)","e":"a\nb","k\#($0)":1,"events":1}"# }
    },
    Case("types of their own", "a.jsonl") { size in
      lines(size / 10) { #"{"id":"\#($0)","events":[{"type":"t\#($0)"}]}"# }
    },
    Case("keys that stand twice, on one line", "a.json") { size in
      let keys = list(min(size / 20, 4_000)) { #""k\#($0)":1"# }
      return "[{\"id\":\"a\",\(keys),\(keys)}" + repeating(",{\"id\":1}", size / 10) + "]"
    },
    Case("many sources and references", "a.json") { size in
      let sources = list(size / 20) { #"{"id":"s\#($0)"}"# }
      let events = list(size / 20) { #"{"type":"entry","source":"s\#($0)"}"# }
      return "[{\"id\":\"a\",\"sources\":[\(sources)],\"events\":[\(events)]}]"
    },
    Case("many accounts of one event", "a.json") { size in
      let claims = list(size / 20) { #"{"key\#($0)":"x","place":"p"}"# }
      return "[{\"id\":\"a\",\"events\":[{\"type\":\"entry\",\"claims\":[\(claims)]}]}]"
    },
    Case("lists inside each other", "a.json") { repeating("[", $0) },
    Case("maps inside each other", "a.jsonl") { repeating(#"{"a":"#, $0) },
    Case("many keys in one map", "a.json") { size in
      "[{\"id\":\"a\",\(list(size / 10) { #""k\#($0)":1"# })}]"
    },
    Case("one long number", "a.json") { "[{\"id\":\"a\",\"n\":1\(repeating("0", $0))}]" },
    Case("one long line", "a.jsonl") { "{\"id\":\"a\",\"t\":\"\(repeating("word ", $0))\"}\n" },
    Case("empty lines", "a.jsonl") { "{\"id\":\"a\"}" + repeating("\n", $0) + "{\"id\":\"b\"}" },
    Case("one long text", "a.json") { "[{\"id\":\"a\",\"t\":\"\(repeating("word ", $0))\"}]" },
    Case("dates that cannot be read", "a.jsonl") { size in
      lines(size / 10) { #"{"id":"\#($0)","date":"2013-02-\#($0 + 30)"}"# }
    },
  ]

  private static let yaml = [
    Case("aliases of a long text", "a.yaml") { size in
      "s: &a \(repeating("x", size))\nl: [\(list(size / 10) { _ in "*a" })]\n"
    },
    Case("aliases of lists of aliases", "a.yaml") { size in
      "a0: &a0 [x, x]\n"
        + (1...max(1, size / 50)).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    },
    Case("keys that stand twice, far apart", "a.yaml") { size in
      let keys = lines(min(size / 20, 4_000)) { "k\($0): 1" }
      return "id: a\n" + keys + keys
    },
    Case("lists inside each other", "a.yaml") { "a: " + repeating("[", $0) },
    Case("lists inside each other by indents", "a.yaml") { repeating("- ", $0) },
    Case("many keys in one map", "a.yaml") { size in
      "id: a\n" + lines(size / 10) { "k\($0): 1" }
    },
    Case("separators of Unicode", "a.yaml") { "a: \"\(repeating("x\u{2028}", $0))\"\n" },
    Case("tags that are not known", "a.yaml") { size in lines(size / 10) { "- !t\($0) {id: \($0)}" }
    },
    Case("documents that are refused", "a.yaml") { size in lines(size / 10) { _ in "---\na: [" } },
  ]

  private static let tables = [
    Case("a quote left open", "a.csv") { size in
      "id,date,note\n1,2023-01-02,\"open\n" + lines(size / 10) { "\($0),2023-01-02,plain" }
    },
    Case("one long cell", "a.csv") {
      "id,date,note\n1,2023-01-02,\"\(repeating("x\n", $0))\"\n2,,b\n"
    },
    Case("a long name of a column", "a.csv") { "id,date,\(repeating("n", $0))\n1,2023-01-02,b\n" },
    Case("quotes inside of a cell", "a.csv") { "id,note\n1,a\(repeating("\"", $0))\n" },
    Case("columns of one name", "a.csv") { size in
      "id" + repeating(",x", min(size / 4, 4_000)) + "\n" + lines(size / 10) { "\($0),y" }
    },
    Case("rows of one case that differ", "a.csv") { size in
      "id,type,title\n" + lines(size / 10) { "a,entry,title \($0)" }
    },
    Case("rows of one case with sources of their own", "a.csv") { size in
      "case_id,type,source\n" + lines(size / 10) { "a,entry,s\($0)" }
    },
    Case("dates that cannot be read", "a.csv") { size in
      "case_id,type,date\n" + lines(size / 10) { "\($0),entry,2013-02-\($0 + 30)" }
    },
    Case("rows that are short", "a.csv") { size in "id,title,x\n" + lines(size / 10) { "\($0)" } },
  ]

  private static func repeating(_ text: String, _ size: Int) -> String {
    String(repeating: text, count: max(1, size / text.utf8.count))
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<max(1, count)).map { line($0) + "\n" }.joined()
  }

  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<max(1, count)).map(element).joined(separator: ",")
  }

  @Test(arguments: cases)
  func theWorkGrowsAsTheText(worst: Case) throws {
    var loader = Loader()
    loader.threads = 1
    loader.profiles = try BuiltInProfiles.all
    var costs: [Double] = []
    for step in 0...5 {
      let bytes = Array(worst.text(4_000 << step).utf8)
      let location = SourceLocation.embedded(name: worst.file, bytes: SourceBytes(bytes))
      let before = cscan_work_done()
      let library = loader.load([location], title: "t")
      let work = cscan_work_done() - before
      #expect(library.caseCount > 0 || !library.problems.problems.isEmpty)
      costs.append(Double(work) / Double(bytes.count))
    }
    #expect(costs[0] > 0, "\(worst.name): \(costs)")
    #expect(costs[5] <= 1.3 * max(costs[1], costs[2]) + 1, "\(worst.name): \(costs)")
  }
}
