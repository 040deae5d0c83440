import Testing

@testable import CasebookCore

/// How typed ids find cases.
@Suite struct NamedRowsTests {
  private static let library: Library = {
    let ids = ["ex-1", "ex-123", "ab", "ab", "Zebra", "zebra"]
    let lines = ids.map { #"{"id": "\#($0)", "title": "A case", "events": []}"# }
    let bytes = SourceBytes(Array(lines.joined(separator: "\n").utf8))
    return Loader().load([.embedded(name: "test.jsonl", bytes: bytes)], title: "test")
  }()

  @Test(
    arguments: [
      ("ex-1", .rows([0])), ("EX-1", .rows([0])), ("ab", .rows([2, 3])), ("AB", .rows([2, 3])),
      ("ab~2", .rows([3])), ("AB~2", .rows([3])), ("ab~3", .none), ("ex", .ambiguous(count: 2)),
      ("ex-12", .rows([1])), ("EX-12", .rows([1])), ("Zebra", .rows([4])),
      ("zEBRA", .ambiguous(count: 2)),
      ("Ze", .rows([4])), ("zebra", .rows([5])), ("q", .none), ("", .none),
    ] as [(String, NamedRows)])
  func idIsFoundInAnyCapitals(_ text: String, _ found: NamedRows) {
    #expect(Self.library.rows(named: text) == found)
  }
}
