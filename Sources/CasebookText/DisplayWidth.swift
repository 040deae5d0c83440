/// How many cells of a terminal a text takes.
///
/// The values are those of `wcwidth` in glibc 2.36 (Unicode 14), because the screen is laid out with
/// it; a test compares every scalar with the machine's own. What it does not know, the gate
/// escapes, so that every scalar of a ``ShownText`` has a known width of 0, 1 or 2.
public enum DisplayWidth {
  /// The newest version of Unicode whose characters are shown as they are.
  static let newestUnicode = 14

  /// The cells of one scalar: 0, 1 or 2; none for controls and scalars newer than Unicode 14.
  public static func columns(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x300 { return isControl(value) ? nil : 1 }
    if (0x4E00..<0x9FFD).contains(value) || (0xAC00..<0xD7A4).contains(value) { return 2 }
    guard isKnown(scalar) else { return nil }
    if isZeroWidth(scalar) { return 0 }
    return isWide(value) ? 2 : 1
  }

  /// The cells of one user-perceived character as ``DrawnCluster`` draws it.
  public static func columns(of character: Character) -> Int {
    if character.isASCII { return 1 }
    return DrawnCluster.clusters(of: character).reduce(0) { $0 + $1.columns }
  }

  /// The cells of a text, in O(n).
  public static func columns(of text: String) -> Int {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  // MARK: - Classes

  private static func isControl(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7F..<0xA0).contains(value)
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, age.major <= newestUnicode else { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: return false
    default: return true
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true  // vowels and finals of Hangul
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return false
    case 0x1171E: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}
