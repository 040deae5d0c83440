import Testing

@testable import CasebookCore

/// Ordinary records are read from tokens straight into columns, all others through trees: both
/// have to make the same columns and the same problems.
struct OrdinaryRecordTests {
  /// Loads a text by both ways.
  private func expectSame(_ text: [UInt8], _ name: String, sourceLocation: SourceLocation) {
    func load(readsOnlyTrees: Bool) -> [String] {
      var loader = Loader()
      loader.readsOnlyTrees = readsOnlyTrees
      let bytes = text.withUnsafeBytes { SourceBytes(copying: $0) }
      return loader.load([.embedded(name: name, bytes: bytes)], title: "t").dump
    }
    let ordinary = load(readsOnlyTrees: false)
    let exact = load(readsOnlyTrees: true)
    #expect(ordinary.count == exact.count, sourceLocation: sourceLocation)
    let first = zip(ordinary, exact).first { $0 != $1 }
    #expect(first == nil, "\(first.map { "\($0)" } ?? "")", sourceLocation: sourceLocation)
  }

  private typealias SourceLocation = Testing.SourceLocation

  @Test(arguments: UInt64(1)...40)
  func madeLines(seed: UInt64) {
    var maker = RecordMaker(seed: seed)
    var text = seed % 7 == 0 ? "\u{FEFF}" : ""
    for number in 0..<200 {
      text += maker.record(number)
      text += maker.lineEnd()
    }
    expectSame(Array(text.utf8), "a.jsonl", sourceLocation: #_sourceLocation)
  }

  @Test(arguments: UInt64(41)...60)
  func madeElements(seed: UInt64) {
    var maker = RecordMaker(seed: seed)
    var text = seed % 3 == 0 ? #"{"x":1,"cases":["# : "["
    for number in 0..<200 {
      text += maker.record(number)
      text += number == 199 ? "" : maker.elementEnd()
    }
    text += seed % 3 == 0 ? #"],"y":2}"# : "]\n"
    expectSame(Array(text.utf8), "a.json", sourceLocation: #_sourceLocation)
  }

  @Test(arguments: 0..<120)
  func cutAnywhere(stop: Int) {
    var maker = RecordMaker(seed: 7)
    let text = Array((maker.record(1) + "\n" + maker.record(2)).utf8)
    expectSame(
      Array(text.prefix(text.count * stop / 120)), "a.jsonl", sourceLocation: #_sourceLocation)
  }

  @Test(
    .enabled(if: Corpora.isNamed), arguments: ["json", "jsonl", "bytes", "uni", "term", "blns"])
  func corpora(folder: String) {
    let path = folder == "blns" ? folder : "adversarial/\(folder)"
    for name in Corpora.names(path) {
      let bytes = Corpora.bytes("\(path)/\(name)")
      expectSame(bytes, "a.json", sourceLocation: #_sourceLocation)
      expectSame(bytes, "a.jsonl", sourceLocation: #_sourceLocation)
    }
  }

  @Test func keysAndTypesThatOnlyRepeatAreCounted() {
    let line = #"{"id":"a","synthetic":true,"events":[{"type":"mystery","date":"2013"}]}"# + "\n"
    let bytes = String(repeating: line, count: 3).utf8.map { $0 }
    let library = Loader().load(
      [.embedded(name: "a.jsonl", bytes: SourceBytes(bytes))], title: "t")
    let counts = library.problems.problems.filter { $0.severity != .warning || $0.count == 3 }
    #expect(counts.map(\.count) == [3, 3])
    #expect(counts.map { $0.position?.line } == [1, 1])
  }
}
