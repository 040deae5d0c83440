/// Judges bytes that a program sent to a terminal: only what draws, and nothing that hides.
package enum HarmlessOutput {
  /// What the bytes hold that no text of a file may put there: sequences other than those that
  /// move, erase and colour, control characters, and characters without a shape of their own.
  ///
  /// Operating system commands, device requests and reports, window operations, titles and
  /// character set tricks are violations; so are controls of writing direction, zero-width and tag
  /// characters.
  package static func violations(in bytes: [UInt8]) -> [String] {
    var parser = SequenceParser()
    var found: [String] = []
    for byte in bytes {
      guard let piece = parser.take(byte) else { continue }
      if let violation = violation(piece) { found.append(violation) }
    }
    return found
  }

  private static func violation(_ piece: SequenceParser.Piece) -> String? {
    switch piece {
    case .scalar(let scalar): hides(scalar.value) ? "U+\(hex(scalar.value))" : nil
    case .control(let byte): [7, 8, 9, 10, 13, 14, 15].contains(byte) ? nil : "control \(byte)"
    case .csi(let sign, let numbers, let final):
      isDrawing(sign, numbers, final) ? nil : "CSI \(sign)\(numbers)\(final)"
    case .escape(let text): escapes.contains(text) ? nil : "ESC \(text.debugDescription)"
    }
  }

  /// Character sets, keypad modes, and keeping the cursor.
  private static let escapes: Set<String> = ["(B", "(0", ")0", "=", ">", "7", "8", "M"]
  /// Keys of the cursor, origin, wrap, blinking, cursor, second screen and its cursor, mouse, paste.
  private static let modes: Set<Int> = [1, 6, 7, 12, 25, 1000, 1002, 1006, 1034, 1049, 2004]

  private static func isDrawing(_ sign: String, _ numbers: [Int], _ final: Character) -> Bool {
    switch final {
    case "h", "l":
      sign == "?" ? numbers.allSatisfy(modes.contains) : sign.isEmpty && numbers == [4]
    // Keeping and giving back the title, without one being set.
    case "t": sign.isEmpty && [[22, 0, 0], [23, 0, 0]].contains(numbers)
    case "m": sign.isEmpty && !(numbers.contains(8) && !numbers.contains(where: [38, 48].contains))
    default: sign.isEmpty && "ABCDEFGHJKLMPSTX@bdr".contains(final)
    }
  }

  private static func hides(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x061C, 0x115F, 0x1160, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func hex(_ value: UInt32) -> String {
    String(value, radix: 16, uppercase: true)
  }
}
