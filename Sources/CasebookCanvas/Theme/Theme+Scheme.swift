import CasebookText

extension Theme {
  /// Gives every role colours of a scheme.
  ///
  /// A text colour that has less contrast with its background than ``Theme/leastContrast`` gives
  /// way to the scheme's ordinary text colour. A scheme whose slug starts with `high-contrast`
  /// has its focus black on the scheme's bright yellow.
  public init(scheme: Base16Scheme) {
    let paint = SchemePaint(scheme: scheme)
    self.init(
      name: scheme.slug, title: scheme.name, variant: scheme.isDark ? .dark : .light,
      styles: paint.text.merging(paint.focus) { _, focus in focus })
  }

  /// The least contrast of text with its background, as WCAG 2 asks for at level AA.
  public static let leastContrast = 4.5
}

/// The styles that a scheme makes.
private struct SchemePaint {
  let scheme: Base16Scheme

  /// The styles of text on the scheme's background.
  var text: [StyleRole: Style] {
    [
      .normal: ink(0x05), .heading: ink(0x05, bold: true), .title: ink(0x05, bold: true),
      .label: ink(0x04), .secondary: ink(0x04), .rule: ink(0x03),
      .accent: ink(0x0D, bold: true), .escape: ink(0x08, underlined: true),
      .error: ink(0x08, bold: true), .mistake: ink(0x08, bold: true, underlined: true),
      .warning: ink(0x0A, bold: true),
      .reported: ink(0x05), .derived: ink(0x0C), .unknown: ink(0x04),
      .movement: ink(0x0B), .criminal: ink(0x0E), .detainer: ink(0x09),
      .immigration: ink(0x0C), .proceedings: ink(0x0A), .context: ink(0x04),
    ]
  }

  /// The styles with a background of their own.
  var focus: [StyleRole: Style] {
    var focused = legible(0x00, on: isHighContrast ? 0x13 : 0x0D)
    if isHighContrast { focused.foreground = .rgb(RGB(0, 0, 0)) }
    var match = focused
    match.isBold = true
    match.isUnderlined = true
    return [
      .selected: focused, .selectedMatch: match, .selectedInactive: legible(0x05, on: 0x02),
      .match: legible(0x00, on: 0x0A),
    ]
  }

  private var isHighContrast: Bool { scheme.slug.hasPrefix(Theme.highContrastPrefix) }

  private func ink(_ number: Int, bold: Bool = false, underlined: Bool = false) -> Style {
    var style = legible(number, on: 0x00)
    style.isBold = bold
    style.isUnderlined = underlined
    return style
  }

  private func legible(_ number: Int, on background: Int) -> Style {
    let (front, back) = (scheme[number], scheme[background])
    let candidates = [front, scheme[0x05], scheme[0x00]]
    let chosen = candidates.first { $0.contrast(with: back) >= Theme.leastContrast } ?? front
    return Style(.rgb(chosen), on: .rgb(back))
  }
}
