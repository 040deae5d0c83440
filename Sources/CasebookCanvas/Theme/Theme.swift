import CasebookText

/// A look for every role.
public struct Theme: Sendable, Hashable {
  /// What a user types to choose it, such as `high-contrast-dark`.
  public var name: String
  /// What a list of themes shows, raw; the gate guards it.
  public var title: String
  /// What the theme is made for.
  public var variant: Variant
  /// The looks; a role that is missing looks like the terminal's own text.
  public var styles: [StyleRole: Style]

  /// What background a theme is made for.
  public enum Variant: String, Sendable, Hashable {
    /// Light text on a dark background.
    case dark
    /// Dark text on a light background.
    case light
    /// Either: the terminal's own background.
    case any
  }

  /// Makes a theme.
  public init(name: String, title: String, variant: Variant, styles: [StyleRole: Style]) {
    self.name = name
    self.title = title
    self.variant = variant
    self.styles = styles
  }

  /// The look of a role.
  public subscript(role: StyleRole) -> Style { styles[role] ?? Style() }

  /// The theme as a terminal with fewer colours can show it.
  ///
  /// Exact colours become the nearest of 240. With 16 or 8 colours, of which only the user knows
  /// how they look, the terminal's own theme is taken without its fixed colours, with none at all
  /// the one of attributes.
  public func adapted(to depth: ColourDepth) -> Theme {
    var theme = self
    switch depth {
    case .direct: break
    case .indexed256: theme.styles = styles.mapValues { $0.mappingColours(\.indexed) }
    case .ansi16, .ansi8:
      let fixed = usesOnlyUserColours ? styles : highContrastOr(Theme.terminal.styles)
      theme.styles = fixed.mapValues { style in
        style.mappingColours(depth == .ansi8 ? \.basic : \.ofUser)
      }
    case .none: theme.styles = Theme.none.styles
    }
    return theme
  }

  // MARK: - Help

  private var usesOnlyUserColours: Bool {
    styles.values.allSatisfy { $0.foreground.isUserColour && $0.background.isUserColour }
  }

  private func highContrastOr(_ styles: [StyleRole: Style]) -> [StyleRole: Style] {
    name.hasPrefix(Self.highContrastPrefix) ? Theme.plainContrast(variant) : styles
  }
}

extension Style {
  fileprivate func mappingColours(_ change: (Colour) -> Colour) -> Style {
    var style = self
    style.foreground = change(foreground)
    style.background = change(background)
    return style
  }
}

extension Colour {
  fileprivate var isUserColour: Bool {
    switch self {
    case .terminal, .ansi: true
    case .indexed, .rgb: false
    }
  }

  fileprivate var indexed: Colour {
    if case .rgb(let rgb) = self { .indexed(rgb.nearestIndex) } else { self }
  }

  /// The colour if the user sets it, or that of text.
  fileprivate var ofUser: Colour { isUserColour ? self : .terminal }

  fileprivate var basic: Colour {
    if case .ansi(let number) = self { .ansi(number & 7) } else { ofUser }
  }
}
