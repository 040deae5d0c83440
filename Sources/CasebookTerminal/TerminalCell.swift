/// The look of a cell in the terms of a terminal.
package struct TerminalStyle: Sendable, Hashable {
  /// The palette's index of the text's colour; `nil` for the terminal's own.
  package var foreground: UInt8?
  /// The palette's index of the colour behind; `nil` for the terminal's own.
  package var background: UInt8?
  /// Whether the text is bold.
  package var bold = false
  /// Whether the text is italic.
  package var italic = false
  /// Whether the text is underlined.
  package var underline = false
  /// Whether the colours are exchanged.
  package var reverse = false

  /// Makes a look; without arguments the terminal's own.
  package init(foreground: UInt8? = nil, background: UInt8? = nil) {
    self.foreground = foreground
    self.background = background
  }
}

/// One character on the screen, 1 or 2 columns wide.
package struct TerminalCell: Sendable, Hashable {
  /// The character; its first scalar and combining marks are drawn.
  package var character: Character
  /// The columns it takes.
  package var width: Int
  /// Its look.
  package var style: TerminalStyle

  /// Makes a cell.
  package init(_ character: Character, width: Int = 1, style: TerminalStyle = TerminalStyle()) {
    self.character = character
    self.width = width
    self.style = style
  }
}
