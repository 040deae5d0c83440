import Testing

@testable import CasebookCore

/// Problems and tables come back from a snapshot exactly, and bytes that nobody wrote never do.
struct SnapshotValueTests {
  private struct Everything: Codable, Equatable {
    enum Choice: Codable, Equatable {
      case plain, text(String), pair(Int, name: String?)
    }
    var bool = true
    var (least, most, large) = (Int.min, Int.max, UInt64.max)
    var small: UInt8 = 255
    var number = -0.1
    var text = "e\u{301}\0\u{1F600}"
    var none: String?
    var choices: [Choice] = [.plain, .text(""), .pair(-1, name: nil), .pair(2, name: "x")]
    var byNumber: [Int: [String]] = [3: ["a"], -1: []]
    var byName = ["b": 1, "a": 2]
    var nested: [[Bool]] = [[], [true, false]]
  }

  private func bytes(of value: some Encodable) throws -> [UInt8] {
    try SnapshotValue(encoding: value).bytes
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try bytes.withUnsafeBytes { try SnapshotValue($0) }.decoded(as: type)
  }

  @Test func everyKindOfValueComesBack() throws {
    let value = Everything()
    #expect(try decoded(Everything.self, bytes(of: value)) == value)
    #expect(try decoded([String].self, bytes(of: ["a"])) == ["a"])
  }

  @Test func equalValuesHaveEqualBytes() throws {
    var other = Everything()
    other.byName = [:]
    for (key, value) in Everything().byName.reversed() { other.byName[key] = value }
    #expect(try bytes(of: other) == bytes(of: Everything()))
  }

  @Test func cutBytesAreRefused() throws {
    let whole = try bytes(of: Everything())
    for length in 0..<whole.count {
      #expect(throws: SnapshotDoubt.self) {
        try decoded(Everything.self, Array(whole.prefix(length)))
      }
    }
    #expect(throws: SnapshotDoubt.self) { try decoded(Everything.self, whole + [0]) }
  }

  @Test func aFlippedBitNeverTraps() throws {
    let whole = try bytes(of: Everything())
    for bit in 0..<whole.count * 8 {
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      _ = try? decoded(Everything.self, bytes)
    }
  }

  @Test func deepBytesAreRefused() {
    let level: [UInt8] = [5, 1, 0, 0, 0, 0, 0, 0, 0]
    let bytes = (0..<100_000).flatMap { _ in level }
    #expect(throws: SnapshotDoubt.self) { try decoded([Bool].self, bytes) }
  }
}
