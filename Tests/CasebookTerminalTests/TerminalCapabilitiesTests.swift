import CasebookCanvas
import Testing

@testable import CasebookTerminal

@Suite struct TerminalCapabilitiesTests {
  @Test(arguments: [
    (-1, ColourDepth.none), (0, .none), (2, .none), (8, .ansi8), (16, .ansi16), (88, .ansi16),
    (256, .indexed256), (16_777_216, .direct),
  ])
  func depthIsTheLargestTheTerminalHas(count: Int, depth: ColourDepth) {
    #expect(TerminalCapabilities(isUTF8: true, colourCount: count).colours == depth)
  }

  @Test(
    arguments: [
      (Colour.terminal, -1, -1), (.ansi(3), 3, 3), (.ansi(11), 11, 3),
      (.indexed(196), 196, 0xFF0000),
      (.rgb(RGB(255, 0, 0)), 196, 0xFF0000), (.rgb(RGB(0, 0, 0)), 16, 8),
    ] as [(Colour, Int32, Int32)])
  func coloursHaveTheNumbersOfTheTerminal(colour: Colour, indexed: Int32, direct: Int32) {
    #expect(TerminalCapabilities(isUTF8: true, colourCount: 256).index(of: colour) == indexed)
    #expect(TerminalCapabilities(isUTF8: true, colourCount: 1 << 24).index(of: colour) == direct)
  }
}
