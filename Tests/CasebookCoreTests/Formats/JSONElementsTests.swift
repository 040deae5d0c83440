import CasebookCore
import Testing

struct JSONElementsTests {
  private func read(_ text: String, limits: TreeLimits = TreeLimits()) -> [String] {
    let reader = JSONTreeReader(limits: limits)
    let tree = DataTree()
    let root = DataTree()
    reader.open(SourceText(copying: text.utf8))
    var lines: [String] = []
    while let record = reader.nextElement(of: "cases", into: tree, root: root) {
      lines.append(TreeText.of(record, tree, root: root))
    }
    return lines
  }

  @Test(arguments: [
    ("[]", []), ("[1,{\"a\":[2]}]\n", ["1", "{a=[2]}"]),
    ("{\"cases\":[1,2]}", ["1", "2", "root {cases=[]}"]),
    ("{\"casebook\":1,\"cases\":[ ],\"x\":{\"y\":2}}", ["root {casebook=1 cases=[] x={y=2}}"]),
    ("{\"c\\u0061ses\":[1]}", ["1", "root {cases=[]}"]),
    ("{\"id\":\"a\",\"events\":[1]}", ["root {id='a' events=[1]}"]),
    ("{}", ["root {}"]), ("{\"cases\":{}}", ["root {cases={}}"]),
  ])
  func elementsAreRecordsAndTheRestIsTheRoot(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("[1,{\"a\":nan},3]", ["1", "1:9 expected([value], found: (\"n\"))", "3"]),
    ("[1,{\"a\":[},3]", ["1", "1:10 expected([value], found: (\"}\"))"]),
    ("[1,]", ["1", "1:4 expected([value], found: (\"]\"))"]),
    ("[1,nope,3]", ["1", "1:4 expected([value], found: (\"n\"))", "3"]),
    ("{\"cases\":[{\"a\":01},{\"a\":2}]}", ["1:17 malformedNumber", "{a=2}", "root {cases=[]}"]),
  ])
  func aBadElementHidesNoOther(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("[1", ["1", "1:3 incomplete(expected: [comma, arrayEnd], opened: nil)"]),
    ("[1,", ["1", "1:4 incomplete(expected: [value], opened: nil)"]),
    ("[1,{\"a\":\"b", ["1", "1:11 incomplete(expected: [quote], opened: 1:9)"]),
    ("[1 2]", ["1", "1:4 expected([comma, arrayEnd], found: (\"2\"))"]),
    ("[1] x", ["1", "1:5 trailingContent(found: (\"x\"))"]),
    ("{\"cases\":[1]", ["1", "1:13 incomplete(expected: [comma, objectEnd], opened: nil)"]),
    ("{\"a\":1,}", ["1:8 expected([key], found: (\"}\"))"]),
    ("{\"a\":1}}", ["1:8 trailingContent(found: (\"}\"))"]),
    ("17", ["1:1 expected([record], found: (\"1\"))"]), ("", ["1:1 empty"]),
  ])
  func anErrorOutsideOfAnElementEndsTheList(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: ["", "\n"])
  func aListLongerThanItsWindowsIsTheSame(separator: String) {
    let element = "{\"a\":\"}" + String(repeating: "é\\\"}", count: 30_000) + "\"}"
    let list = Array(repeating: element, count: 100).joined(separator: "," + separator)
    let records = read("{\"x\":1,\"cases\":[" + list + "],\"y\":[2]}")
    #expect(records.count == 101)
    #expect(records.prefix(100).allSatisfy { $0.count == 90_007 })
    #expect(records.last == "root {x=1 cases=[] y=[2]}")
  }

  @Test func anElementLongerThanARecordMayBeIsRefused() {
    var limits = TreeLimits()
    limits.recordBytes = 10
    #expect(
      read("[[1],[\"aaaaaaaaaa\"],[3]]", limits: limits)
        == ["[1]", "1:6 recordTooLong(limit: 10)", "[3]"])
  }

  @Test func depthCountsFromTheTop() {
    var limits = TreeLimits()
    limits.depth = 3
    #expect(read("[[[]]]", limits: limits) == ["[[]]"])
    #expect(read("[[[[]]]]", limits: limits) == ["1:4 depthLimit(3)"])
    #expect(read("{\"cases\":[[]]}", limits: limits) == ["[]", "root {cases=[]}"])
  }
}
