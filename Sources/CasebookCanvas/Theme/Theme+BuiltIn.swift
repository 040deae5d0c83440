import CasebookText

extension Theme {
  /// The terminal's own text and background.
  ///
  /// Nobody knows that background, so a word has a colour only if the colour has a contrast of 4.5
  /// with black and with white. None of the 16 colours that users set has it, and of the fixed ones
  /// these five and one grey. A terminal with fewer colours shows the attributes alone. The meaning
  /// of each role is also a word, so that no colour says anything by itself.
  public static let terminal = Theme(
    name: "terminal", title: "Terminal colours", variant: .any,
    styles: [
      .normal: Style(),
      .heading: Style(bold: true),
      .title: Style(bold: true),
      .label: Style(),
      .secondary: Style(),
      .accent: Style(blue, bold: true),
      .selected: Style(reversed: true),
      .selectedInactive: Style(underlined: true),
      .match: Style(.ansi(0), on: .ansi(3)),
      .selectedMatch: Style(bold: true, underlined: true, reversed: true),
      .rule: Style(),
      .escape: Style(red, underlined: true),
      .error: Style(red, bold: true),
      .mistake: Style(red, bold: true, underlined: true),
      .warning: Style(bold: true),
      .reported: Style(),
      .derived: Style(blue),
      .unknown: Style(),
      .movement: Style(green),
      .criminal: Style(magenta),
      .detainer: Style(red),
      .immigration: Style(blue),
      .proceedings: Style(violet),
      .context: Style(),
    ])

  // The indices of xterm's fixed colours 00875f, 5f5fff, 875fd7, af5f5f and d700af.
  private static let (green, blue, violet): (Colour, Colour, Colour) =
    (.indexed(29), .indexed(63), .indexed(98))
  private static let (red, magenta): (Colour, Colour) = (.indexed(131), .indexed(163))

  /// No colour: bold, underline and reverse only.
  public static let none = Theme(
    name: "none", title: "No colours", variant: .any,
    styles: [
      .heading: Style(bold: true),
      .title: Style(bold: true),
      .accent: Style(bold: true),
      .selected: Style(reversed: true),
      .selectedInactive: Style(underlined: true),
      .match: Style(bold: true, underlined: true),
      .selectedMatch: Style(bold: true, underlined: true, reversed: true),
      .escape: Style(reversed: true),
      .error: Style(bold: true),
      .mistake: Style(bold: true, underlined: true),
      .warning: Style(bold: true),
    ])

  /// The themes of the program in the order of a list: the terminal's own, the schemes, none.
  public static let builtIn: [Theme] =
    [terminal] + Base16Scheme.builtIn.map(Theme.init(scheme:)) + [none]

  /// The theme of the program with a name.
  public static func named(_ name: String) -> Theme? {
    builtIn.first { $0.name == name }
  }

  /// The start of the names of themes whose focus is black on yellow.
  static let highContrastPrefix = "high-contrast"

  /// Black and white with the focus black on yellow, for terminals of 16 or 8 colours.
  static func plainContrast(_ variant: Variant) -> [StyleRole: Style] {
    let (ink, paper): (Colour, Colour) =
      variant == .light ? (.ansi(0), .ansi(15)) : (.ansi(15), .ansi(0))
    var styles: [StyleRole: Style] = [:]
    for role in StyleRole.allCases {
      let style = none[role]
      let isFocus = role == .selected || role == .selectedMatch
      styles[role] = Style(
        isFocus ? .ansi(0) : ink, on: isFocus ? .ansi(11) : paper, bold: style.isBold,
        underlined: style.isUnderlined, reversed: style.isReversed && !isFocus)
    }
    return styles
  }
}
