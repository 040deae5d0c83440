import Glibc
import Testing

@testable import CasebookText

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("\u{0}", nil), ("\u{7F}", nil), ("\u{9B}", nil), ("é", 1), ("\u{301}", 0),
      ("日", 2), ("한", 2), ("\u{1161}", 0), ("Ａ", 2), ("ｱ", 1), ("\u{200D}", 0), ("👍", 2),
      ("❤", 1), ("⌚", 2), ("─", 1), ("\u{1F1EC}", 1), ("\u{1FAE8}", nil), ("\u{378}", nil),
      ("\u{20000}", 2), ("\u{3000}", 2), ("\u{302A}", 0), ("\u{600}", 1),
    ] as [(Unicode.Scalar, Int?)])
  func scalarsHaveTheWidthOfTheTerminalLibrary(scalar: Unicode.Scalar, columns: Int?) {
    #expect(DisplayWidth.columns(of: scalar) == columns)
  }

  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("👩\u{200D}⚕\u{FE0F}", 2), ("🇬🇧", 2),
      ("❤\u{FE0F}", 1), ("क्ष", 2), ("กำ", 2), ("שלום", 4), ("👍🏽", 2), ("1\u{FE0F}\u{20E3}", 1),
    ])
  func textsHaveTheWidthOfWhatIsDrawn(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func wideRangesAscendWithoutOverlap() {
    let pairs = zip(DisplayWidth.wideRanges, DisplayWidth.wideRanges.dropFirst())
    #expect(pairs.allSatisfy { $0.upperBound < $1.lowerBound })
  }

  /// ncurses lays out with the machine's `wcwidth`; where the machine knows a newer Unicode it may
  /// only know more.
  @Test func everyScalarAgreesWithTheMachine() throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    var differences: [String] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let machine = wcwidth(wchar_t(bitPattern: value))
      guard let columns = DisplayWidth.columns(of: scalar) else { continue }
      if Int(machine) != columns {
        differences.append("U+\(String(value, radix: 16)): \(columns), machine \(machine)")
      }
    }
    #expect(differences == [])
  }
}
