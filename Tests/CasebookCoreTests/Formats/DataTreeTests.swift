import CasebookCore
import Testing

struct DataTreeTests {
  private func tree(_ text: String) throws -> DataTree {
    let tree = DataTree()
    try JSONTreeReader().read(SourceText(copying: text.utf8), into: tree)
    return tree
  }

  @Test func aNodeTakesTwentyBytes() {
    #expect(MemoryLayout<DataNode>.stride == 20)
  }

  @Test func nodesStandInDocumentOrder() throws {
    let tree = try tree(#"{"a":[1,"é"],"b":null}"#)
    #expect(tree.nodes.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    #expect(tree.nodes.map(\.childCount) == [2, 0, 2, 0, 0, 0, 0])
    #expect(tree.nodes.map(\.position) == [0, 1, 5, 6, 8, 14, 18])
    #expect(tree.string(of: 4) == "é")
    #expect(TreeText.of(tree.position(of: 6)) == "1:18")
  }

  @Test func membersAndElementsAreThoseOfTheNodeItself() throws {
    let tree = try tree(#"{"a":[[1],[2]],"b":{}}"#)
    #expect(tree.members(of: 0).map { tree.string(of: $0.key) } == ["a", "b"])
    let list = try #require(tree.value(of: "a", in: 0))
    #expect(tree.elements(of: list).map { TreeText.of(tree, $0) } == ["[1]", "[2]"])
    #expect(tree.value(of: "c", in: 0) == nil)
    #expect(Array(tree.elements(of: 0)).isEmpty)
    #expect(tree.members(of: list).map(\.key).isEmpty)
  }

  @Test(arguments: [
    (#"{"a":1,"b":2}"#, []), (#"{"a":1,"b":{"a":2}}"#, []),
    ("{\"a\":1,\n\"b\":2,\n\"a\":3,\"a\":4}", ["3:1 a of 1:2", "3:7 a of 1:2"]),
    (#"[{"a":1,"\u0061":2},{"x":{"y":1,"y":1}}]"#, ["1:9 a of 1:3", "1:33 y of 1:27"]),
  ])
  func aRepeatedKeyIsNamedWithBothPlaces(text: String, expected: [String]) throws {
    let warnings = try tree(text).duplicateKeyWarnings().map { warning in
      guard case .duplicateKey(let key, let first) = warning.fact else { return "" }
      return "\(TreeText.of(warning.position)) \(key) of \(TreeText.of(first))"
    }
    #expect(warnings == expected)
  }

  @Test(arguments: [2, 12, 64, 65, 500])
  func oneRepeatedKeyAmongManyIsFound(count: Int) throws {
    let keys = (0..<count).map { "\"key\($0)\":1" }
    #expect(try tree("{" + keys.joined(separator: ",") + "}").duplicateKeyWarnings().isEmpty)
    for again in [0, count / 2, count - 1] {
      let text = "{" + (keys + [keys[again]]).joined(separator: ",") + "}"
      #expect(try tree(text).duplicateKeyWarnings().count == 1)
    }
  }

  @Test func aTreeCanBeMadeByHand() {
    let tree = DataTree()
    tree.clear()
    tree.line = 7
    tree.beginObject()
    tree.appendString("type")
    tree.appendString("detainer", at: 3)
    tree.appendString("list")
    tree.beginArray()
    Array("1.10".utf8).withUnsafeBytes { tree.appendNumber($0, at: 4) }
    tree.appendBoolean(true)
    tree.appendBoolean(false)
    tree.appendNull()
    tree.end()
    tree.appendString("type")
    tree.appendString("")
    tree.end()
    #expect(TreeText.of(tree) == "{type='detainer' list=[1.10 true false null] type=''}")
    #expect(tree.position(of: 2) == SourcePosition(line: 7, column: 3))
    #expect(tree.duplicateKeyWarnings().isEmpty)
    tree.markDuplicateKeys()
    #expect(tree.duplicateKeyWarnings().count == 1)
  }

  @Test func aTreeIsEmptyWhenCleared() throws {
    let tree = try tree("[1]")
    tree.clear()
    #expect(tree.count == 0)
    #expect(tree.warnings.isEmpty)
  }
}
