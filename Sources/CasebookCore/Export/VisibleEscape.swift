extension Unicode.Scalar {
  /// Whether a writer of exact data writes the character as an escape: controls, line ends of
  /// other kinds, characters that turn the direction of text, and other hidden ones.
  ///
  /// Joiners inside words and emoji stay, for they are letters to their readers.
  var isHiddenInData: Bool {
    if value < 0x7F { return value < 0x20 }
    switch value {
    case 0x200C, 0x200D: return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      return true
    default: return false
    }
  }
}

extension [UInt8] {
  /// Appends digits of base 16, in capitals, at least so many.
  mutating func appendHexadecimal(_ number: UInt32, digits: Int) {
    let text = String(number, radix: 16, uppercase: true)
    for _ in text.utf8.count..<Swift.max(digits, text.utf8.count) { append(UInt8(ascii: "0")) }
    append(contentsOf: text.utf8)
  }
}
