extension Template.Style {
  /// Spells the last bytes of a text in this style.
  func spell(_ scratch: ScratchBytes, from start: Int) {
    let text = UnsafeMutableRawBufferPointer(rebasing: scratch.bytes[start...])
    if text.contains(where: { $0 >= 0x80 }) {
      let whole = String(decoding: text, as: UTF8.self)
      scratch.truncate(to: start)
      scratch.append(self == .title ? Self.titleCased(whole) : whole.lowercased())
    } else if self == .lower {
      for index in text.indices { text[index] = ASCII.lowercased(text[index]) }
    } else if self == .title {
      Self.titleCase(text)
    }
  }

  /// `ST ANTHONY` as `St Anthony`; a text that has small letters already stays as it is.
  static func titleCased(_ text: String) -> String {
    guard !text.unicodeScalars.contains(where: \.properties.isLowercase) else { return text }
    var letters = 0
    var spelled = ""
    for character in text {
      spelled += letters == 0 ? String(character) : character.lowercased()
      letters = character.isLetter ? letters + 1 : 0
    }
    return spelled
  }

  /// The same for ASCII, where the rules of English names are known: `of` and its like stay small
  /// inside a name, and `McAllen` and `O'Fallon` keep their second capital.
  private static func titleCase(_ text: UnsafeMutableRawBufferPointer) {
    guard !text.contains(where: ASCII.isSmallLetter) else { return }
    var letters = 0
    for index in text.indices {
      let byte = text[index]
      guard ASCII.isCapitalLetter(byte) else {
        letters = byte == UInt8(ascii: "'") && letters > 1 ? letters : 0
        continue
      }
      let isBehindMc =
        letters == 2 && text[index - 1] == UInt8(ascii: "c")
        && text[index - 2] == UInt8(ascii: "M")
      if letters > 0, !isBehindMc { text[index] = ASCII.lowercased(byte) }
      letters += 1
    }
    lowerSmallWords(text)
  }

  private static let smallWords: [StaticString] = [
    " Of ", " And ", " The ", " In ", " At ", " For ",
  ]

  private static func lowerSmallWords(_ text: UnsafeMutableRawBufferPointer) {
    for index in text.indices where text[index] == ASCII.blank {
      for word in smallWords where index + word.utf8CodeUnitCount <= text.count {
        let isWord = word.withUTF8Buffer {
          text[index..<index + word.utf8CodeUnitCount].elementsEqual($0)
        }
        if isWord { text[index + 1] = ASCII.lowercased(text[index + 1]) }
      }
    }
  }
}

extension ASCII {
  static func isSmallLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isCapitalLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func lowercased(_ byte: UInt8) -> UInt8 { isCapitalLetter(byte) ? byte | 0x20 : byte }
}
