/// Text that is safe to send to a terminal, a speech synthesiser or a braille line.
///
/// A value is made in three ways only: from a literal of our own source code, by joining other
/// shown texts and numbers, or by ``Gate/shown(_:)``, which makes every byte of a file visible and
/// harmless. Nothing accepts a plain `String`, so text of a file cannot reach a sink unguarded.
public struct ShownText: Sendable, Hashable {
  /// The safe characters, in reading order.
  public let string: String

  /// Wraps text that the gate has made safe.
  init(guarded string: String) {
    self.string = string
  }

  /// The empty text.
  public static let empty = ShownText(guarded: "")

  /// Whether there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// Joins two texts.
  public static func + (left: ShownText, right: ShownText) -> ShownText {
    ShownText(guarded: left.string + right.string)
  }
}

extension ShownText: ExpressibleByStringInterpolation {
  /// Makes a text of a literal of our own source code.
  public init(stringLiteral value: StaticString) {
    self.init(guarded: value.description)
  }

  /// Makes a text of literal parts, shown texts and numbers.
  public init(stringInterpolation: Interpolation) {
    self.init(guarded: stringInterpolation.text)
  }

  /// Collects the parts of an interpolated literal; plain strings are refused by the compiler.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""

    /// Starts an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    /// Adds a literal part of our own source code.
    public mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    /// Adds a text that is safe already.
    public mutating func appendInterpolation(_ shown: ShownText) {
      text += shown.string
    }

    /// Adds a whole number, without grouping.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += String(number)
    }
  }
}
