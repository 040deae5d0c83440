/// A colour as red, green and blue.
public struct RGB: Sendable, Hashable {
  /// From 0 to 255.
  public let red, green, blue: UInt8

  /// Makes a colour of its three parts.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads six hexadecimal digits, with or without `#` before them.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : String(text)
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }
}

/// A colour as a terminal takes it.
public enum Colour: Sendable, Hashable {
  /// What the user has set for text, or for the background.
  case terminal
  /// One of the 16 colours that the user has set, from 0 to 15.
  case ansi(UInt8)
  /// One of the 240 fixed colours, from 16 to 255.
  case indexed(UInt8)
  /// An exact colour.
  case rgb(RGB)
}

/// How many colours a terminal has.
public enum ColourDepth: Sendable, Hashable, CaseIterable {
  /// None: bold, underline and reverse only.
  case none
  /// The 8 basic colours.
  case ansi8
  /// The 8 basic colours and their bright forms.
  case ansi16
  /// The 16 and 240 fixed ones.
  case indexed256
  /// Any.
  case direct
}

/// What a terminal does to make a piece of text look like its role; never dim.
public struct Style: Sendable, Hashable {
  /// The colour of the text.
  public var foreground: Colour
  /// The colour behind it.
  public var background: Colour
  /// Whether the text is bold, underlined, or has its colours exchanged.
  public var isBold, isUnderlined, isReversed: Bool

  /// Makes a style; without arguments, the terminal's own.
  public init(
    _ foreground: Colour = .terminal, on background: Colour = .terminal, bold: Bool = false,
    underlined: Bool = false, reversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
  }
}
