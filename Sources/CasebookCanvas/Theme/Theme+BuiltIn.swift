import CasebookText

extension Theme {
  /// The terminal's own 16 colours on its own background; never bright black.
  public static let terminal = Theme(
    name: "terminal", title: "Terminal colours", variant: .any,
    styles: [
      .normal: Style(),
      .heading: Style(bold: true),
      .title: Style(bold: true),
      .label: Style(),
      .secondary: Style(),
      .accent: Style(.ansi(6), bold: true),
      .selected: Style(reversed: true),
      .selectedInactive: Style(underlined: true),
      .match: Style(.ansi(0), on: .ansi(3)),
      .selectedMatch: Style(bold: true, underlined: true, reversed: true),
      .rule: Style(),
      .escape: Style(.ansi(1), underlined: true),
      .error: Style(.ansi(1), bold: true),
      .mistake: Style(.ansi(1), bold: true, underlined: true),
      .warning: Style(.ansi(3), bold: true),
      .reported: Style(),
      .derived: Style(.ansi(6)),
      .unknown: Style(),
      .movement: Style(.ansi(2)),
      .criminal: Style(.ansi(5)),
      .detainer: Style(.ansi(3)),
      .immigration: Style(.ansi(6)),
      .proceedings: Style(.ansi(4)),
      .context: Style(),
    ])

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
