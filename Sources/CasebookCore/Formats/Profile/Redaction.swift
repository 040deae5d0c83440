/// Words that stand for what was blacked out.
public enum Redaction {
  /// What the value of a redacted cell is.
  public static let value: StaticString = "redacted"

  /// The bytes of that value, which are part of the program.
  static var valueBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
  }

  /// Whether a cell holds exemptions of the Freedom of Information Act and nothing else:
  /// `(b)(6)`, `b(6), b(7)c`, `(B)(6);(B)(7)(C) `.
  ///
  /// - Parameter text: the cell without blanks around it.
  /// - Returns: whether nothing else stands there.
  public static func isExemption(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count >= 4, text.count <= 96 else { return false }
    guard mayBegin(text[0]) else { return false }
    var scanner = Scanner(text: text)
    var count = 0
    while !scanner.isAtEnd {
      guard scanner.readExemption() else { return false }
      count += 1
      scanner.skipSeparators()
    }
    return count > 0
  }

  /// Whether exemptions may begin with a byte.
  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte | 0x20 == UInt8(ascii: "b")
  }

  private struct Scanner {
    let text: UnsafeRawBufferPointer
    var at = 0

    var isAtEnd: Bool { at >= text.count }

    mutating func skipSeparators() {
      while skip(" ") || skip(",") || skip(";") {}
    }

    /// Reads `(b)(7)(C)`, where the brackets around `b` and the letter may be missing, and so may
    /// the letter.
    mutating func readExemption() -> Bool {
      let hasBracket = skip("(")
      guard skipLetter("b"), !hasBracket || skip(")"), skip("(") else { return false }
      guard at < text.count, (0x31...0x39).contains(text[at]) else { return false }
      at += 1
      guard skip(")") else { return false }
      readLetter()
      return true
    }

    private mutating func readLetter() {
      let mark = at
      let hasBracket = skip("(")
      guard at < text.count, (0x61...0x66).contains(text[at] | 0x20) else {
        at = mark
        return
      }
      // In `b(6)b(7)c` the second `b` begins the next exemption.
      if !hasBracket, at + 1 < text.count, text[at + 1] == UInt8(ascii: "(") {
        at = mark
        return
      }
      at += 1
      guard hasBracket else { return }
      while skip(" ") {}
      if !skip(")") { at = mark }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard at < text.count, text[at] == UInt8(ascii: character) else { return false }
      at += 1
      return true
    }

    private mutating func skipLetter(_ letter: Unicode.Scalar) -> Bool {
      guard at < text.count, text[at] | 0x20 == UInt8(ascii: letter) else { return false }
      at += 1
      return true
    }
  }
}
