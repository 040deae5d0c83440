import CasebookCanvas
import Testing

struct RGBTests {
  @Test(
    arguments: [
      ("000000", RGB(0, 0, 0)), ("#FFffFF", RGB(255, 255, 255)), ("a1b2c3", RGB(0xA1, 0xB2, 0xC3)),
      ("fff", nil), ("", nil), ("#", nil), ("gggggg", nil), ("+12345", nil), ("##12345", nil),
      ("１２３４５６", nil), ("1234567", nil),
    ] as [(String, RGB?)])
  func sixDigitsMakeAColour(text: String, colour: RGB?) {
    #expect(RGB(hexadecimal: text) == colour)
  }

  @Test(
    arguments: [
      (RGB(0, 0, 0), RGB(255, 255, 255), 21.0), (RGB(255, 255, 255), RGB(255, 255, 255), 1.0),
      (RGB(0x77, 0x77, 0x77), RGB(255, 255, 255), 4.48), (RGB(255, 255, 0), RGB(0, 0, 0), 19.56),
      (RGB(255, 0, 0), RGB(255, 255, 255), 4.0),
    ] as [(RGB, RGB, Double)])
  func contrastIsThatOfTheGuidelines(one: RGB, other: RGB, expected: Double) {
    #expect(abs(one.contrast(with: other) - expected) < 0.01)
    #expect(one.contrast(with: other) == other.contrast(with: one))
  }

  @Test(
    arguments: [
      (RGB(0, 0, 0), 16), (RGB(255, 255, 255), 231), (RGB(255, 255, 0), 226),
      (RGB(0x5F, 0x87, 0xAF), 67), (RGB(8, 8, 8), 232), (RGB(0xEE, 0xEE, 0xEE), 255),
      (RGB(0x15, 0x18, 0x1C), 234), (RGB(0xE8, 0x83, 0x7A), 174), (RGB(250, 3, 4), 196),
    ] as [(RGB, UInt8)])
  func theNearestOfTheFixedColoursIsTaken(colour: RGB, index: UInt8) {
    #expect(colour.nearestIndex == index)
  }

  @Test func everyFixedColourIsItsOwnNearest() throws {
    for index in UInt8(16)...255 {
      let colour = try #require(RGB(indexed: index))
      #expect(RGB(indexed: colour.nearestIndex) == colour)
    }
    #expect(RGB(indexed: 15) == nil)
  }
}
