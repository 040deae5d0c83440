import CasebookCanvas

/// What a terminal can do.
package struct TerminalCapabilities: Sendable, Hashable {
  /// Whether characters beyond ASCII can be shown.
  package var isUTF8: Bool
  /// How many colours it has.
  package var colours: ColourDepth

  /// Makes capabilities of a number of colours as terminfo counts them.
  init(isUTF8: Bool, colourCount: Int) {
    self.isUTF8 = isUTF8
    colours =
      switch colourCount {
      case (1 << 24)...: .direct
      case 256...: .indexed256
      case 16...: .ansi16
      case 8...: .ansi8
      default: .none
      }
  }

  /// The number ncurses has for a colour; -1 for the terminal's own.
  ///
  /// A terminal of exact colours takes them as numbers, except 0 to 7, which are the basic ones.
  func index(of colour: Colour) -> Int32 {
    switch colour {
    case .terminal: -1
    case .ansi(let number): Int32(colours == .direct ? number & 7 : number)
    case .indexed(let number): colours == .direct ? exact(RGB(indexed: number)) : Int32(number)
    case .rgb(let rgb): colours == .direct ? exact(rgb) : Int32(rgb.nearestIndex)
    }
  }

  private func exact(_ rgb: RGB?) -> Int32 {
    guard let rgb else { return -1 }
    return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
  }
}
