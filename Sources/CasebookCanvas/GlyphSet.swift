import CasebookText

/// The signs that screens draw with, each one cell wide.
///
/// Both forms mean the same: the Unicode form where the locale has it, the ASCII form elsewhere.
public struct GlyphSet: Sendable, Hashable {
  /// Whether only ASCII may be drawn; a canvas then escapes all other text too.
  public let isASCII: Bool
  /// A line from left to right.
  public let horizontal: ShownText
  /// A line from top to bottom.
  public let vertical: ShownText
  /// Where two lines cross.
  public let cross: ShownText
  /// A horizontal line from which a vertical one goes down.
  public let teeDown: ShownText
  /// A horizontal line from which a vertical one goes up.
  public let teeUp: ShownText
  /// A vertical line from which a horizontal one goes right.
  public let teeRight: ShownText
  /// A vertical line from which a horizontal one goes left.
  public let teeLeft: ShownText
  /// Stands for text that is cut off; up to two cells.
  public let ellipsis: ShownText
  /// Stands for a wide character that is cut in half.
  public let cut: ShownText
  /// A part of a bar.
  public let bar: ShownText
  /// An event at one time.
  public let point: ShownText
  /// An event of lesser weight at one time.
  public let hollowPoint: ShownText
  /// Where an interval starts.
  public let intervalStart: ShownText
  /// The inside of an interval.
  public let intervalFill: ShownText
  /// Where an interval ends.
  public let intervalEnd: ShownText
  /// An interval whose start or end is only roughly known.
  public let uncertainFill: ShownText
  /// An interval that goes on.
  public let openEnd: ShownText
  /// A stretch of time left out; two cells.
  public let fold: ShownText
  /// How many things fall on a place, from none to most.
  public let density: [ShownText]
  /// Arrows, as keys and directions.
  public let arrowUp, arrowDown, arrowLeft, arrowRight: ShownText
  /// What stands before an item of a list.
  public let bullet: ShownText
  /// The end of a region with more above, and with more below.
  public let moreAbove, moreBelow: ShownText
}

extension GlyphSet {
  /// The signs of a Unicode terminal, all of sure width and none with an emoji form.
  public static let unicode = GlyphSet(
    isASCII: false, horizontal: "─", vertical: "│", cross: "┼", teeDown: "┬", teeUp: "┴",
    teeRight: "├", teeLeft: "┤", ellipsis: "…", cut: "›", bar: "█", point: "●",
    hollowPoint: "○", intervalStart: "├", intervalFill: "─", intervalEnd: "┤",
    uncertainFill: "╌", openEnd: "→", fold: "//", density: [" ", "▁", "▂", "▃", "▅", "▇", "█"],
    arrowUp: "↑", arrowDown: "↓", arrowLeft: "←", arrowRight: "→", bullet: "·", moreAbove: "↑",
    moreBelow: "↓")

  /// The signs of every terminal.
  public static let ascii = plain(isASCII: true)

  /// The signs for screen readers, which spell signs beyond ASCII or drop them; the letters of
  /// cases stay what they are.
  public static let spoken = plain(isASCII: false)

  private static func plain(isASCII: Bool) -> GlyphSet {
    GlyphSet(
      isASCII: isASCII, horizontal: "-", vertical: "|", cross: "+", teeDown: "+", teeUp: "+",
      teeRight: "+", teeLeft: "+", ellipsis: "..", cut: ">", bar: "#", point: "*",
      hollowPoint: "o", intervalStart: "[", intervalFill: "=", intervalEnd: "]",
      uncertainFill: "~", openEnd: ">", fold: "//", density: [" ", ".", ":", "|"],
      arrowUp: "^", arrowDown: "v", arrowLeft: "<", arrowRight: ">", bullet: "-", moreAbove: "^",
      moreBelow: "v")
  }

  /// A bar for a share from 0 to 1 of a whole of some cells, at least one sign for anything above
  /// nothing.
  public func bar(share: Double, columns: Int) -> ShownText {
    guard share > 0, columns > 0 else { return .empty }
    let cells = (min(share, 1) * Double(columns)).rounded()
    return ShownText.repeating(bar, count: max(1, Int(cells)))
  }
}
