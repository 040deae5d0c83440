import Testing

@testable import CasebookCore

struct DateSpanParsingTests {
  @Test func columnsAndDatesAgreeOnEveryText() {
    var texts = DateTexts(seed: 42)
    var accepted = 0
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let text = texts.next()
      let slow = try? CalendarDate(text).span
      if slow != nil { accepted += 1 }
      if DateSpan.parse(text) != slow { wrong.append(text) }
    }
    #expect(wrong == [])
    #expect(accepted > 5_000 && accepted < 19_000)
  }

  @Test func columnsAndDatesAgreeOnEveryMonthAndDayNumber() {
    var wrong: [String] = []
    for year in ["1900", "2000", "2023", "2024"] {
      for month in 0...99 {
        for day in 0...35 {
          let text = "\(year)-\(twoDigits(month))-\(twoDigits(day))"
          if DateSpan.parse(text) != (try? CalendarDate(text).span) { wrong.append(text) }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func columnsAndDatesAgreeOnMomentsAndOpenEnds() {
    let starts = [
      "2024", "2024-02", "2024-02-30", "2024-02-29", "2023-02-29", "2024-13", "0000-01-01",
    ]
    let ends = ["/..", "/", "/.", "/...", "../", "/2023", "/2024-02-29/.."]
    let clocks = [
      "T18:51:00", "T18:51:00Z", "T23:59:59", "T24:00:00", "T00:00:00", "T18:60:00", "T18:51:60",
      "T18:51", "T18:51:00z", "T18:51:00+01", "T18-51-00", "t18:51:00", "T1:51:000", "T18:51:00ZZ",
      "T18:51:00.5", "T18:51:00-05:00", "T/..",
    ]
    let texts = starts.flatMap { start in (ends + clocks).map { start + $0 } }
    #expect(texts.filter { DateSpan.parse($0) != (try? CalendarDate($0).span) } == [])
    #expect(texts.count { DateSpan.parse($0) != nil } > 20)
  }

  @Test func firstPossibleDayIsNeverAfterTheLast() {
    var texts = DateTexts(seed: 3)
    let spans = (0..<5_000).compactMap { _ in DateSpan.parse(texts.next()) }
    #expect(spans.count > 1_000)
    #expect(spans.allSatisfy { $0.earliest <= $0.latest })
  }

  @Test(
    arguments: [[0x32, 0x30, 0x31, 0xFF], [0xE2, 0x80], [0x32, 0x30, 0x31, 0x33, 0]] as [[UInt8]])
  func bytesThatAreNoDateAreNone(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBytes { DateSpan.parse($0) } == nil)
  }

  @Test func noBytesAreNoDate() {
    #expect(DateSpan.parse(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
