import CasebookCanvas

/// The control sequences a terminal of the ECMA-48 family sends, begun by `ESC [` or `ESC O`.
enum ControlSequence {
  /// What a sequence asks for.
  enum Meaning: Hashable {
    case key(Key)
    case pasteBegin
    /// The end of a paste, outside of one.
    case pasteEnd
    /// This many bytes that follow belong to it.
    case skip(Int)
    case nothing
  }

  /// The most bytes that are kept; longer ones are read to their end and mean nothing.
  static let longest = 32

  /// The begin of the Linux console's first function keys, `ESC [ [ A` to `ESC [ [ E`.
  static let linuxFunction = Array("\u{1B}[[".utf8)

  /// Whether a byte ends the sequence it was added to.
  static func isFinal(_ byte: UInt8, in sequence: [UInt8]) -> Bool {
    // `ESC O` may have digits, some terminals' modifiers.
    (0x40..<0x7F).contains(byte) && sequence.count > 2
  }

  /// Whether a byte can belong to a sequence that is not at its end yet.
  static func canContinue(_ sequence: [UInt8], with byte: UInt8) -> Bool {
    guard (0x20..<0x7F).contains(byte) else { return false }
    // `ESC O` takes digits alone before its final byte.
    return sequence[1] != UInt8(ascii: "O") || byte >= 0x40 || isDigit(byte)
      || byte == UInt8(ascii: ";")
  }

  /// Whether it is a cursor position report, which looks like F3 with a modifier.
  static func isReport(_ sequence: [UInt8]) -> Bool {
    sequence.last == UInt8(ascii: "R") && sequence.count > 3
  }

  /// What a whole sequence asks for. Modifiers other than Alt with a character are not told apart.
  static func meaning(of sequence: [UInt8]) -> Meaning {
    guard let final = sequence.last, sequence.count < longest else { return .nothing }
    if sequence.starts(with: linuxFunction) { return function(final, first: UInt8(ascii: "A"), 1) }
    let parameters = sequence.dropFirst(2).dropLast()
    guard parameters.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ";") }) else { return .nothing }
    if sequence[1] == UInt8(ascii: "O") { return applicationKey(final) }
    return switch final {
    case UInt8(ascii: "~"): numbered(parameters)
    case UInt8(ascii: "M"): parameters.isEmpty ? .skip(3) : .nothing
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"):
      function(final, first: UInt8(ascii: "P"), 1)
    case UInt8(ascii: "R"): parameters.isEmpty ? .key(.function(3)) : .nothing
    case UInt8(ascii: "Z"): .key(.backTab)
    default: cursorKey(final)
    }
  }

  // MARK: - Keys by the last byte

  private static func cursorKey(_ final: UInt8) -> Meaning {
    switch final {
    case UInt8(ascii: "A"): .key(.up)
    case UInt8(ascii: "B"): .key(.down)
    case UInt8(ascii: "C"): .key(.right)
    case UInt8(ascii: "D"): .key(.left)
    case UInt8(ascii: "F"): .key(.end)
    case UInt8(ascii: "H"): .key(.home)
    default: .nothing
    }
  }

  /// Keys in application mode; those of the number pad send `j` to `y` (VT100).
  private static func applicationKey(_ final: UInt8) -> Meaning {
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): function(final, first: UInt8(ascii: "P"), 1)
    case UInt8(ascii: "M"): .key(.enter)
    case UInt8(ascii: "X"): .key(.character("="))
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .key(.character(Character(Unicode.Scalar(final - 0x40))))
    default: cursorKey(final)
    }
  }

  private static func function(_ final: UInt8, first: UInt8, _ number: Int) -> Meaning {
    final < first ? .nothing : .key(.function(Int(final - first) + number))
  }

  /// Keys of the form `ESC [ number ~` (VT220, xterm, rxvt).
  private static func numbered(_ parameters: ArraySlice<UInt8>) -> Meaning {
    let digits = parameters.prefix(while: isDigit)
    switch digits.reduce(0, { min($0 * 10 + Int($1) - 0x30, 9999) }) {
    case 1, 7: return .key(.home)
    case 2: return .key(.insert)
    case 3: return .key(.delete)
    case 4, 8: return .key(.end)
    case 5: return .key(.pageUp)
    case 6: return .key(.pageDown)
    case let number where functionKeys[number] != nil:
      return functionKeys[number].map { .key(.function($0)) } ?? .nothing
    case 200: return .pasteBegin
    case 201: return .pasteEnd
    default: return .nothing
    }
  }

  /// Function keys by their number, which has gaps where the VT220's keyboard has.
  private static let functionKeys: [Int: Int] = [
    11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 17: 6, 18: 7, 19: 8, 20: 9, 21: 10,
    23: 11, 24: 12, 25: 13, 26: 14, 28: 15, 29: 16, 31: 17, 32: 18, 33: 19, 34: 20,
  ]

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
