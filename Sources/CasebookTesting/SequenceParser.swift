/// Cuts the bytes sent to a terminal into characters and sequences.
struct SequenceParser {
  /// A piece of what is sent.
  enum Piece: Hashable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// `ESC [`: the private sign or empty, the numbers, what stands before the last byte, that byte.
    case csi(sign: String, numbers: [Int], final: Character)
    /// Another sequence, without ESC, such as `(B` or `M`.
    case escape(String)
  }

  private var waiting: [UInt8] = []

  /// Takes a byte; returns the piece it ends.
  mutating func take(_ byte: UInt8) -> Piece? {
    if waiting.isEmpty, byte < 0x20, byte != 0x1B { return .control(byte) }
    if byte == 0x1B, !isString { waiting = [] }
    waiting.append(byte)
    guard let piece = whole() else { return nil }
    waiting = []
    return piece
  }

  // MARK: - Kinds

  private var isString: Bool {
    waiting.count > 1 && waiting[0] == 0x1B && [0x50, 0x5D, 0x58, 0x5E, 0x5F].contains(waiting[1])
  }

  private func whole() -> Piece? {
    guard waiting[0] == 0x1B else { return scalar() }
    guard let last = waiting.last, waiting.count > 1 else { return nil }
    if isString {
      let ended = waiting.count > 2 && (last == 7 || waiting.suffix(2) == [0x1B, 0x5C])
      return ended ? .escape(Self.text(waiting.dropFirst())) : nil
    }
    if waiting[1] == 0x5B { return waiting.count > 2 && last >= 0x40 ? sequence() : nil }
    return last >= 0x30 ? .escape(Self.text(waiting.dropFirst())) : nil
  }

  private func scalar() -> Piece? {
    if let text = String(validating: waiting, as: UTF8.self) {
      return text.unicodeScalars.first.map { .scalar($0) }
    }
    return waiting.count >= 4 ? .scalar("\u{FFFD}") : nil
  }

  private func sequence() -> Piece {
    let inside = Self.text(waiting.dropFirst(2).dropLast())
    let sign = String(inside.prefix { "<=>?".contains($0) })
    let rest = inside.dropFirst(sign.count)
    let isNumber = { (character: Character) in "0123456789;:".contains(character) }
    let marks = rest.filter { !isNumber($0) }
    let parameters = rest.filter(isNumber)
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let final = Character(Unicode.Scalar(waiting[waiting.count - 1]))
    return .csi(sign: sign + marks, numbers: parameters.isEmpty ? [] : numbers, final: final)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
