/// Text that may not be what it seems.
public enum SuspiciousText {
  /// Scripts whose letters look alike most often; a word of two of them is seldom meant so (Unicode
  /// Technical Standard 39, mixed-script detection).
  private enum Script: UInt8 {
    case latin = 1
    case greek = 2
    case cyrillic = 4

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
      default: return nil
      }
    }
  }

  /// Whether some word has letters of two scripts.
  public static func mixesScripts(_ text: some StringProtocol) -> Bool {
    var scripts: UInt8 = 0
    for scalar in text.unicodeScalars {
      if let script = Script(scalar) {
        scripts |= script.rawValue
        if scripts.nonzeroBitCount > 1 { return true }
      } else if !scalar.properties.isAlphabetic && !scalar.properties.isDiacritic {
        scripts = 0
      }
    }
    return false
  }

  /// Whether the strings of a case, each with a separator behind it, have a character that acts or
  /// is hidden, or a word that mixes scripts.
  ///
  /// - Complexity: O(bytes), and some times that where they are not ASCII.
  static func isIn(_ folded: UnsafeRawBufferPointer) -> Bool {
    var isPlain = true
    for byte in folded {
      let isOrdinary =
        byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09
        || byte == TextArenaSegment.separator
      isPlain = isPlain && isOrdinary
    }
    if isPlain { return false }
    return folded.split(separator: TextArenaSegment.separator).contains { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return mixesScripts(text)
        || text.unicodeScalars.contains {
          $0.isHiddenInData && $0 != "\n" && $0 != "\t" && $0 != "\r"
        }
    }
  }
}
