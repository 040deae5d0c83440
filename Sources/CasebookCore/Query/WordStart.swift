/// Where a folded text may stand in another: where it begins a word.
///
/// `male` is in `female`, but begins no word there. A word is a run of letters and numbers. Letters
/// of scripts without capitals (general category Lo: Han, Thai, Arabic and others) need no boundary
/// on either side, because these scripts need not put blanks between words. A text that begins with
/// anything but a letter or number may stand anywhere.
enum WordStart {
  /// What a character means for the boundary before or after it.
  private enum Side {
    /// A letter of a script with capitals, or a number.
    case word
    /// A letter of a script without capitals.
    case caseless
    /// Anything else.
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .otherLetter: self = .caseless
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        self = .word
      default: self = .other
      }
    }
  }

  /// Whether a folded needle begins a word of a folded text; the empty needle always does.
  static func holds(_ needle: [UInt8], in text: UnsafeRawBufferPointer) -> Bool {
    guard side(of: needle) == .word else { return text.contains(needle) }
    var start = 0
    while let place = text.place(of: needle, from: start) {
      if place == 0 || sideBefore(place, in: text) != .word { return true }
      start = place + 1
    }
    return false
  }

  private static func side(of needle: [UInt8]) -> Side {
    String(decoding: needle.prefix(4), as: UTF8.self).unicodeScalars.first.map { Side($0) }
      ?? .other
  }

  /// What stands before an index; the text is UTF-8.
  private static func sideBefore(_ index: Int, in text: UnsafeRawBufferPointer) -> Side {
    var start = index - 1
    while start > 0, start > index - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    let bytes = UnsafeRawBufferPointer(rebasing: text[start..<index])
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map { Side($0) } ?? .other
  }
}
