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
