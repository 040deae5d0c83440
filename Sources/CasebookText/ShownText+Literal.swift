extension ShownText: ExpressibleByStringInterpolation {
  /// Makes a text of a literal of our own source code.
  public init(stringLiteral value: StaticString) {
    self.init(guarded: value.description)
  }

  /// Makes a text of literal parts, shown texts and numbers.
  public init(stringInterpolation: Interpolation) {
    self = stringInterpolation.text
  }

  /// Collects the parts of an interpolated literal; plain strings are refused by the compiler.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ShownText.empty

    /// Starts an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.string.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    /// Adds a literal part of our own source code.
    public mutating func appendLiteral(_ literal: StaticString) {
      text.string += literal.description
    }

    /// Adds a text that is safe already.
    public mutating func appendInterpolation(_ shown: ShownText) {
      text += shown
    }

    /// Adds a whole number, without grouping.
    public mutating func appendInterpolation(_ number: some FixedWidthInteger) {
      text.string += String(number)
    }

    /// Adds a whole number with a comma between thousands.
    public mutating func appendInterpolation(grouped number: some FixedWidthInteger) {
      text += ShownText.grouped(number)
    }
  }
}
