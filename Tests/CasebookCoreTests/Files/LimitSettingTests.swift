import Testing

@testable import CasebookCore

/// Limits are set by their names, and by nothing else.
@Suite struct LimitSettingTests {
  @Test(arguments: [
    ("depth=64", "depth", 64), ("file-size=8G", "file-size", 8 << 30),
    ("record-size=64K", "record-size", 64 << 10), ("record-size=3M", "record-size", 3 << 20),
    ("keys=1", "keys", 1), ("folder-depth=300", "folder-depth", 300),
  ])
  func aLimitIsSetByItsName(text: String, name: String, value: Int) throws {
    var limits = Limits()
    try limits.set(text)
    for limit in Limit.all {
      let expected = limit.name == name ? value : limit.value(in: Limits())
      #expect(limit.value(in: limits) == expected, "\(limit.name)")
    }
  }

  @Test(
    arguments: [
      ("depth", .notAPair("depth")), ("dept=1", .unknownName("dept", nearest: "depth")),
      ("nothing-like-it=1", .unknownName("nothing-like-it", nearest: nil)),
      ("depth=0", .notANumber(name: "depth", value: "0")),
      ("depth=-1", .notANumber(name: "depth", value: "-1")),
      ("depth=1K", .notANumber(name: "depth", value: "1K")),
      ("depth=", .notANumber(name: "depth", value: "")),
      ("depth=٣", .notANumber(name: "depth", value: "٣")),
      ("file-size=9999999G", .notANumber(name: "file-size", value: "9999999G")),
      (
        "file-size=99999999999999999999",
        .notANumber(name: "file-size", value: "99999999999999999999")
      ),
    ] as [(String, LimitError)])
  func anythingElseIsRefusedAndChangesNothing(text: String, error: LimitError) {
    var limits = Limits()
    #expect(throws: error) { try limits.set(text) }
    #expect(limits == Limits())
  }

  @Test func namesAreOfTheirOwn() {
    #expect(Set(Limit.all.map(\.name)).count == Limit.all.count)
  }
}
