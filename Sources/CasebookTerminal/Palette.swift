/// Colours of the 256-colour palette on terminals that have fewer.
enum Palette {
  /// The style with colours a terminal of so many colours has; bright ones become bold on 8.
  static func reduced(_ style: TerminalStyle, colours: Int) -> TerminalStyle {
    var style = style
    if colours < 256 {
      style.foreground = style.foreground.map(nearestOf16)
      style.background = style.background.map(nearestOf16)
    }
    if colours < 16, let foreground = style.foreground, foreground >= 8 {
      style.foreground = foreground - 8
      style.bold = true
    }
    if colours < 16, let background = style.background, background >= 8 {
      style.background = background - 8
    }
    if colours < 8 {
      style.foreground = nil
      style.background = nil
    }
    return style
  }

  /// The index from 0 to 15 whose usual colour is nearest.
  static func nearestOf16(_ index: UInt8) -> UInt8 {
    guard index >= 16 else { return index }
    let wanted = colour(index)
    let distances = usual16.map { distance($0, wanted) }
    let nearest = distances.indices.min { distances[$0] < distances[$1] }
    return UInt8(nearest ?? 7)
  }

  // MARK: - Colours by index

  private typealias Colour = (red: Int, green: Int, blue: Int)

  /// The 16 first colours as xterm has them.
  private static let usual16: [Colour] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Steps of the cube of 6 x 6 x 6 colours from 16; the greys from 232 go from 8 in tens.
  private static let steps = [0, 95, 135, 175, 215, 255]

  private static func colour(_ index: UInt8) -> Colour {
    if index >= 232 {
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
    let place = Int(index) - 16
    return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
  }

  private static func distance(_ left: Colour, _ right: Colour) -> Int {
    let red = left.red - right.red
    let green = left.green - right.green
    let blue = left.blue - right.blue
    return red * red + green * green + blue * blue
  }
}
