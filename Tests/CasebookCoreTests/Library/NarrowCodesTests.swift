import CScan
import Testing

@testable import CasebookCore

struct NarrowCodesTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1000], [1, 2, 15, 16, 17, 256])
  func plainAndFastestTablesAgree(count: Int, used: Int) {
    var random = SplitMix(seed: UInt64(count + used))
    var table = [UInt8](repeating: 0, count: Int(CSCAN_CODES))
    for code in 0..<used { table[code] = UInt8(truncatingIfNeeded: random.next() % 4) }
    let codes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() % UInt64(used)) }
    for level in [CSCAN_PLAIN, cscan_best_level()] {
      var compared = [UInt64](repeating: 0, count: count / 64 + 1)
      var passed = compared
      cscan_look_up(level, codes, count, table, used, &compared, &passed)
      for (index, code) in codes.enumerated() {
        let said = table[Int(code)]
        #expect(compared[index / 64] >> UInt64(index % 64) & 1 == UInt64(said & 1))
        #expect(passed[index / 64] >> UInt64(index % 64) & 1 == UInt64(said >> 1))
      }
    }
  }

  @Test func columnsOfOneValueACaseAreNarrow() throws {
    let library = TestLibrary.of(
      #"{"id":"a","status":"open","tags":["x"]}"#, #"{"id":"b","tags":["x","y"]}"#,
      #"{"id":"c","status":"closed"}"#)
    let segment = try #require(library.segments.first)
    let narrow = try #require(segment.narrowCodes(FieldPath(.wholeCase, "status")))
    #expect((0..<3).map { narrow.codes[$0] } == [1, 0, 2])
    #expect(segment.narrowCodes(FieldPath(.wholeCase, "tags")) == nil)
    #expect(segment.narrowCodes(FieldPath(.wholeCase, "none")) == nil)
  }

  @Test func columnsOfManyValuesAreNot() throws {
    let lines = (0..<300).map { #"{"id":"\#($0)","age":\#($0)}"# }.joined(separator: "\n")
    let library = TestLibrary.of(lines)
    let segment = try #require(library.segments.first)
    #expect(segment.narrowCodes(FieldPath(.wholeCase, "age")) == nil)
    #expect(
      try QueryPlan("age:299", in: Schema(of: library), today: DayNumber(rawValue: 0))
        .selection(in: library).rows == [299])
  }
}
